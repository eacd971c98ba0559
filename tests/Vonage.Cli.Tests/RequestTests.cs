namespace Vonage.Cli.Tests;

/// <summary>What reaches the server.</summary>
public class RequestTests
{
    private LoopbackServer _server = null!;
    private Support.Cli _cli = null!;

    [SetUp]
    public async Task Start()
    {
        _server = await LoopbackServer.StartAsync();
        _cli = Support.Cli.At(_server.Address).WithApplication(Simulated.Vonage.ApplicationId, Simulated.Vonage.PrivateKeyPem);
    }

    [TearDown]
    public async Task Stop()
    {
        _cli.Dispose();
        await _server.DisposeAsync();
    }

    private JToken Body => JToken.Parse(_server.Request.Text);

    [Test]
    public async Task Options_are_fields_of_a_form()
    {
        _server.Reply(200, """{ "message-count": "1", "messages": [ { "to": "447700900000", "message-id": "1", "status": "0" } ] }""");
        (await _cli.RunAsync(["sms", "send", "--from", "Acme", "--to", "+44 7700 900000", "--text", "Grüße", "--status-report-req", "--client-ref=a b"])).Succeeded();
        Assert.That(_server.Request.Text, Is.EqualTo("from=Acme&to=447700900000&text=Gr%C3%BC%C3%9Fe&status-report-req=true&client-ref=a+b"));
    }

    [TestCase("@all: lunch")]
    [TestCase("-5 degrees")]
    [TestCase("-ok")]
    [TestCase("[draft] {x}")]
    [TestCase("日本語 👋")]
    public async Task A_text_may_begin_with_any_character(string text)
    {
        _server.Reply(200, """{ "message-count": "1", "messages": [ { "to": "447700900000", "message-id": "1", "status": "0" } ] }""");
        (await _cli.RunAsync(["sms", "send", "--from", "Acme", "--to", "447700900000", "--text", text])).Succeeded();
        Assert.That(System.Web.HttpUtility.ParseQueryString(_server.Request.Text)["text"], Is.EqualTo(text));
    }

    [Test]
    public async Task An_amount_is_what_was_written()
    {
        _server.Reply(200, "{}");
        (await _cli.RunAsync("subaccounts transfer-credit --from abcd1234 --to bbbb1234 --amount 1.50")).Succeeded();
        Assert.That((decimal)Body["amount"]!, Is.EqualTo(1.5m));
    }

    [Test]
    public async Task Parameters_are_arguments_or_options_and_values_are_written_as_documented()
    {
        _server.Reply(200, """{ "count": 0, "numbers": [] }""");
        (await _cli.RunAsync("numbers search GB --features sms,voice --limit 5")).Succeeded();
        (await _cli.RunAsync("numbers search-available --country GB --features VOICE,SMS")).Succeeded();
        Assert.That(_server.Requests.Select(request => request.Path + request.Query), Is.All.EqualTo("/rest.nexmo.com/number/search?country=GB&features=SMS%2CVOICE&index=1"));
    }

    [Test]
    public async Task Discriminators_choose_the_branch_of_a_union()
    {
        _server.Reply(202, """{ "message_uuid": "aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab" }""");
        (await _cli.RunAsync("messages send --channel whatsapp --type image --from 447700900001 --to 447700900000 --image-url https://example.com/a.png --image-caption Cat")).Succeeded();
        Assert.That(Body, Is.EqualTo(JToken.Parse("""{ "channel": "whatsapp", "message_type": "image", "from": "447700900001", "to": "447700900000", "image": { "url": "https://example.com/a.png", "caption": "Cat" } }""")).Using(new JTokenEqualityComparer()));
    }

