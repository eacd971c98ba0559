using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Vonage.Testing.Tests.Support;

namespace Vonage.Testing.Tests;

internal sealed class VoiceStateTests : SimulatorTest
{
    private const string Calls = "/api.nexmo.com/v1/calls";
    private const string Unknown = "00000000-0000-0000-0000-000000000000";
    private readonly ManualTime _clock = new(DateTimeOffset.UtcNow);

    protected override void Prepare() => Options.TimeProvider = _clock;

    [SetUp]
    public void Authenticate() => UseToken();

    [Test]
    public async Task A_call_is_made_and_fetched()
    {
        var created = await PostAsync(Calls, Call());

        var call = await GetAsync($"{Calls}/{created["uuid"]}");

        Assert.That((created.Status, created["status"], created["direction"]), Is.EqualTo((HttpStatusCode.Created, "started", "outbound")));
        Assert.That((call["uuid"], call["status"], call["to.number"], call["from.number"]), Is.EqualTo((created["uuid"], "answered", "14155550100", "14155550101")));
        Assert.That((call["conversation_uuid"], call["_links.self.href"]), Is.EqualTo((created["conversation_uuid"], $"https://api.nexmo.com/v1/calls/{created["uuid"]}")));
        Assert.That(call["end_time"], Is.Null);
    }

