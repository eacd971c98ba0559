using System.Diagnostics;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Vonage.Contract.Tests;
using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

/// <summary>
/// Documents of makers who know nothing of this generator, from npm packages: each becomes code that compiles without a warning, and whose
/// requests Prism accepts by the same document.
/// </summary>
[Category("Slow")]
internal sealed partial class RealDocumentTests
{
    private const string Examples = "@readme/oas-examples/";

    // The package, its document, the host that it names (null where it names none) with the path of the server, and calls.
    private static readonly Dictionary<string, Real> Documents = new(StringComparer.Ordinal)
    {
        ["GitHub"] = new("@octokit/openapi/generated/api.github.com.json", "api.github.com", "/", """
            var repository = await client.ReposGetAsync("octocat", "hello");
            await client.IssuesCreateAsync("octocat", "hello", new IssuesCreateRequest { Title = "t", Labels = { "bug" } });
            await client.GistsListAsync(new GistsListOptions { PerPage = 5, Since = "2024-05-01T00:00:00Z" });
            return repository.Id > 0 && repository.Owner is not null;
            """),
        ["Directus"] = new("@directus/specs/dist/openapi.json", null, "/", """
            var users = await client.GetUsersAsync(new GetUsersOptions { Limit = 3, Fields = new[] { "id" } });
            await client.CreateFolderAsync(request: new CreateFolderRequest { Name = "f" });
            return users is not null;
            """),
        ["Blockfrost"] = new("@blockfrost/openapi/openapi.yaml", "cardano-mainnet.blockfrost.io", "/api/v0/", """
            var epoch = await client.GetEpochsLatestAsync();
            await client.GetEpochsByNumberNextAsync(5, count: 2);
            await client.GetNetworkAsync();
            return epoch.Epoch > 0;
            """),
        ["Dialogporten"] = new("@digdir/dialogporten-schema/swagger.verified.json", "altinn-dev-api.azure-api.net", "/dialogporten/", """
            var keys = await client.V1WellKnownJwksGetGetJwksAsync();
            await client.V1EndUserPartiesGetGetPartiesAsync();
            return keys is not null;
            """),
        ["Galaxy"] = new("@scalar/galaxy/dist/latest.yaml", "galaxy.scalar.com", "/", """
            var planet = await client.GetPlanetAsync(1);
            await client.GetAllDataAsync(limit: 2);
            return planet is not null;
            """),
        ["ReadMe"] = new(Examples + "3.1/json/readme.json", "api.readme.com", "/v2/", """
            var roles = await client.GetOpenRolesAsync();
            await client.GetOutboundIPsAsync();
            return roles is not null;
            """),
        ["StarTrek"] = new(Examples + "3.0/json/star-trek.json", "stapi.co", "/api/v1/rest/", """
            var book = await client.GetBookAsync("b");
            await client.PostAnimalSearchAsync(new PostAnimalSearchRequest { Name = "n" }, new PostAnimalSearchOptions { PageSize = 1 });
            return book is not null;
            """),
        ["TrainTravel"] = new(Examples + "3.1/json/train-travel.json", "api.example.com", "/", """
            var trips = await client.GetTripsAsync("efdbb9d1-02c2-4bc3-afb7-6788d8782b1e", "b2e783e1-c824-4d63-b37a-d8d698862f1d", DateTimeOffset.UnixEpoch);
            await client.GetStationsAsync();
            return trips is not null;
            """),
        ["PetStore"] = new(Examples + "2.0/json/petstore.json", "petstore.swagger.io", "/v2/", """
            var pets = await client.FindPetsByStatusAsync(new[] { "sold" });
            await client.UploadFileAsync(1, new UploadFileRequest { AdditionalMetadata = "m", File = new byte[] { 1 } });
            return (await client.GetPetByIdAsync(1)).Name is not null && pets is not null;
            """),
        ["Uspto"] = new(Examples + "3.0/json/uspto.json", "developer.uspto.gov", "/ds-api/", """
            await client.ListSearchableFieldsAsync("oa_citations", "v1");
            return await client.ListDataSetsAsync() is not null;
            """),
    };

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private readonly string _folder = Directory.CreateTempSubdirectory("vonage-generator-real-").FullName;

