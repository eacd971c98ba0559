using System.Diagnostics;
using System.Net;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Vonage.Packages.Tests;

/// <summary>The templates of <c>dotnet new</c>: installed from the folder feed, filled in, built at once and run.</summary>
public class TemplateTests
{
    private static readonly string[] Templates = ["console", "web", "worker", "tests"];

    // What people call projects: with what is no part of a C# name, and as namespaces that the packages have.
    private static readonly (string Template, string Name)[] Odd = [("worker", "my-app"), ("tests", "1st.App"), ("web", "Our app"), ("tests", "Vonage.Messages"), ("worker", "class"), ("worker", "BalanceWatcher"), ("console", "Vonage")];

    private static readonly string[] Frameworks = ["net8.0", "net9.0"];

    private readonly string _folder = Directory.CreateTempSubdirectory("templates-").FullName;
    private Stranger _stranger = null!;

    [OneTimeSetUp]
    public async Task BuildAsync()
    {
        _stranger = new Stranger(_folder);
        await _stranger.DotNetAsync("new", "install", Feed.FileOf(BuiltPackages.NameOf("Vonage.Templates")));
        foreach (var template in Templates)
            await _stranger.DotNetAsync("new", "vonage-" + template, "-o", NameOf(template));
        foreach (var (template, name) in Odd)
            await _stranger.DotNetAsync("new", "vonage-" + template, "-n", name, "--no-restore");
        foreach (var template in Templates)
            foreach (var framework in Frameworks)
                await _stranger.DotNetAsync("new", "vonage-" + template, "-n", $"{NameOf(template)}.{framework}", "--framework", framework, "--no-restore");
        await File.WriteAllTextAsync(_stranger.At("All.slnx"), $"<Solution>\n{string.Join('\n', Projects.Select(name => $"  <Project Path=\"{name}/{name}.csproj\" />"))}\n</Solution>");
        await _stranger.DotNetAsync("build", "All.slnx", "-warnaserror", "-v:q");
    }

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task The_console_program_sends_to_the_simulator() => Assert.That(await _stranger.DotNetAsync(ProgramOf("console")), Does.Match("^Sent message [0-9A-Fa-f-]+\\."));

    [Test]
    public async Task The_tests_pass() => Assert.That(await _stranger.DotNetAsync("test", ProgramOf("tests")), Does.Match(@"Passed:\s+2"));

    [Test]
    public async Task The_web_application_refuses_webhooks_without_a_signature()
    {
        await using var running = await RunAsync("web", "Now listening on: ", start => start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0");
        using var client = new HttpClient { BaseAddress = new Uri(running.Line.Split("Now listening on: ")[1].Trim()) };
        using var unsigned = new StringContent("{}");

        Assert.That(await client.GetStringAsync(new Uri("/", UriKind.Relative)), Does.StartWith("Running."));
        Assert.That((await client.PostAsync(new Uri("/webhooks/inbound", UriKind.Relative), unsigned)).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task The_worker_says_what_the_balance_is()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.MapGet("/account/get-balance", () => Results.Json(new { value = 12.5, autoReload = false }));
        await server.StartAsync();

        await using var running = await RunAsync("worker", "The balance is ", start => start.Environment["Vonage__Hosts__rest.nexmo.com"] = server.Urls.Single());

        Assert.That(running.Line, Does.Contain("The balance is 12.5 EUR."));
    }

    [Test]
    public void A_project_can_have_any_name_and_framework() => Assert.That(Projects.Where(name => Directory.GetFiles(_stranger.At($"{name}/bin"), name + ".dll", SearchOption.AllDirectories).Length == 0), Is.Empty);

    // Only then are user secrets read, which the programs name.
    [TestCase("web")]
    [TestCase("worker")]
    public async Task Dotnet_run_is_development(string template)
    {
        var start = _stranger.Start("dotnet", "run", "--no-build", "--project", NameOf(template));
        await using var running = new Running(Process.Start(start)!);
        await running.ReadToAsync("Hosting environment: Development");
    }

    [Test]
    public async Task Two_projects_of_one_name_have_user_secrets_of_their_own()
    {
        await _stranger.DotNetAsync("new", "vonage-web", "-n", NameOf("web"), "-o", "Other", "--no-restore");
        string[] folders = [NameOf("web"), "Other"];

        var ids = folders.Select(folder => XDocument.Load(_stranger.At($"{folder}/{NameOf("web")}.csproj")).Descendants("UserSecretsId").Single().Value);

        Assert.That(ids, Is.Unique.And.All.StartsWith(NameOf("web") + "-"));
    }

    private static IEnumerable<string> Projects => Templates.Select(NameOf).Concat(Odd.Select(odd => odd.Name)).Concat(Templates.SelectMany(template => Frameworks.Select(framework => $"{NameOf(template)}.{framework}")));

    private static string NameOf(string template) => "My" + char.ToUpperInvariant(template[0]) + template[1..];

    private string ProgramOf(string template) => _stranger.At($"{NameOf(template)}/bin/Debug/net10.0/{NameOf(template)}.dll");

    // In its own folder, where its settings are, and to the line that it is run for.
    private async Task<Running> RunAsync(string template, string awaited, Action<ProcessStartInfo> set)
    {
        var start = _stranger.Start("dotnet", ProgramOf(template));
        start.WorkingDirectory = _stranger.At(NameOf(template));
        set(start);
        var running = new Running(Process.Start(start)!);
        await running.ReadToAsync(awaited);
        return running;
    }

    private sealed class Running(Process process) : IAsyncDisposable
    {
        public string Line { get; private set; } = string.Empty;

        public async Task ReadToAsync(string awaited)
        {
            var lines = new List<string>();
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                lines.Add(line);
                if (!line.Contains(awaited, StringComparison.Ordinal))
                    continue;
                Line = line;
                return;
            }
            Assert.Fail(string.Join('\n', lines) + await process.StandardError.ReadToEndAsync());
        }

        public async ValueTask DisposeAsync()
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }
}
