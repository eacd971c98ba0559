using Vonage.Voice;

namespace Vonage.AspNetCore.Tests.Models;

/// <summary>Webhooks of the Voice API.</summary>
internal static class VoiceWebhooks
{
    private const string Fields = """
        "from":"442079460000","to":"447700900000","uuid":"aaaaaaaa-bbbb-cccc-dddd-0123456789ab","conversation_uuid":"CON-aaaaaaaa-bbbb-cccc-dddd-0123456789ab",
        "direction":"inbound","timestamp":"2020-01-01T12:00:00.000Z"
        """;

    private static readonly DateTimeOffset Noon = new(2020, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Details =
        ["no_detail", "unmapped_detail", "invalid_number", "restricted", "declined", "cannot_route", "number_out_of_service", "internal_error", "carrier_timeout", "unavailable"];

    public static IEnumerable<WebhookCase> Cases => [.. Calls, .. Others];

    private static IEnumerable<WebhookCase> Calls =>
    [
        .. Payload.Words("started ringing").Select(status => Call(status, "", _ => { })),
        .. Payload.Words("cancelled timeout disconnected").Select(status => Call(status, ""","detail":"ok" """, change => Assert.That(change.Detail?.Value, Is.EqualTo("ok")))),
        .. from status in Payload.Words("busy unanswered rejected failed")
           from detail in Details
           select Call(status, $$""","detail":"{{detail}}","sip_code":404""", change => Assert.That((change.Detail?.Value, change.SipCode), Is.EqualTo((detail, 404)))),
        Call("answered", ""","start_time":null,"rate":"0.02","network":"1234" """, change =>
        {
            Assert.That(change.StartTime, Is.Null);
            Assert.That(change.Rate, Is.EqualTo(0.02m));
            Assert.That(change.Network, Is.EqualTo("1234"));
        }),
        Call("answered", ""","start_time":"2020-01-01T12:00:00.000Z","rate":"0.02","network":"1234" """, change => Assert.That(change.StartTime, Is.EqualTo(Noon))),
        .. Payload.Words("platform user").Select(by => Call(
            "completed",
            $$""","start_time":"2020-01-01T12:00:00.000Z","end_time":"2020-01-01T12:00:02.000Z","duration":"2","rate":"0.02","price":"0.03","network":"1234","sip_code":404,"disconnected_by":"{{by}}" """,
            change =>
            {
                Assert.That(change.EndTime, Is.EqualTo(Noon.AddSeconds(2)));
                Assert.That(change.Duration, Is.EqualTo(TimeSpan.FromSeconds(2)));
                Assert.That(change.Price, Is.EqualTo(0.03m));
                Assert.That(change.DisconnectedBy?.Value, Is.EqualTo(by));
            })),
        .. from status in Payload.Words("human machine")
           from state in Payload.Words("beep_start beep_timeout")
           select WebhookCase.Of<CallEvent>(
               $$"""{"from":"442079460000","to":"447700900000","call_uuid":"aaaaaaaa","conversation_uuid":"CON-a","status":"{{status}}","sub_state":"{{state}}","direction":"outbound","timestamp":"2020-01-01T12:00:00.000Z"}""",
               change => Assert.That((change.CallUuid, change.SubState?.Value), Is.EqualTo(("aaaaaaaa", state)))),
    ];

    private static IEnumerable<WebhookCase> Others =>
    [
        .. Payload.Words("phone sip websocket app vbc").Select(type => WebhookCase.Of<AnswerEvent>(
            $$"""
            {"to":"447700900000","from":"442079460000","from_user":"Karen","uuid":"aaaaaaaa","conversation_uuid":"CON-a","endpoint_type":"{{type}}","region_url":"https://example.com",
             "custom_data":{"a":"b"},"SipHeader_User-to-User":"test"}
            """,
            answer =>
            {
                Assert.That(answer.EndpointType?.Value, Is.EqualTo(type));
                Assert.That(answer.FromUser, Is.EqualTo("Karen"));
                Assert.That($"{answer.CustomData["a"]}", Is.EqualTo("b"));
                Assert.That(answer.SipHeaderUserToUser, Is.EqualTo("test"));
            })),
        .. Payload.Words("answer event").Select(type => WebhookCase.Of<FallbackEvent>(
            $$"""{{{Fields}},"reason":"Connection closed.","original_request":{"url":"https://example.com/answer","type":"{{type}}"} }""",
            fallback =>
            {
                Assert.That(fallback.Reason, Is.EqualTo("Connection closed."));
                Assert.That(fallback.OriginalRequest?.Type?.Value, Is.EqualTo(type));
            })),
        WebhookCase.Of<RecordingEvent>(
            """{"timestamp":"2020-01-01T12:00:10.000Z","start_time":"2020-01-01T12:00:00.000Z","end_time":"2020-01-01T12:00:09.000Z","recording_url":"https://api.nexmo.com/v1/files/bbbbbbbb","size":12222,"recording_uuid":"aaaaaaaa","conversation_uuid":"CON-a"}""",
            recording =>
            {
                Assert.That(recording.Size, Is.EqualTo(12222));
                Assert.That(recording.StartTime, Is.EqualTo(Noon));
                Assert.That(recording.RecordingUrl, Is.EqualTo(new Uri("https://api.nexmo.com/v1/files/bbbbbbbb")));
            }),
        WebhookCase.Of<TranscriptionEvent>(
            """{"conversation_uuid":"CON-a","recording_uuid":"aaaaaaaa","status":"transcribed","transcription_url":"https://api.nexmo.com/v1/files/bbbbbbbb","type":"record"}""",
            transcription => Assert.That(transcription.TranscriptionUrl, Is.EqualTo(new Uri("https://api.nexmo.com/v1/files/bbbbbbbb")))),
        Input("""{"digits":"42#","timed_out":false}""", """{"results":[],"error":"Speech overridden by DTMF"}""", input =>
        {
            Assert.That((input.Dtmf?.Digits, input.Dtmf?.TimedOut), Is.EqualTo(("42#", false)));
            Assert.That(input.Speech?.Error, Is.EqualTo("Speech overridden by DTMF"));
        }),
        .. Payload.Words("end_on_silence_timeout max_duration start_timeout").Select(reason => Input(
            """{"digits":null,"timed_out":true}""",
            $$"""{"timeout_reason":"{{reason}}","results":[{"text":"Sales","confidence":"0.9405097"},{"text":"Sails","confidence":"0.70543784"}],"recording_url":"https://api.nexmo.com/v1/files/bbbbbbbb"}""",
            input =>
            {
                Assert.That(input.Dtmf?.Digits, Is.Null);
                Assert.That(input.Speech?.TimeoutReason?.Value, Is.EqualTo(reason));
                Assert.That(input.Speech?.Results.Select(result => (result.Text, result.Confidence)), Is.EqualTo([("Sales", 0.9405097m), ("Sails", 0.70543784m)]));
            })),
        WebhookCase.Of<TransferEvent>(
            """{"uuid":"aaaaaaaa","conversation_uuid_from":"CON-a","conversation_uuid_to":"CON-b","timestamp":"2020-01-01T12:00:00.000Z"}""",
            transfer => Assert.That((transfer.ConversationUuidFrom, transfer.ConversationUuidTo, transfer.Timestamp), Is.EqualTo(("CON-a", "CON-b", Noon)))),
        WebhookCase.Of<NotifyEvent>("""{"conversation_uuid":"CON-a","payload":{"bar":"foo"},"timestamp":"2020-01-01T12:00:00.000Z"}""", notify => Assert.That($"{notify.Payload?["bar"]}", Is.EqualTo("foo"))),
        .. Payload.Words("\"foo\" [1] 7").Select(payload => WebhookCase.Of<NotifyEvent>($$"""{"conversation_uuid":"CON-a","payload":{{payload}},"timestamp":"2020-01-01T12:00:00.000Z"}""", notify => Assert.That(notify.Payload, Is.Not.Null))),
        WebhookCase.Of<CallErrorEvent>(
            """{"reason":"Syntax error in NCCO. Invalid value type or action.","conversation_uuid":"CON-a","timestamp":"2020-01-01T12:00:00.000Z"}""",
            error => Assert.That((error.Reason, error.Timestamp), Is.EqualTo(("Syntax error in NCCO. Invalid value type or action.", Noon)))),
    ];

    private static WebhookCase Call(string status, string more, Action<CallEvent> check) => WebhookCase.Of<CallEvent>($$"""{{{Fields}},"status":"{{status}}"{{more}} }""", change =>
    {
        Assert.That((change.Status?.Value, change.Direction, change.Timestamp), Is.EqualTo((status, CallDirection.Inbound, Noon)));
        check(change);
    });

    private static WebhookCase Input(string dtmf, string speech, Action<InputEvent> check) => WebhookCase.Of<InputEvent>(
        $$"""{"from":"442079460000","to":"447700900000","uuid":"aaaaaaaa","conversation_uuid":"CON-a","timestamp":"2020-01-01T12:00:00.000Z","dtmf":{{dtmf}},"speech":{{speech}}}""",
        check);
}