    private TimeSpan _duration;
    private CommandResult _result = null!;

    public static IEnumerable<string> Names => Documents.Keys;

    [OneTimeSetUp]
    public async Task GenerateAsync()
    {
        _result = await Command.RunAsync(
            "dotnet",
            [RepositoryFiles.Generator, "--one", .. Documents.SelectMany(d => new[] { d.Value.File, PackageOf(d.Key), GeneratedPackage.FolderOf(PackageOf(d.Key)) })],
            RepositoryFiles.Root,
            environment => environment["DOTNET_GCHeapHardLimit"] = "0x40000000",
            WatchAsync);
    }

    // What the processor spent: other tests run at the same time.
    private async Task WatchAsync(Process process)
    {
        try
        {
            while (!process.HasExited)
            {
                _duration = process.TotalProcessorTime;
                await Task.Delay(50);
            }
        }
        catch (InvalidOperationException)
        {
            // It ended just now.
        }
    }

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    /// <summary>GitHub's document alone has 706 operations.</summary>
    [Test]
    public void All_are_generated_in_20_seconds_and_a_gigabyte()
    {
        Assert.That(_result.ExitCode, Is.Zero, _result.Text);
        Assert.That(_duration, Is.LessThan(Longest).And.GreaterThan(TimeSpan.Zero));
    }

    [TestCaseSource(nameof(Names))]
    public async Task Its_own_document_accepts_what_is_sent(string name)
    {
        var document = Documents[name];
        var copy = Path.Combine(_folder, name + Path.GetExtension(document.File));
        await File.WriteAllTextAsync(copy, ForPrism(await File.ReadAllTextAsync(document.File), document.BasePath));
        await using var prism = await PrismServer.StartOnAsync(copy);

        var answer = await GeneratedPackage.Of(PackageOf(name)).RunAsync($$"""
            var options = new ApiClientOptions { Retry = RetryOptions.None };
            {{(document.Host is null ? $"options.BaseAddress = new Uri(\"{prism.Address}\");" : $"options.Hosts[\"{document.Host}\"] = new Uri(\"{prism.Address}\");")}}
            var client = new {{name}}Client(new ApiClient(new Vonage.Generator.Tests.Support.EveryKey(), options));
            {{document.Calls}}
            """, null!);

        Assert.That(answer, Is.True);
    }

    // Prism serves the paths without that of the server, and follows what looks like a reference in an example.
    private static string ForPrism(string document, string basePath)
    {
        if (!document.StartsWith('{'))
            return basePath == "/" ? document : PathInYaml().Replace(document, "$1" + basePath);
        var root = JsonConvert.DeserializeObject<JObject>(document, new JsonSerializerSettings { DateParseHandling = DateParseHandling.None })!;
        root["paths"] = new JObject(((JObject)root["paths"]!).Properties().Select(path => new JProperty(basePath.TrimEnd('/') + path.Name, path.Value)));
        root.Remove("basePath");
        foreach (var reference in root.Descendants().OfType<JProperty>().Where(p => p.Name == "$ref" && ((string?)(p.Value as JValue))?.StartsWith("https:", StringComparison.Ordinal) == true).ToList())
            reference.Remove();
        return root.ToString();
    }

    [GeneratedRegex("""^(  ['"]?)/""", RegexOptions.Multiline)]
    private static partial Regex PathInYaml();

    private static string PackageOf(string name) => "Vonage." + name;

    private sealed record Real(string Path, string? Host, string BasePath, string Calls)
    {
        public string File => RepositoryFiles.At("node_modules", Path);
    }
}
