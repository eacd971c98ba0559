using System.Globalization;

namespace Vonage.Cli.Tests;

/// <summary>What is printed of a reply.</summary>
public class OutputTests
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

    // 25 numbers on three pages.
    private void ServeNumbers() => _server.Answer = context =>
    {
        var page = int.Parse(context.Request.Query["index"]!, CultureInfo.InvariantCulture);
        var numbers = Enumerable.Range((page - 1) * 10, Math.Clamp(25 - (page - 1) * 10, 0, 10)).Select(i => $$"""{ "country": "GB", "msisdn": "4477009000{{i:00}}", "type": "mobile-lvn", "features": ["VOICE", "SMS"], "cost": "1.250" }""");
        return LoopbackServer.Json(context, 200, $$"""{ "count": 25, "numbers": [ {{string.Join(',', numbers)}} ] }""");
    };

    [TestCase("12")]
    [TestCase("""{ "next": [ 12 ] }""")]
    [TestCase("""{ "next": { "href": {} } }""")]
    public async Task A_link_to_the_next_page_that_cannot_be_read_is_not_the_end(string links)
    {
        _server.Reply(200, $$"""{ "_embedded": { "users": [ { "id": "USR-1" } ] }, "_links": {{links}} }""");
        var run = await _cli.RunAsync("users list --all -o json");
        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.EqualTo(1));
            Assert.That(run.Output, Does.Contain("USR-1"));
            Assert.That(run.Error, Does.Contain("because the field '_links.next.href' of its page cannot be read."));
        });
    }

    [Test]
    public async Task Json_is_that_of_the_api()
    {
        _server.Reply(200, """{ "value": 10.280, "autoReload": false, "new": { "unknown": [ 1, null ] }, "at": "2026-01-01T00:00:00Z" }""");
        Assert.That((await _cli.RunAsync("account balance -o json")).Succeeded().Output.ReplaceLineEndings("\n"), Is.EqualTo("""
            {
              "value": 10.280,
              "autoReload": false,
              "new": {
                "unknown": [
                  1,
                  null
                ]
              },
              "at": "2026-01-01T00:00:00Z"
            }

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public async Task A_single_reply_is_a_table_of_its_fields()
    {
        _server.Reply(200, """{ "value": 10.28, "autoReload": false }""");
        Assert.That((await _cli.RunAsync("account balance")).Succeeded().Output, Does.Match(@"value\s+10\.28\s+autoReload\s+false"));
    }

    [Test]
    public async Task A_single_reply_is_two_lines_of_csv()
    {
        _server.Reply(200, """{ "message-count": "1", "messages": [ { "to": "447700900000", "message-id": "1", "status": "0", "a.b": "x, y" } ], "messages[0]": { "to": 1 } }""");
        var run = (await _cli.RunAsync("sms send --from Acme --to 447700900000 --text Hi -o csv")).Succeeded();
        Assert.That(run.Output.ReplaceLineEndings("\n"), Is.EqualTo("message-count,messages[0].to,messages[0].message-id,messages[0].status,messages[0].a.b,messages[0].to\n1,447700900000,1,0,\"x, y\",1\n"));
    }

    [Test]
    public async Task A_row_is_one_line_for_programs_that_read_lines()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 200));
        _server.Reply(200, $$"""{ "value": 1, "autoReload": false, "note": "{{text}}" }""");
        Assert.That((await _cli.RunAsync("account balance")).Succeeded().Output.Split('\n'), Has.Some.Contains(text));
    }

    [Test]
    public async Task A_table_moves_no_cursor_and_sets_no_color()
    {
        _server.Reply(200, """{ "value": 1, "autoReload": false, "note": "\u001b[2J\u001b]0;title\u0007\u009b31mred\r[bold]" }""");
        Assert.That((await _cli.RunAsync("account balance")).Succeeded().Output, Does.Contain("\uFFFD[2J\uFFFD]0;title\uFFFD\uFFFD31mred\uFFFD[bold]"));
    }

    [TestCase("pricing list-countries sms", """{ "count": 1, "countries": { "countryCode": "GB", "countryName": "United Kingdom", "dialingPrefix": "44" } }""")]
    [TestCase("numbers search GB", """{ "count": 1, "numbers": { "country": "GB", "msisdn": "447700900000" } }""")]
    public async Task One_item_in_place_of_a_list_is_a_list(string line, string reply)
    {
        _server.Reply(200, reply);
        var run = (await _cli.RunAsync($"{line} -o csv")).Succeeded();
        Assert.That(run.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(2).And.Some.Contains("GB"));
    }

    [TestCase("pricing list-countries sms", "countries")]
    [TestCase("numbers search GB", "numbers")]
    public async Task What_is_no_list_is_no_empty_list(string line, string field)
    {
        _server.Reply(200, $$"""{ "count": 1, "{{field}}": "none" }""");
        var run = await _cli.RunAsync(line);
        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.EqualTo(1));
            Assert.That(run.Error, Does.Contain($"A list was expected at '{field}', not String."));
        });
    }

    [Test]
    public async Task A_list_is_a_table_of_its_items()
    {
        ServeNumbers();
        var run = (await _cli.RunAsync("numbers search GB --limit 2")).Succeeded();
        Assert.Multiple(() =>
        {
            Assert.That(run.Output, Does.Match(@"country\s+│?\s*msisdn"));
            Assert.That(run.Output, Does.Contain("447700900000").And.Contain("447700900001").And.Not.Contain("447700900002"));
            Assert.That(run.Output, Does.Contain("VOICE, SMS"));
            Assert.That(_server.Requests, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task Csv_quotes_what_needs_it()
    {
        ServeNumbers();
        var lines = (await _cli.RunAsync("numbers search GB --limit 1 -o csv")).Succeeded().Output.Split(Environment.NewLine);
        Assert.Multiple(() =>
        {
            Assert.That(lines[0].Split(','), Does.Contain("country").And.Contain("msisdn").And.Contain("features"));
            Assert.That(lines[1], Does.Contain("GB,447700900000").And.Contain("\"VOICE, SMS\""));
        });
    }

    [Test]
    public async Task All_pages_are_listed_as_one_array()
    {
        ServeNumbers();
        var run = (await _cli.RunAsync("numbers search GB --all -o json")).Succeeded();
        Assert.Multiple(() =>
        {
            Assert.That(run.Json.Select(number => (string?)number["msisdn"]).Distinct().Count(), Is.EqualTo(25));
            Assert.That((string?)run.Json[0]!["cost"], Is.EqualTo("1.250"));
            Assert.That(_server.Requests, Has.Count.EqualTo(3));
        });
    }

    [Test]
    public async Task A_list_that_goes_on_says_how_to_see_more()
    {
        _server.Answer = context => LoopbackServer.Json(context, 200, $$"""{ "count": 1000, "numbers": [ {{string.Join(',', Enumerable.Repeat("""{ "msisdn": "447700900000" }""", 60))}} ] }""");
        var run = (await _cli.RunAsync("numbers search GB -o csv")).Succeeded();
        Assert.Multiple(() =>
        {
            Assert.That(run.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(101));
            Assert.That(run.Error, Does.Contain("These are the first 100. To list more: --limit NUMBER, or --all."));
        });
    }

    [TestCase("table")]
    [TestCase("csv")]
    [TestCase("json")]
    public async Task What_arrived_before_a_failure_is_written(string format)
    {
        _server.Answer = context => context.Request.Query["index"] == "1"
            ? LoopbackServer.Json(context, 200, """{ "count": 2, "numbers": [ { "msisdn": "447700900000" } ] }""")
            : LoopbackServer.Json(context, 400, """{ "title": "No more" }""");
        var run = await _cli.RunAsync($"numbers search GB --all -o {format}");
        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.EqualTo(1));
            Assert.That(run.Output, Does.Contain("447700900000"));
        });
    }

    [Test]
    public async Task An_empty_list_is_an_empty_array_or_said()
    {
        _server.Reply(200, """{ "count": 0, "numbers": [] }""");
        Assert.Multiple(async () =>
        {
            Assert.That((await _cli.RunAsync("numbers search GB -o json")).Succeeded().Json, Is.Empty);
            Assert.That((await _cli.RunAsync("numbers search GB")).Succeeded().Error, Does.Contain("Nothing found."));
        });
    }

    [Test]
    public async Task What_changes_something_is_said_beside_the_output()
    {
        _server.Reply(200, """{ "message-count": "1", "messages": [ { "to": "447700900000", "message-id": "1", "status": "0" } ] }""");
        var run = (await _cli.RunAsync("sms send --from Acme --to 447700900000 --text Hi -o json")).Succeeded();
        Assert.Multiple(() =>
        {
            Assert.That(run.Error.Trim(), Is.EqualTo("Sms.send done: POST rest.nexmo.com/sms/{format}"));
            Assert.That((string?)run.Json["message-count"], Is.EqualTo("1"));
        });
    }

    [Test]
    public async Task Watch_asks_again_until_the_state_is_final()
    {
        var states = new Queue<string>(["started", "ringing", "ringing", "answered", "completed"]);
        _server.Answer = context => LoopbackServer.Json(context, 200, $$"""{ "uuid": "63f61863-4a51-4f6b-86e1-46edebcf9356", "status": "{{states.Dequeue()}}" }""");
        var run = (await _cli.RunAsync("calls get 63f61863-4a51-4f6b-86e1-46edebcf9356 --watch -o json")).Succeeded();
        Assert.Multiple(() =>
        {
            Assert.That(run.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries), Is.EqualTo(["status: started", "status: ringing", "status: answered", "status: completed"]));
            Assert.That((string?)run.Json["status"], Is.EqualTo("completed"));
        });
    }

    private static readonly string[] Watched = ["reports get-report", "verify get", "voice get-call"];

    [Test]
    public void Reports_verifications_and_calls_can_be_watched() => Assert.That(
        ApiGroups.All.SelectMany(group => group.Commands.Where(command => command.State is not null).Select(command => $"{group.Name} {command.Name}")),
        Is.SupersetOf(Watched));
}