    [Test]
    public async Task A_call_ends_and_costs()
    {
        var uuid = (await PostAsync(Calls, Call()))["uuid"];
        _clock.Advance(TimeSpan.FromSeconds(60));

        var answer = await PutAsync($"{Calls}/{uuid}", new JsonObject { ["action"] = "hangup" });

        var call = await GetAsync($"{Calls}/{uuid}");
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((call["status"], call["duration"], decimal.Parse(call["price"]!, System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(("completed", "60", 0.39m)));
        Assert.That(call["end_time"], Is.EqualTo(_clock.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.That(Simulator.Balance, Is.EqualTo(99.61m));
    }

    [Test]
    public async Task A_call_is_transferred()
    {
        var uuid = (await PostAsync(Calls, Call()))["uuid"];

        await PutAsync($"{Calls}/{uuid}", JsonNode.Parse("""{"action":"transfer","destination":{"type":"ncco","ncco":[{"action":"talk","text":"Hi"}]}}""")!);

        Assert.That((await GetAsync($"{Calls}/{uuid}"))["status"], Is.EqualTo("transfer"));
    }

    [TestCase("mute")]
    [TestCase("unmute")]
    [TestCase("earmuff")]
    [TestCase("unearmuff")]
    public async Task A_call_goes_on_after(string action)
    {
        var uuid = (await PostAsync(Calls, Call()))["uuid"];

        Assert.That((await PutAsync($"{Calls}/{uuid}", new JsonObject { ["action"] = action })).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await GetAsync($"{Calls}/{uuid}"))["status"], Is.EqualTo("answered"));
    }

    [TestCase("PUT", "stream", """{"stream_url":["https://example.com/a.mp3"]}""", "Stream started")]
    [TestCase("DELETE", "stream", "{}", "Stream stopped")]
    [TestCase("PUT", "talk", """{"text":"Hi"}""", "Talk started")]
    [TestCase("DELETE", "talk", "{}", "Talk stopped")]
    [TestCase("PUT", "dtmf", """{"digits":"1"}""", "DTMF sent")]
    public async Task A_live_call_takes_commands(string method, string command, string body, string message)
    {
        var uuid = (await PostAsync(Calls, Call()))["uuid"];
        var (verb, json) = (new HttpMethod(method), JsonNode.Parse(body)!);

        var live = await SendAsync(verb, $"{Calls}/{uuid}/{command}", json);
        await PutAsync($"{Calls}/{uuid}", new JsonObject { ["action"] = "hangup" });
        var over = await SendAsync(verb, $"{Calls}/{uuid}/{command}", json);

        Assert.That((live.Status, live["message"], live["uuid"]), Is.EqualTo((HttpStatusCode.OK, message, uuid)));
        Assert.That(over.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task An_unknown_call_is_not_found()
    {
        Assert.That((await GetAsync($"{Calls}/{Unknown}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await PutAsync($"{Calls}/{Unknown}", new JsonObject { ["action"] = "hangup" }))["type"], Is.EqualTo("NOT_FOUND"));
    }

    private static string Here(string? link) => link!.Replace("https://", "/", StringComparison.Ordinal);

    [Test]
    public async Task A_list_of_calls_has_pages()
    {
        for (var i = 0; i < 5; i++)
            await PostAsync(Calls, Call());

        var first = await GetAsync($"{Calls}?page_size=2&status=answered");
        var second = await GetAsync(Here(first["_links.next.href"]));
        var third = await GetAsync(Here(second["_links.next.href"]));

        Assert.That((first["count"], second["record_index"], third["_links.next"]), Is.EqualTo(("5", "2", (string?)null)));
        Assert.That(new[] { first, second, third }.SelectMany(Uuids).Distinct().Count(), Is.EqualTo(5));
        Assert.That((third["_links.prev.href"], third["_links.last.href"], third["_links.self.href"]), Is.EqualTo(
            ("https://api.nexmo.com/v1/calls?page_size=2&record_index=2&status=answered", "https://api.nexmo.com/v1/calls?page_size=2&record_index=4&status=answered", "https://api.nexmo.com/v1/calls?page_size=2&record_index=4&status=answered")));
    }

    [Test]
    public async Task A_list_of_calls_can_be_filtered_and_turned_round()
    {
        var start = _clock.GetUtcNow();
        var first = await PostAsync(Calls, Call());
        _clock.Advance(TimeSpan.FromMinutes(1));
        var second = await PostAsync(Calls, Call());
        await PutAsync($"{Calls}/{second["uuid"]}", new JsonObject { ["action"] = "hangup" });

        Assert.That(Uuids(await GetAsync($"{Calls}?status=completed")), Is.EqualTo([second["uuid"]]));
        Assert.That(Uuids(await GetAsync($"{Calls}?conversation_uuid={first["conversation_uuid"]}")), Is.EqualTo([first["uuid"]]));
        Assert.That(Uuids(await GetAsync($"{Calls}?order=desc")), Is.EqualTo([second["uuid"], first["uuid"]]));
        Assert.That(Uuids(await GetAsync($"{Calls}?date_start={start.AddSeconds(30):yyyy-MM-ddTHH:mm:ssZ}")), Is.EqualTo([second["uuid"]]));
        Assert.That(Uuids(await GetAsync($"{Calls}?date_end={start.AddSeconds(30):yyyy-MM-ddTHH:mm:ssZ}")), Is.EqualTo([first["uuid"]]));
    }

    [TestCase("""{"to":[{"type":"phone","number":"14155550100"}],"from":{"type":"phone","number":"14155550101"}}""", "ncco")]
    [TestCase("""{"to":[{"type":"phone","number":"14155550100"}],"ncco":[{"action":"talk","text":"Hi"}]}""", "from")]
    [TestCase("""{"to":[],"random_from_number":true,"ncco":[{"action":"talk","text":"Hi"}]}""", "to")]
    [TestCase("""{"to":[{"type":"phone","number":"14155550100"}],"random_from_number":true,"ncco":[{"action":"talk"}]}""", "ncco[0].text")]
    public async Task A_wrong_call_is_refused_by_the_name_of_its_field(string body, string field)
    {
        var answer = await PostAsync(Calls, JsonNode.Parse(body)!);

        Assert.That((answer.Status, answer["type"]), Is.EqualTo((HttpStatusCode.BadRequest, "BAD_REQUEST")));
        Assert.That(answer.Json["invalid_parameters"]!.AsObject().Select(parameter => parameter.Key), Is.EqualTo([field]));
    }

    [Test]
    public async Task A_recording_is_sound()
    {
        var answer = await GetAsync("/api-us-3.vonage.com/v1/files/bbbbbbbb-aaaa-cccc-dddd-0123456789ab");

        Assert.That((answer.Status, answer.ContentType), Is.EqualTo((HttpStatusCode.OK, "audio/mpeg")));
        Assert.That(answer.Bytes, Has.Length.GreaterThan(1000));
        Assert.That(answer.Bytes.Take(2), Is.EqualTo(new byte[] { 0xFF, 0xFB }));
    }

    [Test]
    public async Task A_transcript_is_json()
    {
        Http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));

        Assert.That((await GetAsync("/api.nexmo.com/v1/files/bbbbbbbb-aaaa-cccc-dddd-0123456789ab"))["channels.0.duration"], Is.EqualTo("1"));
    }

    private static JsonNode Call() => JsonNode.Parse(
        """{"to":[{"type":"phone","number":"14155550100","dtmfAnswer":"1"}],"from":{"type":"phone","number":"14155550101"},"ncco":[{"action":"talk","text":"Hi"}]}""")!;

    private static IEnumerable<string?> Uuids(Answer answer) => answer.Json["_embedded"]!["calls"]!.AsArray().Select(call => (string?)call!["uuid"]);
}
