using Vonage.Conversations;

namespace Vonage.AspNetCore.Tests.Models;

/// <summary>The events of an application's conversations.</summary>
internal static class RtcWebhooks
{
    private const string Fields = """
        "id":100,"conversation_id":"CON-a","application_id":"78d335fa-323d-0114-9c3d-d6f0d48968cf","from":"MEM-a","timestamp":"2020-01-01T14:00:00.000Z",
        "_embedded":{"from_user":{"id":"USR-a","name":"my_user_name","display_name":"My User Name","image_url":"https://example.com/image.png","custom_data":{"field_1":"value_1"}},"from_member":{"id":"MEM-a"}},
        "_links":{"self":{"href":"https://api.nexmo.com/v1/conversations/CON-a/events/100"}}
        """;

    private const string Channel = """
        "channel":{"id":"d4a3ba29","type":"phone","to":{"type":"app","user":"my_user_name"},"from":{"type":"phone","number":"447700900000"},"headers":{"X-Customer":"acme"}}
        """;

    private const string Media = """ "media":{"audio_settings":{"enabled":true,"earmuffed":false,"muted":false},"audio":true} """;

    private const string Times = """ "timestamp":{"invited":"2020-01-01T13:58:00Z","joined":"2020-01-01T13:59:00Z","left":"2020-01-01T14:00:00Z"} """;

    private const string User = $$$"""
        "user":{"id":"USR-a","member_id":"MEM-a","user_id":"USR-a","name":"my_user_name","display_name":"My User Name","image_url":"https://example.com/image.png","properties":{"custom_data":{"a":"b"}},{{{Media}}}}
        """;

    private const string State = """ "state":{"status":"completed","successful":false,"reason":"busy_here"} """;

    private const string File = """
        "destination_url":"https://api.nexmo.com/v1/files/a","format":"mp3","start_time":"2020-01-01T13:58:00Z","end_time":"2020-01-01T14:00:00Z","size":12222
        """;

    private static readonly string[] Endpoints =
    [
        """{"type":"sip","uri":"sip:rebekka@sip.example.com","username":"rebekka","password":"p"}""", """{"type":"vbc","extension":"4321"}""",
        """{"type":"websocket","uri":"wss://example.com","content_type":"audio/l16;rate=16000"}""", """{"type":"whatsapp-voice","number":"447700900000"}""",
    ];

    private static readonly DateTimeOffset Two = new(2020, 1, 1, 14, 0, 0, TimeSpan.Zero);

    public static IEnumerable<WebhookCase> Cases => [.. Messages, .. Audio, .. Members, .. Legs];

