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

    [TestCase("name: { type: string, x-also: [title] }, title: { type: string }", "Thing has two fields that are read by the name \"title\". Remove the name from x-also.")]
    [TestCase("name: { type: string, x-also: [title] }, label: { type: string, x-also: [title] }", "Thing has two fields that are read by the name \"title\". Remove the name from x-also.")]
    [TestCase("name: { type: string, x-also: [name] }", "Thing has two fields that are read by the name \"name\". Remove the name from x-also.")]
    [TestCase("name: { type: string, x-also: title }", "'x-also' must be a list, but is the text 'title'.")]
    [TestCase("name: { type: string, x-also: [[title]] }", "'x-also[0]' must be text, but is a list.")]
    [TestCase("name: { type: string, x-also: { title: true } }", "'x-also' must be a list, but is an object.")]
    public async Task A_further_name_that_is_none_or_another_fields(string properties, string message) =>
        await IsRefusedAsync($"Thing: {{ type: object, properties: {{ {properties} }} }}", message);

    [TestCase("title", "x-scalar: 'title' is not a property of Thing that is a string or an enum.")]
    [TestCase("size", "x-scalar: 'size' is not a property of Thing that is a string or an enum.")]
    [TestCase("parts", "x-scalar: 'parts' is not a property of Thing that is a string or an enum.")]
    [TestCase("[name]", "'x-scalar' must be text, but is a list.")]
    [TestCase("7", "x-scalar: '7' is not a property of Thing that is a string or an enum.")]
    public async Task A_property_for_a_single_value_that_is_none(string scalar, string message) => await IsRefusedAsync(
        $"Thing: {{ type: object, x-scalar: {scalar}, properties: {{ name: {{ type: string }}, size: {{ type: integer }}, parts: {{ type: array, items: {{ type: string }} }} }} }}", message);

    [TestCase("name", "x-within: 'name' is a property of Thing itself. Name a field that it does not have.")]
    [TestCase("[data]", "'x-within' must be text, but is a list.")]
    public async Task A_field_around_an_object_that_is_its_own(string within, string message) => await IsRefusedAsync(
        $"Thing: {{ type: object, x-within: {within}, properties: {{ name: {{ type: string }} }} }}", message);

    [TestCase("x-scalar: name")]
    [TestCase("x-within: data")]
    public async Task A_word_for_reading_on_what_is_only_sent(string word) => await IsRefusedAsync(
        $$"""
        Thing: { type: object, properties: { name: { type: string } } }
            Sent: { type: object, {{word}}, properties: { name: { type: string } } }
        """,
        $"{word.Split(':')[0]} has no effect on Sent, which no response or webhook contains. Remove it.",
        path: "/sent:\n    post: { operationId: send, requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Sent' } } } }, responses: { '204': { description: Sent. } } }\n  /things");

    [Test]
    public async Task A_form_that_is_no_branch() => await IsRefusedAsync(
        """
        Thing: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }], x-form: C }
            A: { type: object, properties: { name: { type: string } } }
            B: { type: object, properties: { data: { allOf: [{ $ref: '#/components/schemas/A' }] } } }
        """,
        "x-form names 'C', which is no branch of the oneOf beside it. Name one of its schemas.");

    [Test]
    public async Task A_diagnostic_that_has_no_identifier()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "bad.yaml"), """
            openapi: 3.0.3
            info: { title: Bad, version: 1.0.0, x-experimental: this is a beta }
            paths: { /things: { get: { operationId: checkThings, responses: { '204': { description: Done. } } } } }
            """);

        Assert.That(await GenerateAsync(), Does.StartWith("info.x-experimental is the identifier of a diagnostic: capital letters, then digits, such as MYAPI001."));
    }

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
