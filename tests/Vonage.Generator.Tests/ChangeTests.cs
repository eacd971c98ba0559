using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

/// <summary>What a change of the API changes in the repository, beside the files that CONTRIBUTING names: generated files, and nothing else.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ChangeTests : IDisposable
{
    private static readonly string[] Folders = ["build", "generated", "specs", "src", "tools"];

    private readonly RepositoryCopy _copy = new();

    public void Dispose() => _copy.Dispose();

    [Test]
    public async Task An_API_of_two_operations_takes_a_spec_and_a_project_file()
    {
        var changed = await ChangedByAsync(() => _copy.AddPackage("Walls", "enums"));

        Assert.That(changed, Is.EquivalentTo((string[])
        [
            "specs/walls.yaml",
            "src/Vonage.Walls/Vonage.Walls.csproj",
            "generated/openapi/walls.json",
            "generated/Vonage.Walls/Example.md",
            "generated/Vonage.Walls/IWallsClient.g.cs",
            "generated/Vonage.Walls/Models.Json.g.cs",
            "generated/Vonage.Walls/Models.g.cs",
            "generated/Vonage.Walls/Options.g.cs",
            "generated/Vonage.Walls/README.md",
            "generated/Vonage.Walls/WallsClient.g.cs",
            "generated/Vonage.Walls/inputs.txt",
        ]));
        Assert.That(_copy.Read("generated/Vonage.Walls/README.md"), Does.Contain("| `PaintAsync` | `POST api.example.com/paint/{color}` | none | once | Paint |").And.Contain("`SavePaintingAsync`"));
    }

    [Test]
    public async Task A_field_takes_a_property_in_the_spec()
    {
        const string Color = "        color: { allOf: [{ $ref: '#/components/schemas/Color' }], description: Required. }";

        var changed = await ChangedByAsync(() => _copy.Edit("specs/paint.yaml", Color, Color + "\n        dealer: { type: string, description: The dealer. }"));

        Assert.That(changed, Is.EquivalentTo((string[])
        [
            "specs/paint.yaml",
            "generated/openapi/paint.json",
            "generated/Vonage.Paint/Models.Json.g.cs",
            "generated/Vonage.Paint/Models.g.cs",
            "generated/Vonage.Paint/inputs.txt",
        ]));
        Assert.That(_copy.Read("generated/Vonage.Paint/Models.g.cs"), Does.Contain("public string? Dealer { get; set; }"));
    }

    // As the build runs it: only what is stale is generated.
    private async Task<IEnumerable<string>> ChangedByAsync(Action change)
    {
        await GenerateAsync();
        var before = Snapshot();
        change();
        await GenerateAsync("--stale");
        return Snapshot().Where(file => before.GetValueOrDefault(file.Key) != file.Value).Select(file => file.Key.Replace('\\', '/'));
    }

    private async Task GenerateAsync(params string[] arguments)
    {
        var result = await _copy.GenerateAsync(arguments);
        Assert.That(result.ExitCode, Is.Zero, result.Text);
    }

    private Dictionary<string, string> Snapshot() => Folders.SelectMany(_copy.Snapshot).ToDictionary();
}