    private static IEnumerable<WebhookCase> Messages =>
    [
        Message("text", """ "text":"Hello" """, body => Assert.That(body.Text, Is.EqualTo("Hello"))),
        Message("image", """ "image":{"url":"https://example.com/a"} """, body => Assert.That(body.Image?.Url, Is.Not.Null)),
        Message("audio", """ "audio":{"url":"https://example.com/a"} """, body => Assert.That(body.Audio?.Url, Is.Not.Null)),
        Message("video", """ "video":{"url":"https://example.com/a"} """, body => Assert.That(body.Video?.Url, Is.Not.Null)),
        Message("file", """ "file":{"url":"https://example.com/a"} """, body => Assert.That(body.File?.Url, Is.Not.Null)),
        Message("template", """ "template":{"name":"verify","parameters":["1","2"],"whatsapp":{"policy":"deterministic","locale":"en_GB"}} """, body => Assert.That(body.Template?.Parameters, Is.EqualTo(["1", "2"]))),
        Message("custom", """ "custom":{"custom_field":"x"} """, body => Assert.That($"{body.Custom["custom_field"]}", Is.EqualTo("x"))),
        Message("vcard", """ "vcard":{"url":"https://example.com/a"},"image":{"url":"https://example.com/a"} """, body => Assert.That(body.Vcard?.Url, Is.Not.Null)),
        Message("location", """ "location":{"longitude":"-0.0876","latitude":"51.5220","name":"Vonage","address":"15 Bonhill Street"} """, body => Assert.That((body.Location?.Longitude, body.Location?.Latitude), Is.EqualTo((-0.0876m, 51.522m)))),
        Message("random", "", _ => { }),
        Event<MessageSubmittedRtcEvent>("message:submitted", """ "event_id":"99" """, e => Assert.That(e.Body?.EventId, Is.EqualTo("99"))),
        Event<MessageRejectedRtcEvent>("message:rejected", """ "event_id":"99" """, e => Assert.That(e.Body?.EventId, Is.EqualTo("99"))),
        Event<MessageUndeliverableRtcEvent>("message:undeliverable", """ "event_id":"99" """, e => Assert.That(e.Body?.EventId, Is.EqualTo("99"))),
        Event<MessageSeenRtcEvent>("message:seen", """ "event_id":99 """, e => Assert.That(e.Body?.EventId, Is.EqualTo("99"))),
        Event<MessageDeliveredRtcEvent>("message:delivered", """ "event_id":99 """, e => Assert.That(e.Body?.EventId, Is.EqualTo("99"))),
        Event<EventDeletedRtcEvent>("event:delete", """ "event_id":"99" """, e => Assert.That(e.Body?.EventId, Is.EqualTo("99"))),
        Event<MemberMessageStatusRtcEvent>(
            "member:message:status",
            """
            "original_event_id":"99","message_type":"text","channel_type":"whatsapp","from":"447700900001","to":"447700900000","message_uuid":"aaaaaaaa","error":{"title":"Throttled"},"text":"Hello",
            "image":{"url":"https://example.com/a"},"audio":{"url":"https://example.com/a"},"video":{"url":"https://example.com/a"},"file":{"url":"https://example.com/a"},
            "template":{"name":"verify","parameters":["1"]},"whatsapp":{"policy":"deterministic","locale":"en_GB"},"custom":{"a":1},"vcard":{"url":"https://example.com/a"},
            "location":{"longitude":"-0.0876","latitude":"51.5220","name":"Vonage","address":"15 Bonhill Street"}
            """,
            e => Assert.That((e.Body?.ChannelType, e.Body?.WhatsApp?.Locale), Is.EqualTo(((RtcMessageChannel?)RtcMessageChannel.WhatsApp, "en_GB")))),
    ];

