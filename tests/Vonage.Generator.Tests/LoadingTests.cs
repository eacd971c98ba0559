using System.Globalization;
using System.Text;
using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

/// <summary>What a document can make of itself is bounded: one that would expand or go round without end is refused with its place.</summary>
internal sealed class LoadingTests
{
    private static readonly Dictionary<string, (string Document, string Fault)> Refused = new(StringComparer.Ordinal)
    {
        ["aliases-of-aliases"] = ("x-0: &a0 [1, 1]\n" + Lines(1, 40, i => $"x-{i}: &a{i} [*a{i - 1}, *a{i - 1}]"), "(16,19): error SPEC: the aliases so far expand to more than 100000 values."),
        ["aliases-of-a-long-text"] = ($"x-0: &a {new string('x', 100_000)}\nx-1: [{string.Join(", ", Enumerable.Repeat("*a", 100))}]", "the aliases so far expand to more than 100000 values."),
        ["aliases-that-are-merged"] = ("x-0: &a0 { a: 1, b: 2 }\n" + Lines(1, 40, i => $"x-{i}: &a{i} {{ <<: [*a{i - 1}], l{i}: *a{i - 1}, r{i}: *a{i - 1} }}"), "the aliases so far expand to more than 100000 values."),
        ["a-list-in-itself"] = ("x-a: &a [*a]", "(1,10): error SPEC: the alias 'a' stands in what it refers to, which would contain itself without end."),
        ["a-mapping-in-itself"] = ("x-a: &a { b: { c: *a } }", "(1,19): error SPEC: the alias 'a' stands in what it refers to, which would contain itself without end."),
        ["a-mapping-merged-with-itself"] = ("x-a: &a { <<: *a }", "(1,15): error SPEC: the alias 'a' stands in what it refers to, which would contain itself without end."),
        ["an-alias-of-nothing"] = ("x-a: *nothing", "(1,6): error SPEC: there is no anchor 'nothing' before this alias."),
        ["too-deep"] = ($"x-a: {new string('[', 100_000)}{new string(']', 100_000)}", "nested deeper than 100 levels."),
        ["a-key-twice"] = ("x-a: 1\nx-a: 2", "(2,1): error SPEC: the key 'x-a' stands here twice."),
        ["a-key-that-is-a-list"] = ("? [a]\n: 1", "(1,3): error SPEC: a key must be text."),
        ["a-merge-of-a-text"] = ("x-a: { <<: text }", "(1,8): error SPEC: what is merged must be a mapping."),
        ["no-mapping"] = ("- openapi", "(1,1): error SPEC: a spec is a mapping with the fields 'openapi', 'info' and 'paths'."),
        ["nothing"] = ("", "a spec is a mapping with the fields 'openapi', 'info' and 'paths'."),
        ["swagger"] = ("swagger: '1.2'\npaths: {}", "(1,10): error SPEC: This is Swagger 1.2. OpenAPI 3.0 and 3.1 and Swagger 2.0 are supported: 'openapi: 3.0.3'."),
        ["a-newer-version"] = ("openapi: 4.0.0\npaths: {}", "This is OpenAPI 4.0.0. OpenAPI 3.0 and 3.1 and Swagger 2.0 are supported: 'openapi: 3.0.3'."),
        ["no-version"] = ("paths: {}", "This is no OpenAPI document: it has no 'openapi' with its version."),
        ["no-words-in-version-30"] = ("openapi: 3.1.0\ninfo: { title: T, version: 1.0.0 }\ncomponents: { schemas: { A: { $dynamicRef: '#a' } } }", "(3,44): error SPEC: '$dynamicRef' is not supported. Refer to a schema by its name: $ref: '#/components/schemas/Thing'. (#/components/schemas/A/$dynamicRef)"),
        ["a-brace-that-is-not-closed"] = ("openapi: 3.0.3\ninfo: { title: T, version: 1.0.0\npaths: {}", ": error SPEC: This is not valid YAML: "),
        ["a-brace-too-many"] = (Parameter("schema: { type: string } }"), ": error SPEC: This is not valid YAML: "),
        ["a-brace-too-few"] = (Parameter("schema: { type: string"), ": error SPEC: This is not valid YAML: "),
        ["two-documents"] = ("openapi: 3.0.3\ninfo: { title: T, version: 1.0.0 }\npaths: {}\n---\nopenapi: 3.0.3", "(4,1): error SPEC: a second document begins here. Write each in a file of its own."),
        ["a-field-under-a-wrong-name"] = ("openapi: 3.0.3\ninfo: { title: T, version: 1.0.0 }\npaths: { /a: { get: { resposes: {} } } }", "(3,2"),
        ["a-parameter-without-a-place"] = (Operation("parameters: [{ name: id, in: path, required: true, schema: { type: string } }]"), "(7,20): error SPEC: getA has the path parameter 'id', but there is no {id} in its path /a. Write it there, or remove the parameter. (#/paths/~1a/get/parameters/0)"),
        ["an-object-between-pipes"] = (Parameter("style: pipeDelimited, schema: { type: object, properties: { a: { type: string } } }"), "(7,20): error SPEC: OpenAPI does not say how an object is written as a parameter of style pipeDelimited. Declare it as JSON: content: { application/json: { schema: … } }. (#/paths/~1a/get/parameters/0)"),
        ["a-list-of-objects"] = (Parameter("schema: { type: array, items: { type: object, properties: { a: { type: string } } } }"), "OpenAPI does not say how a list of GetAAItem is written as a parameter. Declare it as JSON"),
        ["a-list-of-objects-in-brackets"] = (Parameter("style: deepObject, schema: { type: object, properties: { a: { type: array, items: { type: object, properties: { b: { type: string } } } } } }"), "OpenAPI does not say how 'a', a list of GetAAAItem, is written as a parameter of style deepObject."),
        ["an-object-in-an-object"] = (Parameter("schema: { type: object, properties: { a: { type: object, properties: { b: { type: string } } } } }"), "OpenAPI does not say how 'a', an object in an object, is written as a parameter of style form."),
        ["XML-in-a-parameter"] = (Parameter("content: { application/xml: { schema: { type: object, properties: { a: { type: string } } } } }"), "A parameter of type application/xml must be text. Declare 'type: string', or use application/json. (#/paths/~1a/get/parameters/0/content/application~1xml)"),
        ["a-body-of-parts-without-names"] = (Body("multipart/mixed", "{ type: object, properties: { a: { type: string } } }"), "A body of type multipart/mixed is not supported. Use multipart/form-data. (#/paths/~1a/get/requestBody/content/multipart~1mixed)"),
        ["a-form-that-is-a-list"] = (Body("application/x-www-form-urlencoded", "{ type: array, items: { type: string } }"), "A body of type application/x-www-form-urlencoded must be an object with properties. Write 'type: object' and its 'properties' here."),
        ["a-part-of-no-media-type"] = (Body("multipart/form-data", "{ type: object, properties: { a: { type: string } } }, encoding: { a: { contentType: \"a\\r\\nb: c\" } }"), "'a b: c' is no media type. Write one such as image/png, or several with commas between them. (#/paths/~1a/get/requestBody/content/multipart~1form-data/encoding/a/contentType)"),
        ["several-unions-in-an-allOf"] = (Schemas("A: { allOf: [{ oneOf: [{ $ref: '#/components/schemas/B' }, { type: object }] }, { anyOf: [{ $ref: '#/components/schemas/B' }, { type: array, items: {} }] }] }", "B: { type: object, properties: { b: { type: string } } }"), "'A' has several unions in its allOf. Describe it as a oneOf of all their combinations."),
        ["a-union-of-texts-with-fields"] = (Schemas("A: { type: object, properties: { a: { type: string } }, oneOf: [{ $ref: '#/components/schemas/B' }, { type: string }] }", "B: { type: object, properties: { b: { type: string } } }"), "'A' has fields of its own, and a branch that is no plain object. Give each branch the fields, and leave them out here. (#/components/schemas/A/oneOf/1)"),
        ["a-number-as-the-discriminator-of-a-base"] = (Schemas("A: { type: object, discriminator: { propertyName: kind }, properties: { kind: { type: integer } } }", "B: { allOf: [{ $ref: '#/components/schemas/A' }, { type: object, properties: { b: { type: string } } }] }"), "The discriminator of 'A' is of type integer, by which a base class cannot tell its branches. Describe 'A' as a oneOf of them, each with its value as 'enum'. (#/components/schemas/A/properties/kind)"),
        ["a-server-with-a-password"] = (Server("url: 'https://u:p@api.example.com'"), "(3,11): error SPEC: The server 'https://u:p@api.example.com' has a user name or password, which would not be sent. Describe it by a security scheme. (#/servers/0)"),
        ["a-server-with-a-query"] = (Server("url: 'https://api.example.com/v1?a=b'"), "has a query or a fragment, which would not be sent. Describe it by parameters."),
        ["a-server-with-an-unknown-variable"] = (Server("url: 'https://{tenant}.example.com'"), "has a variable that is not declared: 'tenant'. Declare it under 'variables', with a 'default'."),
        ["a-default-that-is-no-value"] = (Server("url: 'https://{r}.example.com', variables: { r: { default: a, enum: [b, c] } }"), "The default of 'r' is 'a', which is not one of its values. Choose one of them. (#/servers/0/variables/r/default)"),
        ["a-name-of-ours-and-another"] = (Schemas("A: { type: string, enum: [a], x-enum-names: [One], x-enum-varnames: [Two] }"), "'x-enum-names' and 'x-enum-varnames' say different things. Keep one of them. (#/components/schemas/A/x-enum-varnames)"),
        ["a-mapping-to-nowhere"] = ("openapi: 3.0.3\ninfo: { title: T, version: 1.0.0 }\npaths: { /a: { get: { operationId: getA, responses: { '200': { description: A., content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } } } } }\ncomponents: { schemas: { A: { oneOf: [{ $ref: '#/components/schemas/B' }], discriminator: { propertyName: kind, mapping: { b: B, c: '#/components/schemas/C' } } }, B: { type: object, properties: { kind: { type: string } } } } }", "The discriminator maps 'c' to '#/components/schemas/C', which is no schema."),
        ["paths-in-a-circle"] = ("openapi: 3.0.3\ninfo: { title: T, version: 1.0.0 }\npaths: { /a: { $ref: '#/paths/~1b' }, /b: { $ref: '#/paths/~1a' } }", "The path '#/paths/~1b' refers to itself in a circle. (#/paths/~1a/$ref)"),
        ["paths-without-end"] = ("openapi: 3.0.3\ninfo: { title: T, version: 1.0.0 }\npaths: { /a: { get: { operationId: getA, responses: {}, callbacks: { c: { d: { $ref: '#/paths/~1a' }, e: { $ref: '#/paths/~1a' } } } } } }", "The path '#/paths/~1a' refers to itself in a circle."),
        ["paths-that-double"] = ("openapi: 3.0.3\ninfo: { title: T, version: 1.0.0 }\npaths:\n" + Lines(1, 40, i => $"  /a{i}: {{ get: {{ responses: {{}}, callbacks: {{ c: {{ d: {{ $ref: '#/paths/~1a{i + 1}' }}, e: {{ $ref: '#/paths/~1a{i + 1}' }} }} }} }} }}") + "  /a41: { get: { responses: {} } }", "The paths that stand in several places expand to more than 100000 values."),
        ["fields-of-the-wrong-kind"] = ("openapi: 3.0.3\ninfo: { title: [T], version: 1.0.0 }\npaths: { /a: { get: { parameters: [{ in: querry, name: a, schema: { type: text } }], responses: text } } }", ".yaml("),
        ["operations-of-one-name"] = ("openapi: 3.0.3\ninfo: { title: T, version: 1.0.0 }\npaths:\n  /a: { get: { operationId: getA, responses: {} } }\n  /b: { get: { operationId: get_a, responses: {} }, post: { operationId: b, responses: {} } }", "error SPEC: Several operations have an operationId that becomes GetA: #/paths/~1a/get, #/paths/~1b/get. Give each its own."),
        ["no-paths"] = ("openapi: 3.0.3\ninfo: { title: T, version: 1.0.0 }", "(1,1): error SPEC: 'paths' is missing. It is an object; without operations: 'paths: {}'. (#)"),
        ["a-reference-to-itself"] = (Schemas("A: { $ref: '#/components/schemas/A' }"), "components.schemas.A consists of itself: schemas.A → schemas.A. Break the circle by an object with a property."),
        ["references-in-a-circle"] = (Schemas("A: { $ref: '#/components/schemas/B' }", "B: { $ref: '#/components/schemas/C' }", "C: { $ref: '#/components/schemas/B' }"), "components.schemas.B consists of itself: schemas.B → schemas.C → schemas.B."),
        ["parameters-in-a-circle"] = (Components("parameters: { A: { $ref: '#/components/parameters/B' }, B: { $ref: '#/components/parameters/A' } }"), "components.parameters.A consists of itself: parameters.A → parameters.B → parameters.A."),
        ["an-allOf-of-itself"] = (Schemas("Node: { allOf: [{ $ref: '#/components/schemas/Node' }, { type: object, properties: { a: { type: string } } }] }"), "components.schemas.Node consists of itself: schemas.Node → schemas.Node."),
        ["an-allOf-in-a-circle"] = (Schemas("A: { allOf: [{ allOf: [{ $ref: '#/components/schemas/B' }] }], properties: { x: { type: string } } }", "B: { allOf: [{ $ref: '#/components/schemas/A' }] }"), "components.schemas.A consists of itself: schemas.A → schemas.B → schemas.A."),
        ["a-list-of-itself"] = (Schemas("A: { type: array, items: { $ref: '#/components/schemas/A' } }"), "components.schemas.A consists of itself: schemas.A → schemas.A."),
        ["a-map-of-lists-of-itself"] = (Schemas("A: { type: object, additionalProperties: { type: array, items: { $ref: '#/components/schemas/A' } } }"), "components.schemas.A consists of itself: schemas.A → schemas.A."),
        ["a-union-of-itself"] = (Schemas("A: { oneOf: [{ $ref: '#/components/schemas/B' }], discriminator: { propertyName: kind } }", "B: { oneOf: [{ $ref: '#/components/schemas/A' }], discriminator: { propertyName: sort } }"), "components.schemas.A consists of itself: schemas.A → schemas.B → schemas.A."),
        ["a-long-chain"] = (Schemas([.. Enumerable.Range(1, 200).Select(i => $"A{i}: {{ $ref: '#/components/schemas/A{i + 1}' }}"), "A201: { type: object }"]), "More than 100 references in a row lead from components.schemas.A1 to components.schemas.A101."),
        ["parts-that-double"] = (Schemas([.. Enumerable.Range(1, 40).Select(i => $"A{i}: {{ allOf: [{{ $ref: '#/components/schemas/A{i + 1}' }}, {{ $ref: '#/components/schemas/A{i + 1}' }}] }}"), "A41: { type: object, properties: { a: { type: string } } }"]), "consists of more than 100000 parts."),
        ["a-reference-to-a-file"] = (Schemas("A: { type: object, properties: { a: { $ref: '/etc/hosts#/a' } } }"), "(6,49): error SPEC: '/etc/hosts#/a' is outside the document's folder. Refer to files in this folder, or in folders below it. (#/components/schemas/A/properties/a/$ref)"),
        ["a-reference-to-an-address-of-a-file"] = (Schemas("A: { $ref: 'file:///etc/hosts' }"), "'file:///etc/hosts' is on the network, and nothing is read from there."),
        ["a-reference-through-a-link"] = (Schemas("A: { $ref: 'link/secret.yaml' }"), "'link/secret.yaml' is outside the document's folder."),
        ["a-reference-to-a-file-that-is-not-there"] = (Schemas("A: { $ref: 'nowhere.yaml#/A' }"), "(6,16): error SPEC: 'nowhere.yaml#/A' leads nowhere: there is no such file."),
        ["a-reference-to-a-name-that-is-none"] = (Schemas("A: { $ref: 'a%00b.yaml#/A' }"), "'a%00b.yaml#/A' leads nowhere: there is no such file."),
        ["a-reference-to-the-document"] = (Schemas("A: { $ref: '#' }"), "'#' leads nowhere."),
        ["a-reference-to-another-version"] = (Schemas("A: { $ref: 'swagger.yaml#/paths' }"), "'swagger.yaml#/paths' and the document are of different versions: OpenAPI 3 can only refer to its own."),
        ["a-circle-of-files"] = (Schemas("A: { $ref: 'circle/a.yml' }"), "components.schemas.A consists of itself"),
        ["a-fault-in-another-file"] = (Schemas("A: { $ref: 'circle/fault.yml' }"), "error SPEC: 'type' must be one of the words"),
        ["a-reference-to-a-folder-above"] = (Schemas("A: { $ref: '../common.yaml#/components/schemas/A' }"), "'../common.yaml#/components/schemas/A' is outside the document's folder."),
        ["a-reference-to-the-network"] = (Schemas("A: { items: { $ref: 'http://127.0.0.1:9/a.yaml#/components/schemas/A' } }"), "'http://127.0.0.1:9/a.yaml#/components/schemas/A' is on the network, and nothing is read from there. Save it in the document's folder, and refer to the file."),
        ["a-reference-to-a-part"] = (Schemas("A: { $ref: '#/components/schemas/B/properties/c' }", "B: { type: object, properties: { b: { type: string } } }"), "'#/components/schemas/B/properties/c' leads nowhere."),
        ["a-reference-that-is-code"] = (Schemas("A: { $ref: 'x/B { } class Evil' }"), "'x/B { } class Evil' leads nowhere: there is no such file."),
        ["a-reference-to-nothing"] = (Schemas("A: { $ref: '#/components/schemas/B' }"), "components.schemas has no 'B'."),
        ["a-property-called-example"] = (Schemas("A: { type: object, properties: { example: { $ref: 'a.yaml' } } }"), "'a.yaml' leads nowhere: there is no such file."),
        ["a-name-that-is-code"] = (Schemas("'A { } public class Evil': { type: object }"), "components.schemas has a component called 'A { } public class Evil'. OpenAPI allows letters, digits, '.', '-' and '_'."),
        ["a-server-that-is-a-file"] = ("openapi: 3.0.3\ninfo: { title: T, version: 1.0.0 }\nservers: [{ url: 'file:///etc' }]\npaths: {}", "The server 'file:///etc' is neither an http or https address nor a path. Write https://api.example.com/v1, or /v1 if the document does not know the host."),
        ["a-server-of-an-operation"] = ("openapi: 3.0.3\ninfo: { title: T, version: 1.0.0 }\npaths: { /a: { get: { servers: [{ url: 'https://{host}/v1' }], responses: {} } } }", "(3,33): error SPEC: The server 'https://{host}/v1' has a variable that is not declared: 'host'. Declare it under 'variables', with a 'default'. (#/paths/~1a/get/servers/0)"),
    };

