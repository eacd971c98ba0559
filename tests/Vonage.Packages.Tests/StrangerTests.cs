using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Vonage.Packages.Tests;

/// <summary>Projects of all kinds that use the packages, built at once.</summary>
public class StrangerTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("strangers-").FullName;
    private Stranger _stranger = null!;

    [OneTimeSetUp]
    public async Task BuildAsync()
    {
        _stranger = new Stranger(_folder);
        await _stranger.WriteVersionsAsync();
        var sources = Path.Combine(RepositoryFolder.Find(), "tests", "Vonage.Packages.Tests", "Strangers");
        foreach (var file in Directory.EnumerateFiles(sources, "*", SearchOption.AllDirectories))
        {
            var copy = _stranger.At(Path.GetRelativePath(sources, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        var projects = Directory.EnumerateFiles(_folder, "*.*proj", SearchOption.AllDirectories).Select(project => $"""  <Project Path="{Path.GetRelativePath(_folder, project).Replace('\\', '/')}" />""");
        await File.WriteAllTextAsync(_stranger.At("Strangers.slnx"), $"<Solution>\n{string.Join('\n', projects)}\n</Solution>");
        await _stranger.DotNetAsync("build", "Strangers.slnx", "-v:q", "-clp:ErrorsOnly");
    }

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [TestCase("OneApi", "to|False", TestName = "One_api_works_without_the_facade")]
    [TestCase("Facade", "sent True|shared False|shared True", TestName = "A_client_with_an_HttpClient_of_the_caller_never_creates_the_shared_one")]
    [TestCase("SecondProvider", "sent mdr2-|with 0", TestName = "The_second_provider_works_from_its_packages")]
    [TestCase("WebTests", "simulator OK Hello|unsigned Unauthorized|mock mocked|receipt delivered|test passed", TestName = "A_web_application_is_tested_with_WebApplicationFactory_the_simulator_and_Moq")]
    [TestCase("FSharpProgram", "sent 0", TestName = "FSharp_sends")]
    [TestCase("VisualBasicProgram", "sent 0", TestName = "Visual_Basic_sends")]
    public async Task Runs(string project, string expected) => Assert.That((await RunAsync(project, "net10.0")).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), Is.EqualTo(expected.Split('|')));

    [Test]
    public async Task A_client_with_an_HttpClient_of_the_caller_runs_as_WebAssembly()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.MapGet("/account/get-balance", () => Results.Json(new { value = 12.5, autoReload = false }));
        await server.StartAsync();

        var output = await Stranger.ReadAsync(_stranger.Start("node", _stranger.At("Browser/main.mjs"), server.Urls.Single()));

        Assert.That(output.Split('\n', StringSplitOptions.TrimEntries), Has.Member("browser 12.5").And.Member("without an HttpClient: not supported"));
    }

    [TestCase("Library", "netstandard2.0", "Library.dll")]
    [TestCase("Facade", "net8.0", "Facade.dll")]
    [TestCase("Framework", "net48", "Framework.exe")]
    public void Is_built_for(string project, string framework, string file) => Assert.That(File.Exists(_stranger.At($"{project}/bin/Debug/{framework}/{file}")), Is.True);

    [Test]
    public async Task Runs_on_dotnet_8()
    {
        // With its runtime, which is a package as well: none needs to be installed.
        var folder = _stranger.At("OnDotNet8");
        await _stranger.DotNetAsync("publish", "Facade", "-f", "net8.0", "--use-current-runtime", "--self-contained", "-o", folder, "-v:q");

        var output = await Stranger.ReadAsync(_stranger.Start(Path.Combine(folder, "Facade")));

        var included = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "Facade.runtimeconfig.json"))).RootElement.GetProperty("runtimeOptions").GetProperty("includedFrameworks");
        Assert.That(output, Does.StartWith("sent True"));
        Assert.That(included.EnumerateArray().Select(framework => framework.GetProperty("version").GetString()), Is.Not.Empty.And.All.StartsWith("8.0."));
    }

    [Test]
    public async Task Nothing_is_forced_above_what_dotnet_8_ships()
    {
        var assets = JsonDocument.Parse(await File.ReadAllTextAsync(_stranger.At("Facade/obj/project.assets.json"))).RootElement;

        var platform = assets.GetProperty("targets").GetProperty("net8.0").EnumerateObject().Select(package => package.Name).Where(name => name.StartsWith("Microsoft.", StringComparison.Ordinal) || name.StartsWith("System.", StringComparison.Ordinal)).ToList();

        Assert.That(platform, Has.Some.StartsWith("System.Threading.RateLimiting/"));
        Assert.That(platform.Where(name => int.Parse(name.Split('/')[1].Split('.')[0]) > 8), Is.Empty);
    }

    [TestCase("MeasuredApi", "Vonage.Generated.Sms")]
    [TestCase("MeasuredFacade", "Vonage.Generated")]
    public async Task The_table_of_dependencies_is_true(string project, string package)
    {
        var assets = JsonDocument.Parse(await File.ReadAllTextAsync(_stranger.At($"{project}/obj/project.assets.json"))).RootElement;
        var measured = assets.GetProperty("targets").EnumerateObject().ToDictionary(framework => framework.Name, framework => Measure(assets, framework.Value));
        var row = Array.Find(await File.ReadAllLinesAsync(Path.Combine(RepositoryFolder.Find(), "docs", "packages.md")), line => line.StartsWith($"| `{package}` ", StringComparison.Ordinal) && line.Contains(" MB", StringComparison.Ordinal));

        string[] frameworks = ["net10.0", "net8.0", "netstandard2.0"];
        var expected = $"| `{package}` | {string.Join(" | ", frameworks.Select(framework => FormattableString.Invariant($"{measured[framework].Packages}, {measured[framework].Megabytes:F1} MB")))} |";
        Assert.That(row, Is.Not.Null, expected);
        // The number of packages is exact; how large they are is known roughly.
        var cells = row!.Split('|', StringSplitOptions.TrimEntries)[2..5].Select(cell => cell.Split(", ")).ToList();
        Assert.That(cells.Select(cell => int.Parse(cell[0])), Is.EqualTo(frameworks.Select(framework => measured[framework].Packages)), expected);
        Assert.That(
            cells.Zip(frameworks).Where(pair => Math.Abs(double.Parse(pair.First[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) - measured[pair.Second].Megabytes) > 0.1 + (0.2 * measured[pair.Second].Megabytes)),
            Is.Empty,
            expected);
    }

    private static (int Packages, double Megabytes) Measure(JsonElement assets, JsonElement framework)
    {
        var packages = framework.EnumerateObject().Where(package => !package.Name.StartsWith(BuiltPackages.Prefix, StringComparison.Ordinal)).ToList();
        var files = packages.Where(package => package.Value.TryGetProperty("runtime", out _))
            .SelectMany(package => package.Value.GetProperty("runtime").EnumerateObject().Select(file => Path.Combine(Feed.Restored, assets.GetProperty("libraries").GetProperty(package.Name).GetProperty("path").GetString()!, file.Name)));
        return (packages.Count, files.Sum(file => new FileInfo(file).Length) / 1e6);
    }

    private Task<string> RunAsync(string project, string framework) => _stranger.DotNetAsync(_stranger.At($"{project}/bin/Debug/{framework}/{project}.dll"));
}