    private static IEnumerable<WebhookCase> Audio =>
    [
        Event<AudioPlayRtcEvent>("audio:play", """ "queue":true,"level":-0.5,"loop":2,"stream_url":["https://example.com/waiting.mp3"] """, e => Assert.That((e.Body?.Level, e.Body?.Loop), Is.EqualTo((-0.5m, 2)))),
        Event<AudioPlayStopRtcEvent>("audio:play:stop", """ "play_id":"p" """, e => Assert.That(e.Body?.PlayId, Is.EqualTo("p"))),
        Event<AudioPlayDoneRtcEvent>("audio:play:done", """ "play_id":"p" """, e => Assert.That(e.Body?.PlayId, Is.EqualTo("p"))),
        Event<AudioSayRtcEvent>("audio:say", """ "level":0,"loop":1,"queue":true,"voice_name":"Amy","language":"en-GB","style":1,"premium":true,"text":"Hello","ssml":false """, e => Assert.That((e.Body?.Text, e.Body?.Style, e.Body?.Premium), Is.EqualTo(("Hello", 1, true)))),
        Event<AudioSayStopRtcEvent>("audio:say:stop", """ "say_id":"s" """, e => Assert.That(e.Body?.SayId, Is.EqualTo("s"))),
        Event<AudioSayDoneRtcEvent>("audio:say:done", """ "say_id":"s" """, e => Assert.That(e.Body?.SayId, Is.EqualTo("s"))),
        Event<AudioDtmfRtcEvent>("audio:dtmf", $$""" "digit":"5","dtmf_seq":1,"method":"in","duration":480,{{Channel}} """, e =>
        {
            Assert.That(e.Body?.Digit, Is.EqualTo("5"));
            Assert.That(e.Body?.Channel?.Type, Is.EqualTo(RtcChannelType.Phone));
            Assert.That(e.Body?.Channel?.From?.Number, Is.EqualTo("447700900000"));
        }),
        Event<AudioDtmfRtcEvent>("audio:dtmf", """ "digits":"42#" """, e => Assert.That(e.Body?.Digits, Is.EqualTo("42#"))),
        Event<AudioRecordRtcEvent>(
            "audio:record",
            """ "recording_id":"r","validity":30,"streamed":true,"format":"mp3","beep_start":true,"beep_stop":false,"detect_speech":false,"split":true,"multitrack":true,"channels":2,"transcription":{"language":"en-US","sentiment_analysis":true} """,
            e => Assert.That((e.Body?.Channels, e.Body?.Transcription?.SentimentAnalysis), Is.EqualTo((2, true)))),
        Event<AudioRecordStopRtcEvent>("audio:record:stop", """ "record_id":"r" """, e => Assert.That(e.Body?.RecordId, Is.EqualTo("r"))),
        Event<AudioRecordDoneRtcEvent>("audio:record:done", $$""" "event_id":99,"recording_id":"r",{{File}} """, e => Assert.That((e.Body?.Size, e.Body?.EndTime), Is.EqualTo((12222L, Two)))),
        Event<AudioMuteOnRtcEvent>("audio:mute:on", """ "rtc_id":"l" """, e => Assert.That(e.Body?.RtcId, Is.EqualTo("l"))),
        Event<AudioMuteOffRtcEvent>("audio:mute:off", """ "rtc_id":"l" """, e => Assert.That(e.Body?.RtcId, Is.EqualTo("l"))),
        Event<AudioEarmuffOnRtcEvent>("audio:earmuff:on", """ "rtc_id":"l" """, e => Assert.That(e.Body?.RtcId, Is.EqualTo("l"))),
        Event<AudioEarmuffOffRtcEvent>("audio:earmuff:off", """ "rtc_id":"l" """, e => Assert.That(e.Body?.RtcId, Is.EqualTo("l"))),
        Event<AudioSpeakingOnRtcEvent>("audio:speaking:on", Channel, e => Assert.That(e.Body?.Channel?.To?.User, Is.EqualTo("my_user_name"))),
        Event<AudioSpeakingOffRtcEvent>("audio:speaking:off", Channel, e => Assert.That(e.Body?.Channel?.To?.User, Is.EqualTo("my_user_name"))),
        Event<AudioAsrDoneRtcEvent>(
            "audio:asr:done",
            $$"""{{Channel}},"asr":{"results":[{"word":"sales","confidence":0.94}],"error":"none","asr_id":"a","call_id":"c","timeout_reason":"end_on_silence_timeout"}""",
            e => Assert.That((e.Body?.Asr?.Results[0].Word, e.Body?.Asr?.Results[0].Confidence), Is.EqualTo(("sales", 0.94m)))),
        Event<AudioAsrRecordDoneRtcEvent>("audio:asr:record:done", $$"""{{Channel}},"asr":{"error":"none","asr_id":"a","call_id":"c",{{File}},"media_service_uuid":"m"}""", e => Assert.That(e.Body?.Asr?.Size, Is.EqualTo(12222))),
    ];