    private static readonly string[] Names = [.. Refused.Keys];

    private readonly string _folder = Directory.CreateTempSubdirectory("vonage-generator-loading-").FullName;

    private readonly string _outside = Directory.CreateTempSubdirectory("vonage-generator-outside-").FullName;

    private CommandResult _result = null!;

    [OneTimeSetUp]
    public async Task GenerateAsync()
    {
        foreach (var (name, (document, _)) in Refused)
            await File.WriteAllTextAsync(SpecOf(name), document);

        Directory.CreateDirectory(Path.Combine(_folder, "circle"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "circle", "a.yml"), "$ref: b.yml");
        await File.WriteAllTextAsync(Path.Combine(_folder, "circle", "b.yml"), "$ref: a.yml");
        await File.WriteAllTextAsync(Path.Combine(_folder, "circle", "fault.yml"), "type: object\nproperties: { a: { type: text } }");
        await File.WriteAllTextAsync(Path.Combine(_outside, "secret.yaml"), "type: object");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "link"), _outside);

        _result = await Command.RunAsync(
            "dotnet", [RepositoryFiles.Generator, "--one", .. Names.SelectMany(name => new[] { SpecOf(name), "Vonage.Refused", Path.Combine(_folder, "out", name) })], RepositoryFiles.Root,
            environment => environment["DOTNET_GCHeapHardLimit"] = "0x8000000");
    }

    [OneTimeTearDown]
    public void Delete()
    {
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_outside, recursive: true);
    }

    [TestCaseSource(nameof(Names))]
    public void Is_refused(string name)
    {
        var origin = name is "a-fault-in-another-file" or "a-circle-of-files" ? Path.Combine(_folder, "circle", name is "a-circle-of-files" ? "a.yml" : "fault.yml") : SpecOf(name);
        var faults = _result.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(fault => fault.StartsWith(origin, StringComparison.Ordinal)).ToList();
        Assert.That(faults, Is.Not.Empty, _result.Errors);
        Assert.That(faults, Is.All.Contains(Refused[name].Fault));
    }

    [Test]
    public void Everything_that_is_of_the_wrong_kind_is_listed_with_its_place() => Assert.That(
        _result.Errors.Split('\n').Where(line => line.StartsWith(SpecOf("fields-of-the-wrong-kind"), StringComparison.Ordinal)).Select(line => line[SpecOf("fields-of-the-wrong-kind").Length..]),
        Is.EqualTo((string[])
        [
            "(2,16): error SPEC: 'title' must be text, but is a list. (#/info/title)",
            "(3,42): error SPEC: 'in' must be one of the words path, query, header, cookie, but is the text 'querry'. (#/paths/~1a/get/parameters/0/in)",
            "(3,75): error SPEC: 'type' must be one of the words string, number, integer, boolean, array, object, but is the text 'text'. (#/paths/~1a/get/parameters/0/schema/type)",
            "(3,97): error SPEC: 'responses' must be an object, but is the text 'text'. (#/paths/~1a/get/responses)",
        ]));

    [Test]
    public void A_field_under_a_wrong_name_is_an_error_beside_the_one_that_is_missing() => Assert.That(
        _result.Errors.Split('\n').Where(line => line.StartsWith(SpecOf("a-field-under-a-wrong-name"), StringComparison.Ordinal)).Select(line => line[SpecOf("a-field-under-a-wrong-name").Length..]),
        Is.EqualTo((string[])
        [
            "(3,21): error SPEC: 'responses' is missing. It is an object. (#/paths/~1a/get)",
            "(3,23): error SPEC: 'resposes' has no effect: OpenAPI has no such field here. Did you mean responses? (#/paths/~1a/get/resposes)",
        ]));

    [Test]
    public void Nothing_is_written_for_what_is_refused() => Assert.That(Directory.Exists(Path.Combine(_folder, "out")), Is.False);

    [Test]
    public async Task Aliases_merge_keys_and_types_that_refer_to_themselves_by_a_property_are_read()
    {
        await File.WriteAllTextAsync(SpecOf("good"), """
            openapi: 3.0.3
            info: { title: T, version: 1.0.0, description: A good one. }
            servers: [{ url: 'https://api.example.com' }]
            x-fields: &fields { name: { type: string, description: A name. }, size: { type: integer, description: A size. } }
            x-more: &more { size: { type: string, description: Another size. }, note: &text { type: string, description: A text. } }
            paths:
              /nodes:
                post:
                  operationId: saveNode
                  requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Node' }, example: { $ref: 'data.yaml' } } } }
                  responses: { 204: { description: Saved. } }
            components:
              schemas:
                Node:
                  type: object
                  properties:
                    <<: [*fields, *more]
                    name: *text
                    child: { $ref: '#/components/schemas/Node' }
                    children: { type: array, items: { $ref: '#/components/schemas/Node' } }
                    byName: { type: object, additionalProperties: { $ref: '#/components/schemas/Node' } }
            """);

        var result = await Command.GeneratorAsync(RepositoryFiles.Root, "--one", SpecOf("good"), "Vonage.Good", Path.Combine(_folder, "good"));

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        var models = await File.ReadAllTextAsync(Path.Combine(_folder, "good", "Models.g.cs"));
        Assert.That(
            models,
            Does.Contain("/// <summary>A text.</summary>\n    [JsonProperty(\"name\")]\n    public string? Name")
                .And.Contain("long? Size").And.Contain("string? Note").And.Contain("Node? Child").And.Contain("IList<Node> Children").And.Contain("IDictionary<string, Node> ByName"));
    }

    private string SpecOf(string name) => Path.Combine(_folder, name + ".yaml");

    private static string Lines(int first, int last, Func<int, string> line) =>
        Enumerable.Range(first, last).Aggregate(new StringBuilder(), (text, i) => text.Append(CultureInfo.InvariantCulture, $"{line(i)}\n")).ToString();

    private static string Operation(string members) => $"openapi: 3.0.3\ninfo: {{ title: T, version: 1.0.0 }}\npaths:\n  /a:\n    get:\n      operationId: getA\n      {members}\n      responses: {{}}";

    private static string Parameter(string rest) => Operation($"parameters: [{{ name: a, in: query, {rest} }}]");

    private static string Body(string mediaType, string schema) => Operation($"requestBody: {{ required: true, content: {{ {mediaType}: {{ schema: {schema} }} }} }}");

    private static string Server(string server) => $"openapi: 3.0.3\ninfo: {{ title: T, version: 1.0.0 }}\nservers: [{{ {server} }}]\npaths: {{}}";

    private static string Schemas(params string[] schemas) => Components($"schemas:\n{string.Concat(schemas.Select(schema => $"    {schema}\n"))}");

    private static string Components(string components) => $"openapi: 3.0.3\ninfo: {{ title: T, version: 1.0.0 }}\npaths: {{}}\ncomponents:\n  {components}";
}
