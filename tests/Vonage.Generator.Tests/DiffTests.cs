using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

/// <summary><c>vonage-generate diff</c>: what a changed document does to the users of its client.</summary>
internal sealed class DiffTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Store, version: "1" }
        servers: [ { url: https://api.example.com } ]
        paths:
          /things/{id}:
            get:
              operationId: getThing
              parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }
          /things:
            get:
              operationId: listThings
              parameters: [ { name: limit, in: query, schema: { type: integer } } ]
              responses: { '204': { description: ok } }
            post:
              operationId: addThing
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Receipt' } } } } }
        components:
          schemas:
            Receipt: { type: object, required: [ code ], properties: { code: { type: string } } }
            Thing: { type: object, required: [ name ], properties: { name: { type: string }, count: { type: integer, format: int32 }, color: { $ref: '#/components/schemas/Color' } } }
            Color: { type: string, enum: [ red, blue ] }
        """;

    [TestCase("operationId: addThing", "operationId: createThing",
        "removed  IStoreClient.AddThingAsync(Thing thing, RequestOptions? requestOptions?, CancellationToken cancellationToken?)  [breaks source and binary]\nadded    IStoreClient.CreateThingAsync(Thing thing, RequestOptions? requestOptions?, CancellationToken cancellationToken?) (classes of your own that implement the interface need it)\n1 added, 1 removed: breaks source and binary compatibility.")]
    [TestCase("required: [ name ], ", "", "removed  Thing.new(string name)  [breaks source and binary]\n1 removed")]
    [TestCase("required: [ code ], ", "", "changed  Receipt.Code: string → string? (nullable warnings)  [breaks source]\n1 changed: breaks source compatibility.")]
    [TestCase("type: integer, format: int32", "type: integer, format: int64", "changed  Thing.Count: int? → long?  [breaks source and binary]\n1 changed: breaks source and binary compatibility.")]
    [TestCase("name: { type: string }", "name: { type: string }, size: { type: string }", "added    Thing.Size\n1 added: compatible.")]
    [TestCase("enum: [ red, blue ]", "enum: [ red, green ]", "removed  Color.Blue  [breaks source and binary]\nadded    Color.Green\n1 added, 1 removed: breaks source and binary compatibility.")]
    [TestCase("enum: [ red, blue ]", "enum: [ red, Blue ]", "changed  Color.Values.Blue: \"blue\" → \"Blue\"  [breaks binary]\n1 changed: breaks binary compatibility.")]
    [TestCase("name: id, in: path", "name: id, x-name: key, in: path", "changed  IStoreClient.GetThingAsync(string id, RequestOptions? requestOptions?, CancellationToken cancellationToken?) → GetThingAsync(string key, RequestOptions? requestOptions?, CancellationToken cancellationToken?)  [breaks source]\n1 changed: breaks source compatibility.")]
    [TestCase("parameters: [ { name: id", "parameters: [ { name: deep, in: query, schema: { type: boolean } }, { name: id",
        "GetThingAsync(string id, bool? deep?, RequestOptions? requestOptions?, CancellationToken cancellationToken?)  [breaks binary, and the source of calls that give requestOptions without its name]\n1 changed: breaks source and binary compatibility.")]
    [TestCase("parameters: [ { name: id", "parameters: [ { name: deep, in: query, required: true, schema: { type: boolean } }, { name: id", "GetThingAsync(bool deep, string id, RequestOptions? requestOptions?, CancellationToken cancellationToken?)  [breaks source and binary]\n")]
    [TestCase("parameters: [ { name: limit", "parameters: [ { name: after, in: query, schema: { type: string } }, { name: limit", "added    ListThingsOptions.After\n1 added: compatible.")]
    [TestCase("operationId: getThing", "operationId: getThing\n      deprecated: true", "changed  IStoreClient.GetThingAsync is obsolete (warnings)\n1 changed: compatible.")]
    [TestCase("title: Store", "title: Other", "The client's public members are the same.\n")]
    public async Task Lists_what_is_different_and_what_it_breaks(string old, string replacement, string report)
    {
        var result = await DiffAsync(Document, Document.Replace(old, replacement, StringComparison.Ordinal));

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(result.Output, Does.Contain(report));
    }

    [Test]
    public async Task What_is_said_of_an_optional_parameter_is_so()
    {
        var spec = Path.Combine(AppContext.BaseDirectory, "diff.yaml");
        await File.WriteAllTextAsync(spec, Document.Replace("parameters: [ { name: id", "parameters: [ { name: deep, in: query, schema: { type: boolean } }, { name: id", StringComparison.Ordinal));
        var result = await Command.GeneratorAsync(Path.GetTempPath(), "--spec", spec, "--namespace", "Acme.Diff", "--output", GeneratedPackage.FolderOf("Acme.Diff"));
        Assert.That(result.ExitCode, Is.Zero, result.Text);

        var package = GeneratedPackage.Of("Acme.Diff");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(package.ErrorsOf("DiffClient client = null!; _ = client.GetThingAsync(\"1\", new RequestOptions());"), Is.Not.Empty);
            Assert.That(package.ErrorsOf("DiffClient client = null!; _ = client.GetThingAsync(\"1\", requestOptions: new RequestOptions()); _ = client.GetThingAsync(\"1\", cancellationToken: default); _ = client.GetThingAsync(\"1\");"), Is.Empty);
            Assert.That(package.ErrorsOf("DiffClient client = null!; _ = client.ListThingsAsync(new ListThingsOptions { Limit = 1 }, new RequestOptions());"), Is.Empty);
        }
    }

    [TestCase("operationId: addThing", "operationId: createThing", 1)]
    [TestCase("name: { type: string }", "name: { type: string }, size: { type: string }", 0)]
    public async Task Fails_on_what_breaks_if_asked_to(string old, string replacement, int code) =>
        Assert.That((await DiffAsync(Document, Document.Replace(old, replacement, StringComparison.Ordinal), "--fail-on-breaking")).ExitCode, Is.EqualTo(code));

    [Test]
    public async Task A_document_that_cannot_be_generated_is_an_error_of_that_document()
    {
        var result = await DiffAsync(Document, Document.Replace("in: path", "in: pat", StringComparison.Ordinal));

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Errors, Does.Match(@"new\.yaml\(8,\d+\): error SPEC: 'in' must be one of the words"));
    }

    private static async Task<CommandResult> DiffAsync(string old, string now, params string[] more)
    {
        var folder = Directory.CreateTempSubdirectory("vonage-generate-diff-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "old.yaml"), old);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "new.yaml"), now);
            return await Command.GeneratorAsync(folder.FullName, ["diff", "old.yaml", "new.yaml", "--namespace", "Store", .. more]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
