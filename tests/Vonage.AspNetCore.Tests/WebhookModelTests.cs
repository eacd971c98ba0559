using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Vonage.Conversations;
using Vonage.Core.Serialization;
using Vonage.Messages;
using Vonage.NumberInsight;
using Vonage.Sms;
using Vonage.Voice;

namespace Vonage.AspNetCore.Tests;

/// <summary>Webhooks as they come: what is unknown is kept, what is written in another way is read.</summary>
internal sealed class WebhookModelTests
{
    [TestCase("""{"channel":"telepathy","message_uuid":"a","to":"1","from":"2","timestamp":"2026-01-01T12:00:00Z","thought":{"deep":true}}""")]
    [TestCase("""{"channel":"whatsapp","message_type":"hologram","context_status":"none","message_uuid":"a","to":"1","from":"2","timestamp":"2026-01-01T12:00:00Z","thought":{"deep":true}}""")]
    [TestCase("""{"channel":"sms","message_type":"text","text":"x","message_uuid":"a","to":"1","from":"2","timestamp":"2026-01-01T12:00:00Z","thought":{"deep":true}}""")]
    public void Unknown_channels_types_and_fields_of_messages_are_kept(string json)
    {
        var message = Read<InboundMessage>(json);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((bool?)message.AdditionalProperties["thought"]["deep"], Is.True);
            Assert.That(JToken.DeepEquals(JObject.Parse(ApiJson.Serialize(message)), JObject.Parse(json)), ApiJson.Serialize(message));
        }
    }

    [Test]
    public void What_says_the_kind_may_stand_anywhere([Range(0, 8)] int first, [Values] bool backwards)
    {
        var fields = JObject.Parse("""{"channel":"whatsapp","message_type":"text","text":"x","context_status":"available","context":{"message_uuid":"c","message_from":"3","message_type":"image"},"message_uuid":"a","to":"1","from":"2","timestamp":"2026-01-01T12:00:00Z"}""").Properties().ToList();
        if (backwards)
            fields.Reverse();
        var json = new JObject(fields.Skip(first).Concat(fields.Take(first))).ToString();
        var message = Read<InboundMessage>(json);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(message, Is.InstanceOf<InboundWhatsAppTextMessage>().With.Property("Text").EqualTo("x"));
            Assert.That(JToken.DeepEquals(JObject.Parse(ApiJson.Serialize(message)), JObject.Parse(json)), ApiJson.Serialize(message));
        }
    }

    [Test]
    public void Unknown_channels_and_statuses_of_statuses_are_kept()
    {
        var status = Read<MessageStatusEvent>("""{"channel":"telepathy","message_uuid":"a","to":"1","from":"2","timestamp":"2026-01-01 12:00:00","status":"understood","x":1}""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(status.Status?.Value, Is.EqualTo("understood"));
            Assert.That(status.Timestamp, Is.EqualTo(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero)));
            Assert.That((int?)status.AdditionalProperties["x"], Is.EqualTo(1));
        }
    }

    [TestCase("\"2026-01-01T12:00:00.000Z\"")]
    [TestCase("\"2026-01-01T13:00:00+01:00\"")]
    [TestCase("\"2026-01-01 12:00:00\"")]
    [TestCase("null")]
    [TestCase("\"\"")]
    public void Call_events_have_times_in_each_form(string time)
    {
        var change = Read<CallEvent>($$"""{"status":"levitating","start_time":{{time}},"timestamp":"2026-01-01T12:00:00.000Z","brand_new":[1]}""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(change.StartTime, Is.EqualTo(time.Length > 4 ? new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero) : (DateTimeOffset?)null));
            Assert.That(change.Status?.Value, Is.EqualTo("levitating"));
            Assert.That(change.AdditionalProperties["brand_new"].Values<int>(), Is.EqualTo([1]));
        }
    }

    [TestCase("""{"status":"completed","duration":"2","rate":"0.00450000","price":"0.00015000","sip_code":"200","to":447700900000}""")]
    [TestCase("""{"status":"completed","duration":2,"rate":0.0045,"price":0.00015,"sip_code":200,"to":"447700900000"}""")]
    public void Numbers_may_be_text_and_text_numbers(string json)
    {
        var change = Read<CallEvent>(json);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(change.Duration, Is.EqualTo(TimeSpan.FromSeconds(2)));
            Assert.That(change.Rate, Is.EqualTo(0.0045m));
            Assert.That(change.Price, Is.EqualTo(0.00015m));
            Assert.That(change.SipCode, Is.EqualTo(200));
            Assert.That(change.To, Is.EqualTo("447700900000"));
        }
    }

    [Test]
    public void A_query_is_read_as_json_is()
    {
        var change = new WebhookRequest("?status=completed&duration=2&sip_code=200&start_time=2026-01-01+12%3A00%3A00&end_time=&x=1&x=2&y", null, [], null).Read<CallEvent>();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(change.Status, Is.EqualTo(CallEventStatus.Completed));
            Assert.That(change.Duration, Is.EqualTo(TimeSpan.FromSeconds(2)));
            Assert.That(change.SipCode, Is.EqualTo(200));
            Assert.That(change.StartTime, Is.EqualTo(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero)));
            Assert.That(change.EndTime, Is.Null);
            Assert.That(change.AdditionalProperties["x"].Values<string>(), Is.EqualTo(["1", "2"]));
            Assert.That((string?)change.AdditionalProperties["y"], Is.Empty);
        }
    }

    [Test]
    public void A_query_may_have_objects_as_json()
    {
        var answer = new WebhookRequest("from=1&custom_data=%7B%22a%22%3A%22b%22%7D&SipHeader_User-to-User=u", null, [], null).Read<AnswerEvent>();
        Assert.That($"{answer.CustomData["a"]}", Is.EqualTo("b"));
        Assert.That(answer.SipHeaderUserToUser, Is.EqualTo("u"));
        Assert.That((string?)new WebhookRequest("custom_data=%7B", null, [], null).Read<AnswerEvent>().AdditionalProperties["custom_data"], Is.EqualTo("{"));
    }

    [Test]
    public void An_inbound_sms_is_read_from_a_form()
    {
        var sms = new WebhookRequest("", "application/x-www-form-urlencoded", "msisdn=447700900000&to=447700900001&messageId=0A&text=a%26b+%C3%BC&type=text&keyword=A&message-timestamp=2026-01-01+12%3A00%3A00&concat=true&concat-part=1&new=1"u8.ToArray(), null).Read<InboundSms>();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(sms.Text, Is.EqualTo("a&b ü"));
            Assert.That(sms.MessageTimestamp, Is.EqualTo(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero)));
            Assert.That(sms.ConcatPart, Is.EqualTo(1));
            Assert.That((string?)sms.AdditionalProperties["new"], Is.EqualTo("1"));
        }
    }

    [TestCase("""{"dtmf":{"digits":"12#","timed_out":false},"uuid":"a","timestamp":"2026-01-01T12:00:00Z"}""")]
    [TestCase("""{"dtmf":{"digits":"12#","timed_out":"false"},"speech":{"results":[{"text":"x","confidence":"0.9"}],"timeout_reason":"boredom"},"uuid":"a"}""")]
    public void Input_brings_keys_and_speech(string json)
    {
        var input = Read<InputEvent>(json);
        Assert.That(input.Dtmf!.Digits, Is.EqualTo("12#"));
        Assert.That(input.Dtmf.TimedOut, Is.False);
        Assert.That(input.Speech?.Results[0].Confidence, Is.Null.Or.EqualTo(0.9m));
    }

    [Test]
    public void The_other_voice_webhooks_are_read()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Read<RecordingEvent>("""{"start_time":null,"end_time":"2026-01-01T12:00:00Z","size":"12222","recording_url":"https://api.nexmo.com/v1/files/a"}""").Size, Is.EqualTo(12222));
            Assert.That(Read<TransferEvent>("""{"conversation_uuid_from":"CON-a","conversation_uuid_to":"CON-b"}""").ConversationUuidTo, Is.EqualTo("CON-b"));
            Assert.That(Read<CallErrorEvent>("""{"reason":"Syntax error in NCCO","timestamp":"2026-01-01 12:00:00"}""").Timestamp, Is.Not.Null);
            Assert.That(Read<FallbackEvent>("""{"reason":"Connection closed.","original_request":{"url":"https://example.com","type":"event"}}""").OriginalRequest?.Type, Is.EqualTo(FallbackRequestType.Event));
        }
    }

    [TestCase("\"unknown\"")]
    [TestCase("""{"status":"unknown"}""")]
    public void Roaming_is_an_object_or_a_word(string roaming) =>
        Assert.That(Read<AdvancedInsight>($$"""{"status":0,"roaming":{{roaming}}}""").Roaming?.Status?.Value, Is.EqualTo("unknown"));

    [TestCase("custom:my_event")]
    [TestCase("rtc:terminate")]
    [TestCase("ephemeral")]
    [TestCase("member:vanished")]
    public void Events_of_conversations_that_have_no_shape_are_kept(string type)
    {
        var json = $$"""{"type":"{{type}}","id":"7","conversation_id":"CON-a","from":"MEM-a","timestamp":"2026-01-01T12:00:00Z","body":{"mine":[1,{"a":null}]},"x":true}""";
        var change = Read<RtcEvent>(json);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(change, Is.TypeOf<RtcEvent>());
            Assert.That((change.Type, change.Id, change.ConversationId, change.From), Is.EqualTo((type, "7", "CON-a", "MEM-a")));
            Assert.That((int?)change.Body?["mine"]?[0], Is.EqualTo(1));
            Assert.That(JToken.DeepEquals(JObject.Parse(ApiJson.Serialize(change)), JObject.Parse(json)), ApiJson.Serialize(change));
        }
    }

    [TestCase("""{"type":"audio:dtmf"}""")]
    [TestCase("""{"type":"audio:dtmf","id":null,"body":null,"timestamp":null,"_embedded":null}""")]
    [TestCase("""{"type":"audio:dtmf","timestamp":""}""")]
    public void Events_of_conversations_may_lack_anything(string json) =>
        Assert.That((Read<RtcEvent>(json) as AudioDtmfRtcEvent)?.Body, Is.Null);

    [Test]
    public void Each_sip_header_of_a_call_is_kept()
    {
        var answer = Read<AnswerEvent>("""{"from":"1","SipHeader_User-to-User":"u","SipHeader_X-Test":"x"}""");
        Assert.That((answer.SipHeaderUserToUser, $"{answer.AdditionalProperties["SipHeader_X-Test"]}"), Is.EqualTo(("u", "x")));
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{")]
    public void What_is_no_event_is_refused(string body) =>
        Assert.That(() => Read<CallEvent>(body), Throws.InstanceOf<JsonException>());

    [Test]
    public void A_body_that_is_no_utf8_is_refused() =>
        Assert.That(() => new WebhookRequest("", "application/json", [0x22, 0xFF, 0x22], null).Read<CallEvent>(), Throws.InstanceOf<JsonException>());

    private static T Read<T>(string json)
        where T : class, IJsonReadable => new WebhookRequest("", "application/json", Encoding.UTF8.GetBytes(json), null).Read<T>();
}
