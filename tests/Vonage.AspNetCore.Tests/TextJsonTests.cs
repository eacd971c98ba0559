using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Vonage.Core.Serialization;
using Vonage.Messages;
using Vonage.Sms;
using Vonage.Voice;

namespace Vonage.AspNetCore.Tests;

/// <summary>System.Text.Json, which minimal APIs use, reads and writes models as the SDK does.</summary>
internal sealed class TextJsonTests
{
    private const string Event = """{"status":"completed","uuid":"one","duration":"2","price":"0.10000000000000000001","start_time":"2026-01-01 12:00:00","network":"23420","new":{"a":[1,null]}}""";

    [Test]
    public void An_ncco_is_written_as_by_itself()
    {
        var ncco = Ncco.Create().Talk("hi", bargeIn: true).Input(input => input.Dtmf(maxDigits: 1));
        var json = JsonSerializer.Serialize(ncco);
        Assert.That(json, Is.EqualTo(ncco.ToJson()));
        Assert.That(JsonSerializer.Deserialize<Ncco>(json)!.ToJson(), Is.EqualTo(json));
    }

    [Test]
    public void What_is_no_ncco_is_an_error_of_the_serializer_that_is_used() =>
        Assert.That(() => JsonSerializer.Deserialize<Ncco>("{}"), Throws.TypeOf<JsonException>());

    [Test]
    public async Task A_minimal_api_answers_with_an_ncco()
    {
        await using var server = await WebServer.StartAsync(app => app.MapGet("/answer", () => Ncco.Create().Talk("hi")));
        Assert.That(await server.Http.GetStringAsync(server.At("/answer")), Is.EqualTo("""[{"action":"talk","text":"hi"}]"""));
    }

    [Test]
    public async Task A_minimal_api_binds_an_event()
    {
        CallEvent? bound = null;
        await using var server = await WebServer.StartAsync(app => app.MapPost("/event", (CallEvent change) => bound = change));
        using var response = await server.Http.PostAsync(server.At("/event"), new StringContent(Event, null, "application/json"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(bound!.Status, Is.EqualTo(CallEventStatus.Completed));
            Assert.That(bound.Duration, Is.EqualTo(TimeSpan.FromSeconds(2)));
            Assert.That(bound.Price, Is.EqualTo(0.10000000000000000001m));
            Assert.That(bound.AdditionalProperties["new"].ToString(Newtonsoft.Json.Formatting.None), Is.EqualTo("""{"a":[1,null]}"""));
            Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo(ApiJson.Serialize(bound)));
        }
    }

    [Test]
    public void What_is_no_model_is_an_error_of_the_serializer_that_is_used()
    {
        Assert.That(() => JsonSerializer.Deserialize<CallEvent>("""["status"]"""), Throws.TypeOf<JsonException>());
        Assert.That(JsonSerializer.Deserialize<CallEvent>("""{"status":{"code":1}}""")!.AdditionalProperties, Contains.Key("status"), "an odd value is kept");
    }

    [Test]
    public void A_form_request_survives_the_round_trip()
    {
        var request = new SmsRequest { From = "ACME", To = "447700900000", Text = "Hi", Type = SmsType.Unicode, Ttl = TimeSpan.FromSeconds(30), AdditionalProperties = { ["new"] = 1 } };
        var json = JsonSerializer.Serialize(request);
        var read = JsonSerializer.Deserialize<SmsRequest>(json)!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(json, Is.EqualTo(ApiJson.Serialize((object)request)));
            Assert.That(JsonSerializer.Serialize(read), Is.EqualTo(json));
            Assert.That((read.To, read.Type, read.Ttl), Is.EqualTo(("447700900000", SmsType.Unicode, TimeSpan.FromSeconds(30))));
        }
    }

    [Test]
    public void A_union_is_written_and_read_as_the_class_that_it_is()
    {
        OutboundMessage message = new SmsTextMessage { From = "ACME", To = "447700900000", Text = "Hi" };
        var json = JsonSerializer.Serialize(message);
        Assert.That(json, Is.EqualTo(ApiJson.Serialize(message)).And.Contain("\"text\":\"Hi\""));
        Assert.That(JsonSerializer.Deserialize<InboundMessage>("""{"channel":"sms","message_type":"text","text":"Hi"}"""), Is.TypeOf<InboundSmsTextMessage>());
    }

    [Test]
    public void Extensible_enums_are_values_keys_and_absent()
    {
        var all = new Dictionary<SmsType, SmsType?> { [SmsType.Text] = SmsType.Binary, ["new"] = null };
        var json = JsonSerializer.Serialize(all);
        Assert.That(json, Is.EqualTo("""{"text":"binary","new":null}"""));
        Assert.That(JsonSerializer.Deserialize<Dictionary<SmsType, SmsType?>>(json), Is.EqualTo(all));
        Assert.That(JsonSerializer.Deserialize<SmsStatus>("0"), Is.EqualTo(new SmsStatus("0")));
    }
}