    private static IEnumerable<WebhookCase> Members =>
    [
        Event<MemberInvitedRtcEvent>(
            "member:invited",
            $$$"""
            "cname":"c","invited_by":"i","member_id":"MEM-a","sdp":"v=0","conversation":{"conversation_id":"CON-a","display_name":"d","name":"n","image_url":"https://example.com/image.png"},{{{User}}},{{{Channel}}},{{{Media}}},{{{Times}}},
            "initiator":{"invited":{"isSystem":true,"member_id":"MEM-b","user_id":"USR-b"}},
            "invited_by_member":{{{{Channel}}},{{{Media}}},"member_id":"MEM-b","name":"n","state":"JOINED",{{{Times}}},"user_id":"USR-b"}
            """,
            e =>
            {
                Assert.That(e.Body?.Initiator?.Invited?.IsSystem, Is.True);
                Assert.That(e.Body?.InvitedByMember?.State, Is.EqualTo(RtcMemberState.Joined));
                Assert.That(e.Body?.Conversation?.ConversationId, Is.EqualTo("CON-a"));
            }),
        Event<MemberJoinedRtcEvent>("member:joined", $$$""" "member_id":"MEM-a",{{{User}}},{{{Channel}}},{{{Times}}},"initiator":{"joined":{"isSystem":false,"member_id":"MEM-a","user_id":"USR-a"}} """, e =>
        {
            Assert.That(e.Body?.User?.Name, Is.EqualTo("my_user_name"));
            Assert.That(e.Body?.User?.Media?.AudioSettings?.Enabled, Is.True);
            Assert.That(e.Body?.Timestamp?.Joined, Is.EqualTo(Two.AddMinutes(-1)));
        }),
        Event<MemberLeftRtcEvent>(
            "member:left",
            $$$""" "member_id":"MEM-a",{{{User}}},{{{Channel}}},{{{Times}}},"initiator":{"joined":{"isSystem":false},"left":{"isSystem":true,"member_id":"MEM-b","user_id":"USR-b"}},"reason":{"code":"bye","text":"Bye"} """,
            e => Assert.That((e.Body?.Reason?.Code, e.Body?.Initiator?.Left?.UserId), Is.EqualTo(("bye", "USR-b")))),
        Event<MemberMediaRtcEvent>("member:media", $$""" "audio":true,{{Media}},{{Channel}} """, e => Assert.That($"{e.Body?.Audio}", Is.EqualTo("True").IgnoreCase)),
        Event<MemberMediaRtcEvent>("member:media", """ "media":{"audio":{"enabled":true,"earmuffed":false,"muted":true}} """, e => Assert.That($"{e.Body?.Media?.Audio?["muted"]}", Is.EqualTo("True").IgnoreCase)),
        Event<ConversationUpdatedRtcEvent>(
            "conversation:updated",
            """ "id":"CON-a","name":"n","timestamp":{"created":"2020-01-01T13:58:00Z","updated":"2020-01-01T14:00:00Z","destroyed":"2020-01-01T14:00:00Z"},"display_name":"d","image_url":"https://example.com/image.png","state":"ACTIVE" """,
            e => Assert.That((e.Body?.State, e.Body?.Timestamp?.Updated), Is.EqualTo(((RtcConversationState?)RtcConversationState.Active, Two)))),
    ];

