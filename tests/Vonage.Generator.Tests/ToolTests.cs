using System.Diagnostics;
using Vonage.Core;
using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

/// <summary>The command <c>vonage-generate</c>, for documents of strangers.</summary>
internal sealed class ToolTests() : GeneratedTest("Acme.Store"), IDisposable
{
    private const string Host = "api.example.com";

    private const string Document = """
        openapi: 3.0.3
        info: { title: Store, version: "1" }
        servers: [ { url: https://api.example.com/v1 } ]
        security: [ { key: [] }, { oauth: [] } ]
        paths:
          /things/{api_key}:
            get:
              operationId: getThing
              parameters: [ { name: api_key, in: path, required: true, schema: { type: string } } ]
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
                '404': { description: no, content: { application/json: { schema: { $ref: '#/components/schemas/NotFound' } } } }
                default: { description: no, content: { application/problem+json: { schema: { $ref: '#/components/schemas/Problem' } } } }
          /both: { get: { operationId: getBoth, security: [ { key: [], basic: [] } ], responses: { '204': { description: ok } } } }
          /token: { get: { operationId: getByToken, security: [ { oauth: [] } ], responses: { '204': { description: ok } } } }
          /free: { get: { operationId: getFree, security: [], responses: { '204': { description: ok } } } }
        components:
          securitySchemes:
            key: { type: apiKey, in: header, name: X-Key }
            oauth: { type: oauth2, flows: {} }
            openid: { type: openIdConnect, openIdConnectUrl: 'https://api.example.com/.well-known' }
            basic: { type: http, scheme: basic }
          schemas:
            Thing: { type: object, required: [ id ], properties: { id: { type: integer } } }
            NotFound: { type: object, required: [ missing ], properties: { missing: { type: string }, message: { type: string } } }
            Problem: { type: object, required: [ title ], properties: { title: { type: string } } }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("vonage-generate-").FullName;

    private string Address => WireServer.AddressOf(Wire, Host).AbsoluteUri;

    [OneTimeSetUp]
    public static async Task GenerateStoreAsync()
    {
        var spec = Path.Combine(AppContext.BaseDirectory, "store.yaml");
        await File.WriteAllTextAsync(spec, Document);
        var result = await Command.GeneratorAsync(Path.GetTempPath(), "--spec", spec, "--namespace", "Acme.Store", "--output", GeneratedPackage.FolderOf("Acme.Store"));
        Assert.That(result.ExitCode, Is.Zero, result.Text);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestCase("""StoreCredentials.FromApiKey("k")""", "X-Key", "k")]
    [TestCase("""StoreCredentials.FromToken("t")""", "Authorization", "Bearer t")]
    [TestCase("""StoreCredentials.FromToken(_ => new ValueTask<string>("later"))""", "Authorization", "Bearer later")]
    [TestCase("""StoreCredentials.FromToken("t").And(StoreCredentials.FromApiKey("k"))""", "X-Key", "k")]
    public async Task Any_scheme_that_an_operation_accepts_is_sent(string credentials, string header, string value)
    {
        Wire.Reply("""{"id":7}""");

        var read = await CallAsync(credentials, """return (await store.GetThingAsync("a")).Id;""");

        Assert.That((read, Sent.Path, Sent.Headers[header].ToString()), Is.EqualTo((7L, "/v1/things/a", value)));
    }

    [Test]
    public async Task Schemes_of_one_requirement_are_all_sent()
    {
        await CallAsync("""StoreCredentials.FromApiKey("k").And(StoreCredentials.FromPassword("user", "pass"))""", "await store.GetBothAsync();");

        Assert.That((Sent.Headers["X-Key"].ToString(), Sent.Authorization), Is.EqualTo(("k", "Basic dXNlcjpwYXNz")));
    }

    [Test]
    public async Task Credentials_that_do_not_suffice_are_named_before_anything_is_sent()
    {
        var error = await Assert.ThrowsAsync<MissingCredentialsException>(() => CallAsync("""StoreCredentials.FromPassword("user", "pass")""", "await store.GetByTokenAsync();"));

        Assert.That(error!.Message, Is.EqualTo("Store.getByToken was not sent: the credentials do not support any authentication scheme that it accepts. It accepts Jwt, which requires a bearer token (StoreCredentials.FromToken)."));
        Assert.That(Wire.Requests, Is.Empty);
    }

    [Test]
    public async Task What_needs_no_credentials_is_sent_without()
    {
        await CallAsync("StoreCredentials.None", "await store.GetFreeAsync();");

        Assert.That((Sent.Headers["X-Key"].Count, Sent.Authorization), Is.EqualTo((0, string.Empty)));
    }

    [TestCase("""StoreCredentials.FromApiKey(" ")""", "The key is empty.")]
    [TestCase("""StoreCredentials.FromToken("secret\n")""", "The token contains a line break, or whitespace at its ends. Copy it without surrounding text.")]
    [TestCase("""StoreCredentials.FromPassword("a:b", "c")""", "The user name contains a colon, which HTTP Basic authentication does not allow.")]
    [TestCase("""StoreCredentials.FromApiKey("a").And(StoreCredentials.FromApiKey("b"))""", "Both credentials have a value for Header X-Key. Combine credentials for different schemes.")]
    public async Task Malformed_credentials_are_refused(string credentials, string message) =>
        Assert.That((await Assert.ThrowsAsync<InvalidCredentialsException>(() => CallAsync(credentials, "await store.GetFreeAsync();")))!.Message, Is.EqualTo(message));

    [Test]
    public async Task Credentials_do_not_show_their_values() =>
        Assert.That(await CallAsync("""StoreCredentials.FromApiKey("secret").And(StoreCredentials.FromToken("secret"))""", "return credentials.ToString();"), Is.EqualTo("StoreCredentials (Header X-Key, Jwt)"));

    [TestCase(404, """{"missing":"a","message":"There is no a."}""", "a|")]
    [TestCase(500, """{"title":"Broken"}""", "|Broken")]
    [TestCase(502, "<html>", "|")]
    public async Task Errors_are_read_as_what_the_document_says(int status, string body, string read)
    {
        Wire.Reply(body, status);

        var error = await CallAsync("""StoreCredentials.FromApiKey("k")""", """
            try { await store.GetThingAsync("a"); return null; }
            catch (StoreException e) { return $"{e.AsNotFound()?.Missing}|{e.AsProblem()?.Title}\n{e.Message}"; }
            """) as string;

        Assert.That(error!.Split('\n')[0], Is.EqualTo(read));
        if (read.Length > 1)
            Assert.That(error, Does.Contain(status == 404 ? "404 Not Found. There is no a." : "500 Internal Server Error. Broken"));
    }

    [TestCase("--spce", "x", "--spec")]
    [TestCase("--overly", "x", "--overlay")]
    public async Task An_unknown_option_is_an_error_with_the_near_name(string option, string value, string near)
    {
        var result = await ToolAsync(option, value);

        Assert.That(result.ExitCode, Is.Not.Zero);
        Assert.That(result.Text, Does.Contain($"'{option}' was not matched. Did you mean one of the following?\n{near}"));
    }

    [Test]
    public async Task Contradictory_options_are_an_error()
    {
        var result = await GenerateAsync("--check", "--watch");

        Assert.That(result.ExitCode, Is.Not.Zero);
        Assert.That(result.Errors, Does.Contain("--check writes nothing and --watch writes again and again. Use one of them."));
    }

    [TestCase("Api", null, "The namespace 'Api' does not say how the client is called. Name it: --name PetStore makes PetStoreClient.")]
    [TestCase("My.Task", null, "'My.Task' cannot be the namespace: 'Task' means something else in generated code. Choose another word.")]
    [TestCase("My.class", null, "'My.class' cannot be a namespace. Write words of letters, digits and '_' with dots between them, such as My.PetStore.")]
    [TestCase("A; class B", null, "'A; class B' cannot be a namespace. Write words of letters, digits and '_' with dots between them, such as My.PetStore.")]
    [TestCase("A", "a b", "'a b' cannot be the name of a client. Write one word of letters and digits, such as PetStore.")]
    [TestCase("A", "Api", "The client cannot be called Api: 'ApiCredentials' is one of the library's own types. Name it differently, for example with --name PetStore.")]
    public async Task A_name_that_no_client_can_have_is_refused(string space, string? name, string message)
    {
        var result = await ToolAsync(["--spec", Write("store.yaml", Document), "--namespace", space, "--output", At("out"), .. name is null ? Array.Empty<string>() : ["--name", name]]);

        Assert.That((result.ExitCode, result.Errors), Is.EqualTo((1, $"Vonage.Generator: error SPEC: {message}\n")));
    }

    [Test]
    public async Task An_address_is_no_document()
    {
        var result = await ToolAsync("--spec", "https://api.example.com/openapi.yaml", "--namespace", "A", "--output", At("out"));

        Assert.That((result.ExitCode, result.Errors), Is.EqualTo((1, "Vonage.Generator: error SPEC: https://api.example.com/openapi.yaml is an address. Download the document, and keep it beside your code: what is generated must not change without your doing.\n")));
    }

    [Test]
    public async Task Help_lists_the_options() =>
        Assert.That((await ToolAsync("--help")).Output, Does.Contain("--spec").And.Contain("--namespace").And.Contain("--output").And.Contain("--nswag").And.Contain("--watch").And.Contain("--templates").And.Contain("--overlay").And.Not.Contain("--record"));

    [Test]
    public async Task One_template_can_be_replaced()
    {
        Write("templates/ClientOptions.liquid", "public sealed class {{ Provider }}Options : ApiClientOptions { /* mine */ }");

        Assert.That((await GenerateAsync("--templates", At("templates"))).ExitCode, Is.Zero);

        Assert.That(Read("out/StoreOptions.g.cs"), Does.Contain("/* mine */"));
        Assert.That(Read("out/StoreClient.g.cs"), Is.EqualTo(GeneratedPackage.Of("Acme.Store").Files["StoreClient.g.cs"]));
    }

    [Test]
    public async Task A_template_that_replaces_nothing_is_an_error_with_the_near_name()
    {
        Write("templates/ClientOption.liquid", "mine");

        Assert.That((await GenerateAsync("--templates", At("templates"))).Errors, Does.Contain("replaces nothing: there is no template of this name. Did you mean ClientOptions.liquid?"));
    }

    [Test]
    public async Task Settings_in_NSwags_format_decide_what_collections_are()
    {
        Write("my.nswag", File.ReadAllText(RepositoryFiles.At("nswag.json")).Replace("\"responseArrayType\": \"IReadOnlyList\"", "\"responseArrayType\": \"IReadOnlyCollection\"", StringComparison.Ordinal).Replace("\"templateDirectory\": \"build/templates\",", string.Empty, StringComparison.Ordinal));
        var document = Document.Replace("/token: { get: { operationId: getByToken, security: [ { oauth: [] } ], responses: { '204': { description: ok } } } }", "/list: { get: { operationId: getNames, responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { type: string } } } } } } } }", StringComparison.Ordinal);

        var result = await ToolAsync("--spec", Write("store.yaml", document), "--namespace", "Acme.Store", "--output", At("out"), "--nswag", At("my.nswag"));

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(Read("out/IStoreClient.g.cs"), Does.Contain("Task<IReadOnlyCollection<string>> GetNamesAsync("));
    }

    [Test]
    public async Task Two_folders_with_templates_are_a_contradiction()
    {
        Write("templates/ClientOptions.liquid", "mine");
        Write("my.nswag", File.ReadAllText(RepositoryFiles.At("nswag.json")).Replace("build/templates", "templates", StringComparison.Ordinal));

        var result = await GenerateAsync("--nswag", At("my.nswag"), "--templates", At("templates"));

        Assert.That((result.ExitCode, result.Errors.Contains($"--templates and 'templateDirectory' in {At("my.nswag")} both name a folder. Remove one of them.", StringComparison.Ordinal)), Is.EqualTo((1, true)), result.Errors);
    }

    [Test]
    public async Task Check_fails_where_the_folder_differs_and_writes_nothing()
    {
        await GenerateAsync();
        var unchanged = await GenerateAsync("--check");
        Assert.That(unchanged.ExitCode, Is.Zero, unchanged.Text);
        Write("out/StoreOptions.g.cs", Read("out/StoreOptions.g.cs") + "// changed");

        var result = await GenerateAsync("--check");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Errors, Does.Contain($"differs: {At("out/StoreOptions.g.cs")}").And.Contain("Generate it without --check."));
        Assert.That(Read("out/StoreOptions.g.cs"), Does.EndWith("// changed"));
    }

    [Test]
    public async Task Watch_generates_again_after_a_change_and_after_a_mistake()
    {
        var spec = Write("store.yaml", Document);
        using var process = Process.Start(new ProcessStartInfo("dotnet", [RepositoryFiles.Generator, "--spec", spec, "--namespace", "Acme.Store", "--output", At("out"), "--watch"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            await UntilWatchingAsync(process);
            Replace(spec, Document.Replace("operationId: getFree", "operationId: 1: 2", StringComparison.Ordinal));
            await UntilWatchingAsync(process);
            Replace(spec, Document.Replace("operationId: getFree", "operationId: getNothing", StringComparison.Ordinal));
            await UntilWatchingAsync(process);

            Assert.That(Read("out/IStoreClient.g.cs"), Does.Contain("GetNothingAsync"));
        }
        finally
        {
            process.Kill();
        }
        Assert.That(await process.StandardError.ReadToEndAsync(), Does.Contain("store.yaml(").And.Contain("error SPEC: This is not valid YAML"));
    }

    [Test]
    public async Task Watch_looks_at_the_files_that_the_document_refers_to()
    {
        Write("thing.yaml", "type: object\nproperties: { first: { type: string } }\n");
        var spec = Write("store.yaml", Document.Replace("Thing: { type: object, required: [ id ], properties: { id: { type: integer } } }", "Thing: { $ref: ./thing.yaml }", StringComparison.Ordinal));
        using var process = Process.Start(new ProcessStartInfo("dotnet", [RepositoryFiles.Generator, "--spec", spec, "--namespace", "Acme.Store", "--output", At("out"), "--watch"]) { RedirectStandardOutput = true })!;
        try
        {
            await UntilWatchingAsync(process);
            Assert.That(Read("out/Models.g.cs"), Does.Contain("First"));
            Replace(At("thing.yaml"), "type: object\nproperties: { second: { type: string } }\n");
            await UntilWatchingAsync(process);

            Assert.That(Read("out/Models.g.cs"), Does.Contain("Second"));
        }
        finally
        {
            process.Kill();
        }
    }

    [Test]
    public async Task A_hostile_document_puts_no_code_into_what_is_generated_along()
    {
        const string Evil = """x\"; } } public class Evil { } /* \u2028 } public class Evil { } // \n } } public class Evil { } // */ ]]> </summary> {{ evil }}""";
        var document = $$"""
            openapi: 3.0.3
            info: { title: "{{Evil}}", version: "1" }
            servers: [ { url: https://api.example.com/v1 } ]
            security: [ { a.key: [] }, { b: [] } ]
            paths: { /a: { get: { operationId: getA, responses: { '204': { description: ok }, '404': { description: "{{Evil}}", content: { application/json: { schema: { $ref: '#/components/schemas/Fault' } } } } } } } }
            components:
              securitySchemes:
                a.key: { type: apiKey, in: header, name: "{{Evil}}", description: "{{Evil}}" }
                b: { type: apiKey, in: query, name: "{{Evil}}", description: "{{Evil}}" }
              schemas: { Fault: { type: object, properties: { message: { type: string, description: "{{Evil}}" } } } }
            """;

