using System.Runtime.Versioning;

namespace Vonage.Cli.Tests;

public class ProfileTests
{
    private LoopbackServer _server = null!;
    private Support.Cli _cli = null!;

    [SetUp]
    public async Task Start()
    {
        _server = await LoopbackServer.StartAsync();
        _server.Reply(200, """{ "value": 1, "autoReload": true }""");
        _cli = new Support.Cli { Variables = { ["VONAGE_BASE_URL"] = _server.Address.AbsoluteUri } };
    }

    [TearDown]
    public async Task Stop()
    {
        _cli.Dispose();
        await _server.DisposeAsync();
    }

    private async Task AddAsync(string name, string key, string secret)
    {
        _cli.Input = secret + "\n";
        var run = (await _cli.RunAsync($"profile add {name} --api-key {key}")).Succeeded();
        Assert.That(run.Output + run.Error, Does.Not.Contain(secret));
    }

    private async Task<string> AuthorizationOf(string line)
    {
        (await _cli.RunAsync(line)).Succeeded();
        return System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(_server.Requests.Last().Headers["Authorization"]["Basic ".Length..]));
    }

    [Test]
    public async Task The_first_profile_is_used_then_the_one_that_is_chosen()
    {
        await AddAsync("work", "work1234", "WorkSecret1");
        await AddAsync("home", "home1234", "HomeSecret1");
        Assert.That(await AuthorizationOf("account balance"), Is.EqualTo("work1234:WorkSecret1"));
        Assert.That(await AuthorizationOf("account balance --profile home"), Is.EqualTo("home1234:HomeSecret1"));
        (await _cli.RunAsync("profile use home")).Succeeded();
        Assert.That(await AuthorizationOf("account balance"), Is.EqualTo("home1234:HomeSecret1"));
        (await _cli.RunAsync("profile remove home")).Succeeded();
        Assert.That((await _cli.RunAsync("account balance")).Code, Is.EqualTo(3));
    }

    [Test]
    public async Task The_environment_wins_over_the_profile_and_options_over_both()
    {
        await AddAsync("work", "work1234", "WorkSecret1");
        _cli.Variables["VONAGE_API_KEY"] = "env12345";
        _cli.Variables["VONAGE_API_SECRET"] = "EnvSecret1";
        Assert.That(await AuthorizationOf("account balance"), Is.EqualTo("env12345:EnvSecret1"));
        Assert.That(await AuthorizationOf("account balance --auth-key flag1234 --auth-secret FlagSecret1"), Is.EqualTo("flag1234:FlagSecret1"));
    }

    [Test]
    public async Task A_secret_is_not_used_with_the_key_of_another_layer()
    {
        await AddAsync("work", "work1234", "WorkSecret1");
        _cli.Variables["VONAGE_API_KEY"] = "env12345";
        var run = await _cli.RunAsync("account balance");
        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.EqualTo(3));
            Assert.That(_server.Requests, Is.Empty);
        });
    }

    [Test]
    public async Task Profiles_are_listed_without_secrets()
    {
        await AddAsync("work", "work1234", "WorkSecret1");
        await AddAsync("home", "home1234", "HomeSecret1");
        var output = (await _cli.RunAsync("profile list")).Succeeded().Output;
        Assert.That(output, Does.Match(@"work\s+│?\s*true\s+│?\s*work1234").And.Contain("home1234").And.Not.Contain("Secret1"));
        var json = (await _cli.RunAsync("profile list -o json")).Succeeded();
        Assert.That(json.Json.Select(profile => ((string?)profile["name"], (bool)profile["current"]!)), Is.EqualTo(new[] { ("work", true), ("home", false) }));
        Assert.That(json.Output, Does.Not.Contain("Secret1"));
    }

    [Test]
    [Platform("Unix")]
    [UnsupportedOSPlatform("windows")]
    public async Task Only_the_user_can_read_the_file()
    {
        await AddAsync("work", "work1234", "WorkSecret1");
        Assert.That(File.GetUnixFileMode(_cli.Profiles), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        File.SetUnixFileMode(_cli.Profiles, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        var run = await _cli.RunAsync("account balance");
        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.EqualTo(3));
            Assert.That(run.Error, Does.Contain($"chmod 600 {_cli.Profiles}"));
            Assert.That(_server.Requests, Is.Empty);
        });
    }

    [Test]
    public async Task A_profile_without_a_secret_is_not_kept()
    {
        var run = await _cli.RunAsync("profile add work --api-key work1234");
        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.EqualTo(2));
            Assert.That(run.Error, Does.Contain("The API secret is missing."));
            Assert.That(File.Exists(_cli.Profiles), Is.False);
        });
    }

    [TestCase("--profile-region xx", "--profile-region must be one of us, eu, ap.")]
    [TestCase("--profile-base-url localhost:4010", "VONAGE_BASE_URL must contain addresses that start with http:// or https://")]
    public async Task What_could_not_be_used_is_not_kept(string option, string error)
    {
        _cli.Input = "WorkSecret1";
        var run = await _cli.RunAsync($"profile add work --api-key work1234 {option}");
        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.Not.Zero);
            Assert.That(run.Error, Does.Contain(error));
            Assert.That(File.Exists(_cli.Profiles), Is.False);
        });
    }

    [Test]
    public async Task No_profiles_are_an_empty_array()
    {
        var run = (await _cli.RunAsync("profile list -o json")).Succeeded();
        Assert.That((run.Json.Count(), run.Error.Trim()), Is.EqualTo((0, "There are no profiles. Add one: vonage profile add NAME --api-key KEY")));
    }

    [Test]
    public async Task An_unknown_profile_is_answered_with_the_near_one()
    {
        await AddAsync("work", "work1234", "WorkSecret1");
        var run = await _cli.RunAsync("account balance --profile wrok");
        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.EqualTo(2));
            Assert.That(run.Error, Does.Contain("There is no profile 'wrok'. Did you mean work?"));
        });
    }
}