    private static IEnumerable<WebhookCase> Legs =>
    [
        Event<SipStatusRtcEvent>(
            "sip:status",
            $$"""
            "price":"0.02400000","rate":"0.01200000","duration":"120","to":"447700900000","from":"447700900001","network_code":"23410",{{Channel}},"request_time":"2020-01-01T13:58:00Z",
            "start_time":"2020-01-01T13:58:00Z","end_time":"2020-01-01T14:00:00Z","status":"completed","direction":"in",{{State}}
            """,
            e =>
            {
                Assert.That(e.Body?.Price, Is.EqualTo(0.024m));
                Assert.That(e.Body?.Duration, Is.EqualTo(TimeSpan.FromMinutes(2)));
                Assert.That(e.Body?.Status, Is.EqualTo(RtcLegStatus.Completed));
                Assert.That(e.Body?.State?.Reason, Is.EqualTo(RtcLegReason.BusyHere));
                Assert.That(e.Body?.Direction, Is.EqualTo(RtcDirection.In));
            }),
        Event<SipHangUpRtcEvent>("sip:hangup", Hangup, e => Assert.That((e.Body?.Quality?.MosScore, e.Body?.Reason?.SipCode), Is.EqualTo((4.5m, 200)))),
        Event<HangUpRtcEvent>("rtc:hangup", Hangup, e => Assert.That((e.Body?.Bandwidth?.ByteIn, e.Body?.Direction), Is.EqualTo((102400m, (RtcDirection?)RtcDirection.Inbound)))),
        Event<SipAnsweredRtcEvent>("sip:answered", $$""" "direction":"outbound",{{Channel}} """, e => Assert.That(e.Body?.Direction, Is.EqualTo(RtcDirection.Outbound))),
        Event<SipRingingRtcEvent>("sip:ringing", $$""" "direction":"outbound",{{Channel}} """, e => Assert.That(e.Body?.Direction, Is.EqualTo(RtcDirection.Outbound))),
        Event<CallAnsweredRtcEvent>("rtc:answered", $$""" "direction":"inbound",{{Channel}} """, e => Assert.That(e.Body?.Channel?.Id, Is.EqualTo("d4a3ba29"))),
        Event<RingingRtcEvent>("rtc:ringing", $$""" "direction":"inbound",{{Channel}} """, e => Assert.That(e.Body?.Channel?.Id, Is.EqualTo("d4a3ba29"))),
        Event<SipMachineRtcEvent>("sip:machine", $$""" "type":"machine","confidence":100,{{Channel}} """, e => Assert.That((e.Body?.Type, e.Body?.Confidence), Is.EqualTo(("machine", 100)))),
        Event<SipAmdMachineRtcEvent>("sip:amd_machine", $$""" "type":"human","confidence":90,{{Channel}} """, e => Assert.That((e.Body?.Type, e.Body?.Confidence), Is.EqualTo(("human", 90)))),
        Event<StatusRtcEvent>(
            "rtc:status",
            $$""" "duration":"120","end_time":"2020-01-01T14:00:00Z","mos":4.5,"price":"0.02400000","price_currency":"EUR","start_time":"2020-01-01T13:58:00Z",{{Channel}} """,
            e => Assert.That((e.Body?.Price, e.Body?.Duration), Is.EqualTo((0.024m, TimeSpan.FromMinutes(2))))),
        Event<TransferRtcEvent>("rtc:transfer", $$""" "was_member":"MEM-b","user_id":"USR-a","transferred_from":"CON-b",{{Channel}} """, e => Assert.That(e.Body?.TransferredFrom, Is.EqualTo("CON-b"))),
        Event<CallAnswerRtcEvent>("rtc:answer", """ "answer":"v=0","rtc_id":"l","isFromMB":true,"session_destination":"s" """, e => Assert.That(e.Body?.IsFromMB, Is.True)),
        Event<LegStatusUpdateRtcEvent>(
            "leg:status:update",
            $$$"""
            "leg_id":"l","direction":"inbound","type":"phone","status":"completed",{{{State}}},
            "statusHistory":[{"conversation_id":"CON-a","member_id":"MEM-a","knocker_id":"KNO-a","status":"ringing",{{{State}}},"date":"2020-01-01T14:00:00Z"}]
            """,
            e => Assert.That((e.Body?.StatusHistory[0].Status, e.Body?.StatusHistory[0].Date), Is.EqualTo(((RtcLegStatus?)RtcLegStatus.Ringing, Two)))),
        .. Endpoints.Select(to => Event<RingingRtcEvent>("rtc:ringing", $$""" "channel":{"to":{{to}}} """, e => Assert.That(e.Body?.Channel?.To?.Type?.Value, Is.Not.Empty))),
    ];

    private static string Hangup => $$"""
        "direction":"inbound","quality":{"mos_score":4.5,"quality_percentage":100,"jitter_min_var":0.1,"jitter_max_var":2.5,"jitter_loss_rate":0,"jitter_burst_rate":0,"flaw_total":0,"packet_cnt":500,"packet_loss_perc":0},
        "bandwidth":{"byte_in":102400,"byte_out":102400},{{Channel}},"reason":{"text":"Normal clearing","code":"200","sip_code":"200"}
        """;

    private static WebhookCase Message(string type, string content, Action<RtcMessageBody> check) =>
        Event<MessageRtcEvent>("message", $$""" "message_type":"{{type}}"{{(content.Length > 0 ? "," : "")}}{{content}} """, e =>
        {
            Assert.That(e.Body?.MessageType?.Value, Is.EqualTo(type));
            check(e.Body!);
        });

    private static WebhookCase Event<TKind>(string type, string body, Action<TKind> check)
        where TKind : RtcEvent => WebhookCase.Of<RtcEvent, TKind>($$"""{"type":"{{type}}",{{Fields}},"body":{ {{body}} } }""", e =>
        {
            Assert.That((e.Type, e.Id, e.ConversationId, e.From, e.Timestamp), Is.EqualTo((type, "100", "CON-a", "MEM-a", Two)));
            Assert.That(e.Embedded?.FromUser?.Name, Is.EqualTo("my_user_name"));
            check(e);
        });
}
