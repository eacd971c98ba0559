namespace Vonage.Packages.Tests;

/// <summary>The command line as a stranger gets it: a tool from a folder with packages.</summary>
public sealed class CommandLineToolTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("command-line-tool-").FullName;
    private Stranger _stranger = null!;

    [OneTimeSetUp]
    public Task InstallAsync()
    {
        _stranger = new Stranger(_folder);
        return _stranger.DotNetAsync("tool", "install", BuiltPackages.NameOf("Vonage.Cli"), "--prerelease", "--add-source", Feed.Folder, "--tool-path", _stranger.At("tools"));
    }

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task It_is_called_vonage() => Assert.That(await RunAsync("--help"), Does.Match(@"Usage:\s+vonage \[command\] \[options\]"));

    [Test]
    public async Task It_has_the_version_of_the_packages() => Assert.That(await RunAsync("--version"), Does.StartWith(Feed.Version));

    [Test]
    public async Task It_shows_what_it_would_send_without_colors()
    {
        var output = await RunAsync("sms", "send", "--from", "Acme", "--to", "+44 7700 900000", "--text", "Grüße", "--dry-run", "--auth-key", "abcd1234", "--auth-secret", "Simulat0rSecret");

        Assert.That(output, Does.StartWith("POST https://rest.nexmo.com/sms/json").And.Contain("to=447700900000&text=Gr%C3%BC%C3%9Fe").And.Not.Contain("Simulat0rSecret").And.Not.Contain("\u001b"));
    }

    private Task<string> RunAsync(params string[] arguments)
    {
        var start = _stranger.Start(_stranger.At("tools/vonage"), arguments);
        start.Environment["XDG_CONFIG_HOME"] = _folder;
        return Stranger.ReadAsync(start);
    }
}
