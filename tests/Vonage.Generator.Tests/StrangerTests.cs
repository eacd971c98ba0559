using Vonage.Core;
using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

/// <summary>What only a client that stands by itself has: the servers, errors and texts of a document for which nothing was written by hand.</summary>
internal sealed class StrangerTests() : GeneratedTest("Acme.Stranger")
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Stranger, version: "1" }
        servers:
          - url: //{region}.example.com:{port}/{base}
            variables:
              region: { default: eu, enum: [ eu, us ], description: Where the data is. }
              port: { default: '443' }
              base: { default: v1 }
        paths:
          /a:
            get:
              operationId: getA
              parameters: [ { name: text, in: query, required: true, schema: { type: string } } ]
              responses:
                '204': { description: ok }
                '400': { description: no, content: { application/json: { schema: { type: object, required: [ code ], properties: { code: { type: integer }, error: { type: object, properties: { message: { type: string } } } } } } } }
                default: { description: no, content: { application/problem+json: { schema: { type: object, required: [ title ], properties: { title: { type: string } } } } } }
          /b:
            post:
              operationId: saveB
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/B' } } } }
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/B' } } } }
                default: { description: no, content: { application/problem+json: { schema: { type: object, required: [ title ], properties: { title: { type: string } } } } } }
          /orders:
            get:
              operationId: getOrders
              parameters: [ { name: age, in: query, schema: { type: integer, x-duration: seconds } } ]
              responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Order' } } } } } }
          /files:
            get:
              operationId: getFile
              servers: [ { url: 'https://files.example.com/{base}', variables: { base: { default: f9 } } } ]
              responses: { '204': { description: ok } }
          /here:
            get:
              operationId: getHere
              servers: [ { url: '/{timeout}', variables: { timeout: { default: here } } } ]
              responses: { '204': { description: ok } }
          /whole:
            get:
              operationId: getWhole
              servers: [ { url: '{whole}', variables: { whole: { default: 'https://whole.example.com/v2' } } } ]
              responses: { '204': { description: ok } }
        components:
          schemas:
            Order: { type: object, required: [ lines, payment ], properties: { lines: { type: array, items: { $ref: '#/components/schemas/Line' } }, payment: { $ref: '#/components/schemas/Payment' }, refund: { $ref: '#/components/schemas/Payment' }, note: { type: string } } }
            Line: { type: object, required: [ sku ], properties: { sku: { type: string }, count: { type: integer } } }
            Payment: { oneOf: [ { $ref: '#/components/schemas/Card' }, { $ref: '#/components/schemas/Cash' } ], discriminator: { propertyName: by } }
            Card: { type: object, required: [ by, holders ], properties: { by: { type: string }, holders: { type: array, items: { type: string } }, year: { type: integer } } }
            Cash: { type: object, required: [ by ], properties: { by: { type: string } } }
            B: { type: object, required: [ name, list, map ], properties: { name: { type: string }, list: { type: array, nullable: true, items: { type: string } }, map: { type: object, nullable: true, additionalProperties: { type: integer } }, maybe: { type: array, nullable: true, items: { type: string } } } }
        """;

    [OneTimeSetUp]
    public static async Task GenerateStrangerAsync()
    {
        var spec = Path.Combine(AppContext.BaseDirectory, "stranger.yaml");
        await File.WriteAllTextAsync(spec, Document);
        var result = await Command.GeneratorAsync(Path.GetTempPath(), "--spec", spec, "--namespace", "Acme.Stranger", "--output", GeneratedPackage.FolderOf("Acme.Stranger"));
        Assert.That((result.ExitCode, result.Errors), Is.EqualTo((0, string.Empty)));
    }

    [TestCase("", "eu.example.com", "/v1/a?text=x")]
    [TestCase("Region = StrangerRegion.Us, Base = \"v2/beta\",", "us.example.com", "/v2/beta/a?text=x")]
    [TestCase("Region = \"ap-1\", Port = \"8443\",", "ap-1.example.com", "/v1/a?text=x")]
    public async Task A_variable_of_a_server_is_an_option(string options, string host, string target)
    {
        await CallAsync(options, host, "await client.GetAAsync(\"x\");");

        Assert.That((Sent.Host, Sent.Target), Is.EqualTo((host, target)));
    }

    [TestCase("Base2 = \"f10\",", "files.example.com", "GetFile", "/f10/files")]
    [TestCase("Whole = \"https://other.example.com/v3\",", "other.example.com", "GetWhole", "/v3/whole")]
    public async Task Each_server_has_its_own_variables(string options, string host, string method, string target)
    {
        await CallAsync(options, host, $"await client.{method}Async();");

        Assert.That((Sent.Host, Sent.Target), Is.EqualTo((host, target)));
    }

    [Test]
    public async Task A_variable_that_would_have_the_name_of_another_option_has_its_own()
    {
        await CallAsync($"Timeout2 = \"there\", BaseAddress = new Uri(\"{WireServer.AddressOf(Wire, "here.example.com")}\"),", "eu.example.com", "await client.GetHereAsync();");

        Assert.That(Sent.Target, Is.EqualTo("/there/here"));
    }

    [Test]
    public async Task A_server_without_a_host_needs_an_address() => Assert.That(
        (await Assert.ThrowsAsync<InvalidRequestException>(() => CallAsync(string.Empty, "eu.example.com", "await client.GetHereAsync();")))!.Message,
        Is.EqualTo("BaseAddress is required by Stranger.getHere, whose specification does not name the server. Set BaseAddress of the client's options."));

    [TestCase("Region = \"evil.org/\",", "Region contains '/', which is not allowed in the server https://{Region}.example.com:{Port}/{Base}. Use letters, digits, '-', '.', '_' and '~'.")]
    [TestCase("Region = \"u@evil\",", "Region contains '@', which is not allowed in the server https://{Region}.example.com:{Port}/{Base}. Use letters, digits, '-', '.', '_' and '~'.")]
    [TestCase("Base = \"../admin\",", "Base is '../admin', which is not allowed in the server https://{Region}.example.com:{Port}/{Base}.")]
    [TestCase("Port = null!,", "Port is null, which is not allowed in the server https://{Region}.example.com:{Port}/{Base}.")]
    [TestCase("Whole = \"file:///etc\",", "With these options, the server {Whole} is 'file:///etc', which is not an http or https address.")]
    public async Task A_value_cannot_lead_elsewhere(string options, string message) =>
        Assert.That((await Assert.ThrowsAsync<ArgumentException>(() => CallAsync(options, null, "await client.GetAAsync(\"x\");")))!.Message, Is.EqualTo(message));

    [Test]
    public async Task A_server_without_variables_has_no_such_options()
    {
        var options = GeneratedPackage.Of("Acme.Stranger").Files["StrangerOptions.g.cs"];

        Assert.That(options, Does.Contain("/// <summary>Where the data is. The default is <c>eu</c>.</summary>").And.Contain("set <see cref=\"ApiClientOptions.BaseAddress\"/>"));
        Assert.That(await RunAsync("return new StrangerOptions().Region == StrangerRegion.Eu && StrangerRegion.All.Count == 2;"), Is.EqualTo(true));
    }

    [TestCase(400, """{"code":7,"error":{"message":"Not so."}}""", "7|", "400 Bad Request. Not so.")]
    [TestCase(500, """{"title":"Broken"}""", "|Broken", "500 Internal Server Error. Broken")]
    public async Task Errors_that_are_written_inline_are_types(int status, string body, string read, string message)
    {
        Wire.Reply(body, status);

        var error = (string)(await CallAsync(string.Empty, "eu.example.com", """
            try { await client.GetAAsync("x"); return null; }
            catch (StrangerException e) { GetAError? own = e.AsGetAError(); Error? shared = e.AsError(); return $"{own?.Code}|{shared?.Title}\n{e.Message}"; }
            """))!;

        Assert.That(error.Split('\n')[0], Is.EqualTo(read));
        Assert.That(error, Does.Contain(message));
    }

    [Test]
    public async Task A_required_text_may_be_empty_but_not_missing()
    {
        await CallAsync(string.Empty, "eu.example.com", "await client.GetAAsync(string.Empty); await client.SaveBAsync(new B(string.Empty));");

        Assert.That(Wire.Requests.Select(r => $"{r.Query}{r.Body}"), Is.EqualTo((string[])["text=", """{"name":"","list":null,"map":null}"""]));
        Assert.That(() => CallAsync(string.Empty, "eu.example.com", "await client.SaveBAsync(new B());"), Throws.TypeOf<InvalidRequestException>().With.Message.Contains("name is required. Set it."));
    }

    [Test]
    public async Task A_list_that_may_be_null_is_null_or_empty_as_it_was_set()
    {
        Wire.Reply("""{"name":"n","list":null,"map":{}}""");

        await CallAsync(string.Empty, "eu.example.com", """
            var b = await client.SaveBAsync(new B("n") { List = new List<string>(), Maybe = new List<string>() });
            await client.SaveBAsync(b);
            """);

        Assert.That(Wire.Requests.Select(r => r.Body), Is.EqualTo((string[])["""{"name":"n","list":[],"map":null,"maybe":[]}""", """{"name":"n","list":null,"map":{}}"""]));
    }

    [TestCase("""[{"lines":[{"sku":"a"}],"payment":{"by":"Cash"}}]""", "a Cash True")]
    [TestCase("""{"lines":[{"sku":"a","count":"many"}],"payment":{"by":"Card","holders":[],"year":{}},"note":[[]]}""", "a Card True")]
    [TestCase("""[{"lines":[{"sku":"a"}],"payment":{"by":"Barter"},"refund":{"by":"Card"}}]""", "a Payment True")]
    [TestCase("""[{"lines":[{"sku":"a"}],"payment":{"by":"Cash"},"refund":{"by":"Card","holders":[{}]}}]""", "a Cash True")]
    public async Task A_reply_with_odd_optional_values_is_read(string reply, string told)
    {
        Wire.Reply(reply);

        Assert.That(await CallAsync(string.Empty, "eu.example.com", """var order = (await client.GetOrdersAsync())[0]; return $"{order.Lines[0].Sku} {order.Payment.GetType().Name} {order.Refund is null}";"""), Is.EqualTo(told));
    }

    [TestCase("null", "It has no body")]
    [TestCase("{}", "lacks the field 'lines'")]
    [TestCase("""{"error":"no"}""", "lacks the field 'lines'")]
    [TestCase("[7]", "'[0]'")]
    [TestCase("""[{"payment":{"by":"Cash"}}]""", "lacks the field '[0].lines'")]
    [TestCase("""[{"lines":null,"payment":{"by":"Cash"}}]""", "lacks the field '[0].lines'")]
    [TestCase("""[{"lines":[{}],"payment":{"by":"Cash"}}]""", "lacks the field '[0].lines[0].sku'")]
    [TestCase("""[{"lines":[],"payment":{}}]""", "lacks the field '[0].payment.by'")]
    [TestCase("""[{"lines":[],"payment":{"by":"Card"}}]""", "lacks the field '[0].payment.holders'")]
    [TestCase("""[{"lines":7,"payment":{"by":"Cash"}}]""", "'[0].lines'")]
    public async Task A_reply_without_what_it_must_have_is_no_success(string reply, string reason)
    {
        Wire.Reply(reply);

        Assert.That(() => CallAsync(string.Empty, "eu.example.com", "return await client.GetOrdersAsync();"), Throws.InstanceOf<ApiException>().With.Message.Contains(reason));
    }

    [Test]
    public void A_duration_that_is_no_whole_number_of_its_unit_is_not_sent() =>
        Assert.That(() => CallAsync(string.Empty, "eu.example.com", "await client.GetOrdersAsync(TimeSpan.FromSeconds(1.5));"), Throws.TypeOf<InvalidRequestException>().With.Message.Contains("age must be a whole number of seconds, but is 1.5. Round it, for example to 2."));

    private Task<object?> CallAsync(string options, string? host, string code) => RunAsync($$"""
        var options = new StrangerOptions { {{options}} Retry = RetryOptions.None };
        {{(host is null ? string.Empty : $"options.Hosts[\"{host}\"] = new Uri(\"{WireServer.AddressOf(Wire, host)}\");")}}
        var client = new StrangerClient(options);
        {{code}}
        """);
}
