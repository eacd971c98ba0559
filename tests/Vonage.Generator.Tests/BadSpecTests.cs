using System.Text.RegularExpressions;
using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

/// <summary>A spec that cannot become code is refused in words that say what to change, as an error that a build shows.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed partial class BadSpecTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vonage-generator-bad-spec-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_schema_that_is_missing() => await IsRefusedAsync(
        "Thing: { type: object, properties: { part: { allOf: [{ $ref: '#/components/schemas/Part' }] } } }",
        "components.schemas has no 'Part'.");

    [Test]
    public async Task Two_fields_of_one_name() => await IsRefusedAsync(
        "Thing: { type: object, properties: { request_id: { type: string, x-name: Id }, requestId: { type: string, x-name: id } } }",
        "Thing has two fields that would both be called Id: request_id, requestId. Give one an x-name.");

    [Test]
    public async Task Two_words_of_one_name() => await IsRefusedAsync(
        """
        Thing: { type: object, properties: { color: { allOf: [{ $ref: '#/components/schemas/Color' }] } } }
            Color: { type: string, enum: [dark-red, dark_red], x-enum-names: [DarkRed, dark_red] }
        """,
        "Color has several values called DarkRed. Tell them apart with x-enum-names.");

    [Test]
    public async Task A_union_among_mixed_in_fields() => await IsRefusedAsync(
        """
        Thing: { allOf: [{ $ref: '#/components/schemas/A' }, { type: object, properties: { more: { type: string } } }] }
            A: { oneOf: [{ $ref: '#/components/schemas/Leaf' }], discriminator: { propertyName: kind, mapping: { leaf: '#/components/schemas/Leaf' } } }
            Leaf: { type: object, required: [kind], properties: { kind: { type: string, enum: [leaf] } } }
        """,
        "'Thing' has a union in its allOf. Only plain objects can be mixed in.");

    [Test]
    public async Task A_unit_that_is_none() => await IsRefusedAsync(
        "Thing: { type: object, properties: { wait: { type: integer, x-duration: weeks, minimum: 1 } } }",
        "x-duration: 'weeks' is not one of milliseconds, seconds, minutes, hours, days.");

    [Test]
    public async Task A_security_scheme_that_is_not_declared() => await IsRefusedAsync(
        "Thing: { type: object }", "Security scheme 'basicAuth' is not declared.", operation: "security: [{ basicAuth: [] }]");

    [Test]
    public async Task A_path_parameter_that_is_not_declared() => await IsRefusedAsync(
        "Thing: { type: object }", "saveThing does not declare the path parameter 'id'.", path: "/things/{id}");

    [Test]
    public async Task A_list_in_pages_without_its_parameter() => await IsRefusedAsync(
        "Thing: { type: object, properties: { items: { type: array, items: { type: string } } } }",
        "saveThing: no parameter 'page'.",
        operation: "x-paging: { style: page, page: page, items: items }");

    [Test]
    public async Task A_list_in_pages_without_its_items() => await IsRefusedAsync(
        "Thing: { type: object, properties: { items: { type: array, items: { type: string } } } }",
        "'Thing' has no field 'things', which an extension names.",
        operation: "x-paging: { style: page, page: page, items: things }\n      parameters: [{ name: page, in: query, schema: { type: integer } }]");

    [Test]
    public async Task An_effect_that_is_none() => await IsRefusedAsync(
        "Thing: { type: object, properties: { name: { type: string } } }",
        "'x-effect' must be one of the words none, idempotent, once, but is the text 'never'.",
        operation: "x-effect: never");

    [Test]
    public async Task A_refusal_that_says_nothing() => await IsRefusedAsync(
        "Thing: { type: object, properties: { name: { type: string } } }",
        "'x-throttled' must be one of the words not-processed, but is the text 'sometimes'.",
        operation: "x-throttled: sometimes");

    [Test]
    public async Task A_shared_component_that_is_missing() => await IsRefusedAsync(
        "Thing: { type: object, properties: { links: { allOf: [{ $ref: 'common.yaml#/components/schemas/Nowhere' }] } } }",
        "'common.yaml#/components/schemas/Nowhere' leads nowhere.");

    [Test]
    public async Task Text_that_is_no_YAML()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "bad.yaml"), "openapi: 3.0.3\ninfo: [");

        Assert.That(await GenerateAsync(), Does.StartWith("This is not valid YAML"));
    }

    [Test]
    public async Task A_spec_that_is_not_there() =>
        Assert.That(await GenerateAsync(), Does.StartWith("There is no spec at "));

    private async Task IsRefusedAsync(string schemas, string message, string operation = "security: []", string path = "/things")
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "bad.yaml"), $$"""
            openapi: 3.0.3
            info: { title: Bad, version: 1.0.0 }
            servers: [{ url: "https://api.example.com" }]
            paths:
              {{path}}:
                post:
                  operationId: saveThing
                  {{operation}}
                  requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
                  responses: { '200': { description: A thing., content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }
            components:
              schemas:
                {{schemas}}
            """);

        Assert.That(await GenerateAsync(), Is.EqualTo(message));
    }

    /// <summary>What the generator says against the spec, as a build reads it: without its place, which is there.</summary>
    private async Task<string> GenerateAsync()
    {
        var result = await Command.GeneratorAsync(RepositoryFiles.Root, "--one", Path.Combine(_folder, "bad.yaml"), "Vonage.Bad", Path.Combine(_folder, "out"));

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(Directory.Exists(Path.Combine(_folder, "out")), Is.False);
        var fault = Fault().Match(result.Errors);
        Assert.That(fault.Success, result.Errors);
        return fault.Groups["text"].Value;
    }

    [GeneratedRegex(@"^\S+bad\.yaml(\(\d+,\d+\))?: error SPEC: (?<text>.+?)( \(#.*\))?\n$")]
    private static partial Regex Fault();
}
