using System.Xml.Linq;

namespace Vonage.Packages.Tests;

/// <summary>Programs that a stranger publishes trimmed and native.</summary>
[Platform(Include = "Linux,MacOSX", Reason = "The linker that Windows needs cannot be found by its name.")]
public class PublishedTests
{
    private const string Native = "<PublishAot>true</PublishAot>";

    private static readonly string Repository = RepositoryFolder.Find();

    private readonly string _folder = Directory.CreateTempSubdirectory("published-").FullName;

    [OneTimeTearDown]
    public void CleanUp() => Directory.Delete(_folder, recursive: true);

    [Test]
    public Task The_trimmed_quickstart_runs() => CheckQuickstartAsync("trimmed", "<PublishTrimmed>true</PublishTrimmed>");

    [Test]
    public Task The_native_quickstart_runs()
    {
        RequireLinker();
        return CheckQuickstartAsync("native", Native);
    }

    [Test]
    public async Task A_native_program_sends_reads_errors_and_receives_webhooks()
    {
        RequireLinker();
        var published = await new Stranger(Path.Combine(_folder, "checks")).PublishAsync(
            Path.Combine(Repository, "tests", "Vonage.Packages.Tests", "Native"),
            Native + "<EnableRequestDelegateGenerator>true</EnableRequestDelegateGenerator>",
            "Vonage.Generated",
            "Vonage.Generated.AspNetCore",
            "Vonage.Generated.Testing");
        Assert.That(published.Log, Does.Match(@"Program\.cs\(\d+,\d+\): warning IL2026: Using member 'Vonage\.Raw\.IRawClient\.PostAsync"));
        var lines = (await published.RunAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.That(lines, Is.EqualTo(
        [
            "sms 0",
            "message True",
            "problem 404 Not Found",
            "raw refused, 3 requests",
            "event completed one",
            "204",
            "inbound a query",
            "204",
            """200 [{"action":"talk","text":"Hello 447700900000"}]""",
            "401 unverified",
            """200 [{"action":"talk","text":"hi"}]""",
            """200 {"status":"completed","uuid":"two","new":1}""",
            """200 {"text":"binary","new":null}""",
        ]));
    }

    private async Task CheckQuickstartAsync(string name, string properties)
    {
        var sample = Path.Combine(Repository, "samples", "Quickstart");
        var references = XDocument.Load(Path.Combine(sample, "Quickstart.csproj")).Descendants()
            .Where(element => element.Name.LocalName is "PackageReference" or "ProjectReference")
            .Select(element => element.Attribute("Include")!.Value)
            .Select(include => include.EndsWith(".csproj", StringComparison.Ordinal) ? BuiltPackages.NameOf(Path.GetFileNameWithoutExtension(include)) : include);
        var published = await new Stranger(Path.Combine(_folder, name)).PublishAsync(sample, properties, [.. references]);
        using (Assert.EnterMultipleScope())
        {
            // The warnings are about packages of others, whose code for reflection is not used.
            Assert.That(published.Log, Does.Not.Match(@"warning IL\d+:.*Vonage"));
            Assert.That(await published.RunAsync(), Does.Contain("price 0.0333").And.Contain("WhatsApp").And.Contain("Call hung up").And.Contain("Secret rotated"));
        }
    }

    private static void RequireLinker()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, "clang")) || File.Exists(Path.Combine(folder, "gcc"))))
            Assert.Ignore("Native compilation requires clang or gcc as the linker.");
    }
}