        var result = await ToolAsync("--spec", Write("x\n} } public class Evil { } .yaml", document), "--namespace", "Acme.Evils", "--output", At("out"));

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        var trees = Directory.GetFiles(At("out"), "*.g.cs").Select(file => GeneratedPackage.Parse(File.ReadAllText(file), file)).ToList();
        Assert.That(GeneratedPackage.Compilation("Evils", trees).GetDiagnostics().Where(d => d.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning), Is.Empty);
        Assert.That(GeneratedPackage.Compilation("Evils", trees).GetSymbolsWithName("Evil"), Is.Empty);
    }

    [Test]
    public async Task An_overlay_updates_and_removes()
    {
        var overlay = Write("ours.yaml", """
            overlay: 1.0.0
            info: { title: Ours, version: "1" }
            actions:
              - { target: "$.paths.*[?@.operationId == 'getFree']", update: { operationId: getNothing } }
              - { target: "$.paths['/both']", remove: true }
              - { target: $.components.schemas.Thing, update: { required: [ name ], properties: { name: { type: string } } } }
              - { target: "$..responses['404']", remove: true }
            """);

        Assert.That((await GenerateAsync("--overlay", overlay)).ExitCode, Is.Zero);

        Assert.That(Read("out/IStoreClient.g.cs"), Does.Contain("GetNothingAsync").And.Not.Contain("GetFreeAsync").And.Not.Contain("GetBothAsync"));
        Assert.That(Read("out/Models.g.cs"), Does.Contain("public string Name { get; set; }").And.Contain("public long Id { get; set; }").And.Not.Contain("NotFound"));
    }

    [TestCase("{ target: $.paths.none, remove: true }", "(4,15): error SPEC: The target '$.paths.none' finds nothing in the document. Correct the path, or remove the action. (#/actions/0/target)")]
    [TestCase("{ target: $.info.title, update: { a: 1 } }", "The target info.title is a single value. Update the object that it stands in.")]
    [TestCase("{ target: $.info, update: 1 }", "The target info is an object, so 'update' is one, too.")]
    [TestCase("{ target: $.info }", "The action does nothing. Add 'update', or 'remove: true'.")]
    [TestCase("{ target: $.info, update: {}, remove: true }", "An action either removes its target or updates it. Write two actions.")]
    [TestCase("{ target: info, remove: true }", "'info' is not a JSONPath, at character 1: it begins with '$'.")]
    [TestCase("{ target: '$.paths[info]', remove: true }", "'$.paths[info]' is not a JSONPath, at character 9: a name in brackets stands in quotes.")]
    [TestCase("{ target: '$..[?length(@.x) > 1]', remove: true }", "the filter 'length(@.x) > 1' cannot be read: comparisons, && and || are supported.")]
    [TestCase("{ target: $.info, updat: {} }", "Overlay 1.0 has no field 'updat' here. Did you mean update?")]
    [TestCase("{ target: $, remove: true }", "The whole document cannot be removed.")]
    public async Task A_faulty_overlay_is_an_error_at_its_place(string action, string message)
    {
        var overlay = Write("ours.yaml", $$"""
            overlay: 1.0.0
            info: { title: Ours, version: "1" }
            actions:
              - {{action}}
            """);

        var result = await GenerateAsync("--overlay", overlay);

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Errors, Does.StartWith(overlay + "(4,").And.Contain(message));
    }

    [Test]
    public async Task What_an_overlay_adds_has_its_place_there()
    {
        var overlay = Write("ours.yaml", """
            overlay: 1.0.0
            info: { title: Ours, version: "1" }
            actions: [ { target: $.components.schemas.Thing.properties.id, update: { type: text } } ]
            """);

        Assert.That((await GenerateAsync("--overlay", overlay)).Errors, Does.StartWith(overlay + "(3,").And.Contain("'type' must be one of the words"));
    }

    private async Task<object?> CallAsync(string credentials, string code) => await RunAsync($$"""
        var credentials = {{credentials}};
        var store = new StoreClient(credentials, new StoreOptions { Hosts = { ["{{Host}}"] = new Uri("{{Address}}") }, Retry = RetryOptions.None });
        {{code}}
        """);

    [Test]
    public async Task Every_file_that_decides_what_a_client_is_is_part_of_its_hash()
    {
        Write("path.yaml", "get: { operationId: getWay, responses: { '204': { description: ok } } }\n");
        Write("way.yaml", "$ref: ./path.yaml\n");
        Write("thing.yaml", "type: object\nproperties: { first: { type: string } }\n");
        Write("overlay.yaml", "overlay: 1.0.0\ninfo: { title: O, version: '1' }\nactions: [ { target: $.info, update: { title: Other } } ]\n");
        Write("templates/List.liquid", File.ReadAllText(RepositoryFiles.At("build", "templates", "List.liquid")));
        var document = Document.Replace("Thing: { type: object, required: [ id ], properties: { id: { type: integer } } }", "Thing: { $ref: ./thing.yaml }", StringComparison.Ordinal).Replace("  /free: ", "  /way: { $ref: ./way.yaml }\n  /free: ", StringComparison.Ordinal);
        Write("store.yaml", document);

        var runs = new List<bool> { await GeneratesAsync(), await GeneratesAsync() };
        foreach (var input in new[] { "store.yaml", "way.yaml", "path.yaml", "thing.yaml", "overlay.yaml", "templates/List.liquid" })
        {
            File.AppendAllText(At(input), "\n");
            runs.Add(await GeneratesAsync());
        }

        Assert.That(runs, Is.EqualTo((bool[])[true, false, true, true, true, true, true, true]));

        async Task<bool> GeneratesAsync()
        {
            var result = await ToolAsync("--spec", At("store.yaml"), "--namespace", "Acme.Store", "--output", At("out"), "--record", At("store.inputs"), "--fingerprint", new string('F', 64), "--overlay", At("overlay.yaml"), "--templates", At("templates"));
            Assert.That(result.ExitCode, Is.Zero, result.Text);
            return result.Output.StartsWith("Generated", StringComparison.Ordinal);
        }
    }

    private Task<CommandResult> GenerateAsync(params string[] more) => ToolAsync(["--spec", Write("store.yaml", Document), "--namespace", "Acme.Store", "--output", At("out"), .. more]);

    private Task<CommandResult> ToolAsync(params string[] arguments) => Command.GeneratorAsync(_folder, arguments);

    private static async Task UntilWatchingAsync(Process process)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (await process.StandardOutput.ReadLineAsync(deadline.Token) is { } line)
            if (line.StartsWith("Watching", StringComparison.Ordinal))
                return;
        Assert.Fail("The generator has ended.");
    }

    private string At(string path) => Path.Combine(_folder, path);

    private string Read(string path) => File.ReadAllText(At(path));

    private string Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
        return At(path);
    }

    // At once, as editors do: half a file would be one more change.
    private static void Replace(string path, string text)
    {
        File.WriteAllText(path + ".new", text);
        File.Move(path + ".new", path, overwrite: true);
    }
}
