using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace Vonage.Packages.Tests;

/// <summary>The generator as a stranger gets it: as a tool, and in the build of a project of their own.</summary>
public sealed partial class GeneratorTests
{
    private static readonly string Repository = RepositoryFolder.Find();
    private static readonly string PetStore = Path.Combine(Repository, "tests", "Vonage.Packages.Tests", "PetStore", "petstore.yaml");

    private readonly string _folder = Directory.CreateTempSubdirectory("generator-packages-").FullName;
    private readonly ConcurrentQueue<string> _requests = new();
    private WebApplication _server = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.Urls.Add("http://127.0.0.1:0");
        _server.Run(context =>
        {
            _requests.Enqueue($"{context.Request.Method} {context.Request.GetEncodedPathAndQuery()}");
            return context.Response.WriteAsJsonAsync(new[] { new { id = 7, name = "Rex", tag = "dog" } });
        });
        await _server.StartAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task The_pet_store_of_the_documentation_is_called()
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(Repository, "docs", "generator.md"));
        var stranger = new Stranger(Path.Combine(_folder, "Shop"));
        File.Copy(PetStore, stranger.At("petstore.yaml"));
        foreach (var command in Block(guide, "sh").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            await stranger.DotNetAsync(command["dotnet ".Length..].Split(' '));
        await File.WriteAllTextAsync(stranger.At("Program.cs"), Block(guide, "cs"));
        await stranger.DotNetAsync("build", "-warnaserror");

        var output = await stranger.DotNetAsync("run", "--no-build", "--", _server.Urls.Single());

        Assert.That((output.Trim(), _requests.Single()), Is.EqualTo(("7 Rex", "GET /v1/pets?limit=10")));

        await stranger.DotNetAsync("pack", "--no-build", "-c", "Debug", "-p:Version=3.0.0", "-o", stranger.At("packed"));
        var dependencies = Feed.NuspecOf(stranger.At("packed/Shop.3.0.0.nupkg")).Descendants().Where(e => e.Name.LocalName == "dependency").Select(e => e.Attribute("id")!.Value);
        Assert.That(dependencies, Is.EqualTo((string[])["Vonage.Generated.Core"]), "the generated client as a package needs one other");
    }

    [Test]
    public async Task A_project_generates_what_has_changed_in_its_build()
    {
        var stranger = new Stranger(Path.Combine(_folder, "a project"));
        var spec = stranger.At("petstore.yaml");
        File.Copy(PetStore, spec);
        await File.WriteAllTextAsync(stranger.At("ours.yaml"), """
            overlay: 1.0.0
            info: { title: Ours, version: "1" }
            actions: [ { target: "$.paths['/pets'].get", update: { operationId: listAnimals } } ]
            """);
        await File.WriteAllTextAsync(stranger.At("Shop.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFrameworks>net10.0;netstandard2.1</TargetFrameworks>
                <LangVersion>latest</LangVersion>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Vonage.Generated.Core" Version="0.*-*" />
                <PackageReference Include="Vonage.Generated.Generator.MSBuild" Version="0.*-*" PrivateAssets="all" />
                <OpenApiClient Include="petstore.yaml" Namespace="Shop.PetStore" Overlays="ours.yaml" />
                <OpenApiClient Include="petstore.yaml" Namespace="Shop.Committed" OutputFolder="Committed" />
              </ItemGroup>
            </Project>
            """);
        await File.WriteAllTextAsync(stranger.At("Usage.cs"), """
            internal static class Usage
            {
                public static object Call(Shop.PetStore.IPetStoreClient store) => store.ListAnimalsAsync();

                public static object Call(Shop.Committed.ICommittedClient store) => store.ListPetsAsync();
            }
            """);
        var generated = stranger.At("obj/openapi/petstore.Shop.PetStore/PetStoreClient.g.cs");

        var first = await stranger.DotNetAsync("build", "-m", "-v:n");
        var original = await File.ReadAllTextAsync(generated);
        var second = await stranger.DotNetAsync("build", "-m", "-v:n");
        await File.WriteAllTextAsync(generated, original + "// edited");
        var third = await stranger.DotNetAsync("build", "-m", "-v:n", "-f", "net10.0");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Runs(first), Is.InRange(2, 4), "one for each client, and none while another one runs");
            Assert.That(Runs(second), Is.Zero, second);
            Assert.That(Runs(third), Is.EqualTo(1));
            Assert.That(await File.ReadAllTextAsync(generated), Is.EqualTo(original));
            Assert.That(File.Exists(stranger.At("Committed/CommittedClient.g.cs")), Is.True);
        }

        await File.WriteAllTextAsync(spec, (await File.ReadAllTextAsync(spec)).Replace("in: query", "in: querry", StringComparison.Ordinal));
        var error = await stranger.FailAsync("build", "-f", "net10.0");

        Assert.That(error, Does.Contain($"{spec}(18,15): error SPEC: 'in' must be one of the words path, query, header, cookie, but is the text 'querry'. (#/paths/~1pets/get/parameters/0/in)"));
        Assert.That(error, Does.Not.Contain("MSB3073"));
    }

    [Test]
    public async Task A_project_without_the_runtime_is_told_so()
    {
        var stranger = new Stranger(Path.Combine(_folder, "bare"));
        File.Copy(PetStore, stranger.At("petstore.yaml"));
        await File.WriteAllTextAsync(stranger.At("Shop.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Vonage.Generated.Generator.MSBuild" Version="0.*-*" PrivateAssets="all" />
                <OpenApiClient Include="petstore.yaml" Namespace="Shop.PetStore" />
              </ItemGroup>
            </Project>
            """);

        Assert.That(await stranger.FailAsync("build"), Does.Contain("need the package Vonage.Generated.Core. Add it: dotnet add package Vonage.Generated.Core"));
    }

    private static int Runs(string log) => RunPattern().Count(log);

    private static string Block(string document, string language) =>
        Regex.Match(document, $"^```{language}\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;

    [GeneratedRegex(@"Vonage\.Generated\.Generator\.dll"" --spec")]
    private static partial Regex RunPattern();
}