    [TestCase("messages send --from 447700900001 --to 447700900000 --text Hi", "--channel is required. Set it to one of sms, mms")]
    [TestCase("messages send --channel smss --type text --to 447700900000 --from 447700900001 --text Hi", "Did you mean sms?")]
    [TestCase("messages send --channel whatsapp --to 447700900000 --from 447700900001 --text Hi", "--message-type is required.")]
    [TestCase("messages send --channel sms --type text --from 447700900001 --to 447700900000", "--text is required")]
    [TestCase("sms send --from Acme --to 12 --text Hi", "--to must")]
    [TestCase("sms send --from Acme --text Hi", "--to is required")]
    [TestCase("sms send --from Acme --to 447700900000 --text Hi --ttl soon", "--ttl must be a whole number.")]
    [TestCase("numbers search", "--country is required.")]
    [TestCase("numbers search GBR", "--country must")]
    [TestCase("numbers search GB --limit 0", "--limit must be at least 1.")]
    [TestCase("calls create --ncco missing.json --to [{}]", "--ncco: there is no file 'missing.json'.")]
    [TestCase("users update USR-1 --json {", "--json is not JSON")]
    [TestCase("sms send --from Acme --to 447700900000 --text Hi -o xml", "--format must be one of table, json, csv.")]
    [TestCase("flowroute routes list --base-url localhost", "--base-url, FR_BASE_URL or VONAGE_BASE_URL must be an address")]
    [TestCase("account balance --region us-west", "--region must be one of us, eu, ap.")]
    [TestCase("jwt create --ttl 99999999", "--ttl must be from 1 to 86400 seconds")]
    [TestCase("reports load SMS --date-start yesterday", "--date-start must be a date or a time")]
    [TestCase("subaccounts transfer-credit --from abcd1234 --to bbbb1234 --amount 1,50", "--amount must be a number with a decimal point")]
    [TestCase("flowroute numbers list-area-codes --max-setup-cost 1,50", "--max-setup-cost must be a number with a decimal point")]
    [TestCase("flowroute numbers list-area-codes --max-setup-cost cheap", "--max-setup-cost must be a number with a decimal point")]
    [TestCase("reports load SMS --date-start 01/02/2026", "--date-start must be a date or a time, such as 2026-01-31")]
    [TestCase("account balance --timeout 2147483647", "--timeout must be from 1 to 86400 seconds.")]
    [TestCase("calls get 63f61863-4a51-4f6b-86e1-46edebcf9356 --watch --interval 1e300", "--interval must be from 0.1 to 86400 seconds.")]
    [TestCase("calls get 63f61863-4a51-4f6b-86e1-46edebcf9356 --watch --interval -1", "--interval must be from 0.1 to 86400 seconds.")]
    [TestCase("calls get 63f61863-4a51-4f6b-86e1-46edebcf9356 --watch --interval NaN", "--interval must be from 0.1 to 86400 seconds.")]
    [TestCase("messages send --channel sms --type text --from 447700900001 --to 447700900000 --text Hi --image-url https://example.com/a.png", "--image-url does not belong to --channel sms")]
    [TestCase("messages send --channel whatsapp --type text --from 447700900001 --to 447700900000 --text Hi --image-url https://example.com/a.png", "--image-url does not belong to --channel whatsapp --message-type text.")]
    [TestCase("verify check", "is required")]
    [TestCase("number-verification verify --phone-number 447700900000", "--code is required.")]
    [TestCase("number-verification verify --phone-number 447700900000 --code c", "--redirect-uri is required.")]
    [TestCase("number-verification verify --phone-number 447700900000 --code c --redirect-uri http://example.com", "--redirect-uri must use HTTPS")]
    public async Task A_request_that_breaks_a_rule_is_refused_by_the_name_of_its_option(string line, string error)
    {
        var run = await _cli.RunAsync(line);
        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.EqualTo(2), run.Error);
            Assert.That(run.Error, Does.Contain(error));
            Assert.That(_server.Requests, Is.Empty);
        });
    }

    [Test]
    public async Task The_ncco_of_a_call_comes_from_a_file()
    {
        _server.Reply(201, """{ "uuid": "63f61863-4a51-4f6b-86e1-46edebcf9356", "status": "started", "direction": "outbound", "conversation_uuid": "CON-1" }""");
        var ncco = _cli.Write("ncco.json", """[ { "action": "talk", "text": "Hello" }, { "action": "input", "type": [ "dtmf" ] } ]""");
        (await _cli.RunAsync(["calls", "create", "--to", """{ "type": "phone", "number": "447700900000" }""", "--from-number", "447700900001", "--from-type", "phone", "--ncco", ncco])).Succeeded();
        Assert.Multiple(() =>
        {
            Assert.That(Body["ncco"]!.Select(action => (string?)action["action"]), Is.EqualTo(["talk", "input"]));
            Assert.That((string?)Body["to"]![0]!["number"], Is.EqualTo("447700900000"));
            Assert.That((string?)Body["from"]!["number"], Is.EqualTo("447700900001"));
        });
    }

    [Test]
    public async Task A_body_comes_from_a_file_or_the_standard_input_and_options_are_added_to_it()
    {
        _server.Reply(201, """{ "id": "USR-1", "name": "alice" }""");
        var file = _cli.Write("user.json", """{ "name": "alice", "properties": { "custom_data": { "a": 1 } } }""");
        (await _cli.RunAsync(["users", "create", "--json", file, "--display-name", "Alice"])).Succeeded();
        _cli.Input = """{ "name": "bob" }""";
        (await _cli.RunAsync("users create --json -")).Succeeded();
        Assert.That(_server.Requests.Select(request => JToken.Parse(request.Text)), Is.EqualTo(new[]
        {
            JToken.Parse("""{ "name": "alice", "display_name": "Alice", "properties": { "custom_data": { "a": 1 } } }"""),
            JToken.Parse("""{ "name": "bob" }"""),
        }).Using(new JTokenEqualityComparer()));
    }

    [Test]
    public async Task A_file_is_uploaded_by_its_path()
    {
        _server.Reply(200, """{ "inserted": 1, "updated": 0, "deleted": 0 }""");
        var file = _cli.Write("items.csv", "phone\n447700900000\n");
        (await _cli.RunAsync(["proactive-connect", "upload-items", "11111111-2222-4333-8444-555555555555", "--file", file])).Succeeded();
        Assert.That(_server.Request.Text, Does.Contain("name=\"file\"; filename=\"items.csv\"\r\nContent-Type: text/csv\r\n\r\nphone\n447700900000\n"));
    }

    [Test]
    public async Task A_download_goes_to_a_file_or_the_standard_output()
    {
        _server.Answer = context => LoopbackServer.Json(context, 200, "RIFF", "audio/wav");
        var file = _cli.PathOf("recording.wav");
        (await _cli.RunAsync(["calls", "download-file", "63f61863-4a51-4f6b-86e1-46edebcf9356", "--output", file])).Succeeded();
        var run = (await _cli.RunAsync("calls download-file 63f61863-4a51-4f6b-86e1-46edebcf9356 --output -")).Succeeded();
        Assert.Multiple(() =>
        {
            Assert.That(File.ReadAllText(file), Is.EqualTo("RIFF"));
            Assert.That(run.Bytes, Is.EqualTo("RIFF"u8.ToArray()));
            Assert.That(run.Output, Is.Empty);
        });
    }

    [Test]
    public async Task A_download_that_fails_leaves_no_file()
    {
        _server.Reply(404, """{ "title": "Not found" }""");
        var file = _cli.PathOf("recording.wav");
        var run = await _cli.RunAsync(["calls", "download-file", "63f61863-4a51-4f6b-86e1-46edebcf9356", "--output", file]);
        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.EqualTo(1));
            Assert.That(Directory.EnumerateFiles(Path.GetDirectoryName(file)!), Is.Empty);
        });
    }

    [Test]
    public async Task The_account_and_the_application_come_from_the_credentials()
    {
        _server.Reply(200, """{ "_embedded": { "secrets": [] } }""");
        (await _cli.RunAsync("account list-secrets")).Succeeded();
        (await _cli.RunAsync("account list-secrets --api-key other123")).Succeeded();
        Assert.That(_server.Requests.Select(request => request.Path), Is.EqualTo(["/api.nexmo.com/accounts/abcd1234/secrets", "/api.nexmo.com/accounts/other123/secrets"]));
    }

    [Test]
    public async Task Flowroute_has_a_branch_of_its_own()
    {
        _server.Reply(200, """{ "data": [ { "id": "12066418000", "type": "number", "attributes": { "value": "12066418000", "alias": null } } ], "links": {} }""");
        var run = (await _cli.RunAsync("flowroute numbers list-owned -o csv")).Succeeded();
        Assert.Multiple(() =>
        {
            Assert.That(_server.Request.Path, Does.StartWith("/api.flowroute.com/v2/numbers"));
            Assert.That(run.Output, Does.Contain("12066418000"));
        });
    }
}
