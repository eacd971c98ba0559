using Vonage.Conversations;

namespace Vonage.Contract.Tests.Cases;

internal static class ConversationsCases
{
    private const string Host = "api.nexmo.com/v1/";
    private const string One = "conversations/{conversation}";

    public static IEnumerable<OperationCase> All() => [.. Conversations(), .. Members(), .. Events(), .. Audio(), .. Users()];

    private static IEnumerable<OperationCase> Conversations()
    {
        yield return Case("list", "page", "GET", "conversations", async (v, _) => Assert.That((await v.Conversations.ListAsync(new()
        {
            StartDate = new(2018, 1, 1, 10, 0, 0, TimeSpan.Zero),
            EndDate = new(2018, 1, 2, 10, 0, 0, TimeSpan.Zero),
            PageSize = 20,
            Order = SortOrder.Descending,
        }).AsPages().FirstAsync()).Items, Is.Not.Null), query: "date_start=2018-01-01T10%3A00%3A00Z&date_end=2018-01-02T10%3A00%3A00Z&page_size=20&order=desc");
        yield return Case("list", "stream", "GET", "conversations", async (v, ids) =>
        {
            await MakeAsync(v, ids);
            await foreach (var conversation in v.Conversations.ListAsync())
                Assert.That(conversation.Id, Does.StartWith("CON-"));
        });
        yield return Case("create", "nothing said", "POST", "conversations", async (v, _) => Assert.That((await v.Conversations.CreateAsync(new())).State, Is.EqualTo(RtcConversationState.Active)), "{}");
        yield return Case("create", "all that it can be told", "POST", "conversations", async (v, _) =>
        {
            var conversation = await v.Conversations.CreateAsync(new()
            {
                Name = "customer_chat",
                DisplayName = "Customer Chat",
                ImageUrl = new("https://example.com/image.png"),
                Properties = new() { Ttl = TimeSpan.FromMinutes(1), Type = "quick_chat", CustomSortKey = "CSK_1", CustomData = { ["custom_key"] = "custom_value" } },
                Numbers = { new() { Type = RtcChannelType.Phone, Number = "447700900000" }, new() { Type = RtcChannelType.App, User = "my_user_name" } },
                Callback = new()
                {
                    Url = new("https://example.com/eventcallback"),
                    EventMask = "member:invited, member:joined",
                    Params = new() { ApplicationId = "app", NccoUrl = new("https://example.com/ncco") },
                    Method = ConversationCallbackMethod.Post,
                },
            });
            Assert.That(conversation.Properties!.CustomData["custom_key"], Is.EqualTo("custom_value"));
        }, """
            {"name":"customer_chat","display_name":"Customer Chat","image_url":"https://example.com/image.png",
             "properties":{"ttl":60,"type":"quick_chat","custom_sort_key":"CSK_1","custom_data":{"custom_key":"custom_value"}},
             "numbers":[{"type":"phone","number":"447700900000"},{"type":"app","user":"my_user_name"}],
             "callback":{"url":"https://example.com/eventcallback","event_mask":"member:invited, member:joined",
               "params":{"applicationId":"app","ncco_url":"https://example.com/ncco"},"method":"POST"}}
            """);
        yield return Case("get", "", "GET", One, async (v, ids) => Assert.That((await v.Conversations.GetAsync(await MakeAsync(v, ids))).Id, Does.StartWith("CON-")));
        yield return Case("update", "", "PUT", One, async (v, ids) => Assert.That((await v.Conversations.UpdateAsync(await MakeAsync(v, ids), new() { DisplayName = "Customer Chat" })).DisplayName, Is.EqualTo("Customer Chat")), """{"display_name":"Customer Chat"}""");
        yield return Case("delete", "", "DELETE", One, async (v, ids) => await v.Conversations.DeleteAsync(await MakeAsync(v, ids)));
    }

    private static IEnumerable<OperationCase> Members()
    {
        yield return Case("listMembers", "page", "GET", $"{One}/members", async (v, ids) => Assert.That((await v.Conversations.ListMembersAsync(await MakeAsync(v, ids), new() { PageSize = 20, Order = SortOrder.Ascending }).AsPages().FirstAsync()).Items, Is.Not.Null), query: "page_size=20&order=asc");
        yield return Case("listMembers", "stream", "GET", $"{One}/members", async (v, ids) =>
        {
            await JoinAsync(v, ids);
            await foreach (var member in v.Conversations.ListMembersAsync(ids.Fill("{conversation}")))
                Assert.That(member.State, Is.EqualTo(RtcMemberState.Joined));
        });
        yield return Case("createMember", "joined", "POST", $"{One}/members", JoinAsync, """{"state":"joined","user":{"id":"{user}"},"channel":{"type":"app"}}""");
        yield return Case("createMember", "invited", "POST", $"{One}/members", async (v, ids) =>
        {
            await MakeAsync(v, ids);
            var member = await v.Conversations.CreateMemberAsync(ids.Fill("{conversation}"), new(NewMemberState.Invited, new() { Id = ids.Fill("{user}") }, new(RtcChannelType.Phone)
            {
                From = new() { Type = "app,phone,sms" },
                To = new() { Type = RtcChannelType.Phone, Number = "447700900000" },
                Headers = { ["X-Customer"] = "acme" },
            })
            {
                Media = new() { Audio = true, AudioSettings = new() { Enabled = true, Earmuffed = false, Muted = false } },
                KnockingId = "knocking",
                MemberIdInviting = "MEM-1",
                From = "MEM-1",
            });
            Assert.That(member.Id, Does.StartWith("MEM-"));
        }, """
            {"state":"invited","user":{"id":"{user}"},
             "channel":{"type":"phone","from":{"type":"app,phone,sms"},"to":{"type":"phone","number":"447700900000"},"headers":{"X-Customer":"acme"}},
             "media":{"audio":true,"audio_settings":{"enabled":true,"earmuffed":false,"muted":false}},"knocking_id":"knocking","member_id_inviting":"MEM-1","from":"MEM-1"}
            """);
        yield return Case("getMe", "", "GET", $"{One}/members/me", async (v, ids) =>
        {
            await JoinAsync(v, ids);
            var token = v.Jwt.Generate(new JwtClaims { Subject = ids.Fill("{name}") });
            var me = await v.Conversations.GetMeAsync(ids.Fill("{conversation}"), new Core.RequestOptions { Headers = { ["Authorization"] = $"Bearer {token}" } });
            Assert.That(me.Embedded!.User!.Name, Is.Not.Null);
        });
        yield return Case("getMember", "", "GET", $"{One}/members/{{member}}", async (v, ids) =>
        {
            await JoinAsync(v, ids);
            var member = await v.Conversations.GetMemberAsync(ids.Fill("{conversation}"), ids.Fill("{member}"));
            Assert.That(member.Channel!.Type, Is.EqualTo(RtcChannelType.App));
        });
        yield return Case("updateMember", "", "PATCH", $"{One}/members/{{member}}", async (v, ids) =>
        {
            await JoinAsync(v, ids);
            await v.Conversations.UpdateMemberAsync(ids.Fill("{conversation}"), ids.Fill("{member}"), new(MemberStateChange.Left) { From = "MEM-1", Reason = new() { Code = "123", Text = "Some reason." } });
        }, """{"state":"left","from":"MEM-1","reason":{"code":"123","text":"Some reason."}}""");
    }

    private static IEnumerable<OperationCase> Events()
    {
        yield return Case("listEvents", "page", "GET", $"{One}/events", async (v, ids) => Assert.That((await v.Conversations.ListEventsAsync(await MakeAsync(v, ids), new()
        {
            ExcludeDeletedEvents = true,
            FirstEventId = "13",
            LastEventId = "19",
            EventType = RtcEventType.MemberJoined,
            PageSize = 20,
            Order = SortOrder.Descending,
        }).AsPages().FirstAsync()).Items, Is.Not.Null), query: "exclude_deleted_events=true&start_id=13&end_id=19&event_type=member%3Ajoined&page_size=20&order=desc");
        yield return Case("listEvents", "stream", "GET", $"{One}/events", async (v, ids) =>
        {
            await SendAsync(v, ids);
            await foreach (var told in v.Conversations.ListEventsAsync(ids.Fill("{conversation}")))
                Assert.That((told as MessageRtcEvent)?.Body?.Text, Is.EqualTo("Hello"));
        });
        yield return Case("createEvent", "message", "POST", $"{One}/events", SendAsync, """{"type":"message","body":{"message_type":"text","text":"Hello"}}""");
        foreach (var (request, json) in Requests())
            yield return Case("createEvent", request.Type, "POST", $"{One}/events", async (v, ids) => await v.Conversations.CreateEventAsync(await MakeAsync(v, ids), request), $$"""{"type":"{{request.Type}}","body":{{json}}}""");
        yield return Case("getEvent", "", "GET", $"{One}/events/{{event}}", async (v, ids) =>
        {
            await SendAsync(v, ids);
            Assert.That(await v.Conversations.GetEventAsync(ids.Fill("{conversation}"), int.Parse(ids.Fill("{event}"), System.Globalization.CultureInfo.InvariantCulture)), Is.TypeOf<MessageRtcEvent>());
        });
        yield return Case("deleteEvent", "", "DELETE", $"{One}/events/{{event}}", async (v, ids) =>
        {
            await SendAsync(v, ids);
            await v.Conversations.DeleteEventAsync(ids.Fill("{conversation}"), int.Parse(ids.Fill("{event}"), System.Globalization.CultureInfo.InvariantCulture));
        });
    }

    private static IEnumerable<(EventRequest Request, string Json)> Requests()
    {
        yield return (new MessageSubmittedEventRequest(new("7")), """{"event_id":"7"}""");
        yield return (new MessageRejectedEventRequest(new("7")), """{"event_id":"7"}""");
        yield return (new MessageUndeliverableEventRequest(new("7")), """{"event_id":"7"}""");
        yield return (new MessageSeenEventRequest(new("7")), """{"event_id":"7"}""");
        yield return (new MessageDeliveredEventRequest(new("7")), """{"event_id":"7"}""");
        yield return (new EphemeralEventRequest { Body = new Newtonsoft.Json.Linq.JObject { ["typing"] = true } }, """{"typing":true}""");
        yield return (new AudioPlayEventRequest(new(0.5m, 1) { StreamUrl = { new("https://example.com/waiting.mp3") } }), """{"level":0.5,"loop":1,"stream_url":["https://example.com/waiting.mp3"]}""");
        yield return (new AudioPlayStopEventRequest(new("one")), """{"play_id":"one"}""");
        yield return (new AudioSayEventRequest(new(0, 1, "Hello") { Language = "en-GB" }), """{"text":"Hello","level":0.0,"loop":1,"language":"en-GB"}""");
        yield return (new AudioSayStopEventRequest(new("one")), """{"say_id":"one"}""");
        yield return (new AudioDtmfEventRequest(new() { Digits = "42#" }), """{"digits":"42#"}""");
        yield return (new AudioRecordEventRequest(new() { Format = "mp3", Transcription = new("en-US") }), """{"format":"mp3","transcription":{"language":"en-US"}}""");
        yield return (new AudioRecordStopEventRequest(new("one")), """{"record_id":"one"}""");
        yield return (new AudioMuteOnEventRequest(new("one")), """{"rtc_id":"one"}""");
        yield return (new AudioMuteOffEventRequest(new("one")), """{"rtc_id":"one"}""");
        yield return (new AudioEarmuffOnEventRequest(new("one")), """{"rtc_id":"one"}""");
        yield return (new AudioEarmuffOffEventRequest(new("one")), """{"rtc_id":"one"}""");
    }

    private static IEnumerable<OperationCase> Audio()
    {
        yield return Case("startStream", "", "PUT", $"{One}/stream", async (v, ids) => Assert.That(
            (await v.Conversations.StartStreamAsync(await MakeAsync(v, ids), new() { StreamUrl = { new("https://example.com/waiting.mp3") }, Loop = 2, Level = 0.4m })).Uuid, Is.Not.Null),
            """{"stream_url":["https://example.com/waiting.mp3"],"loop":2,"level":"0.4"}""");
        yield return Case("stopStream", "", "DELETE", $"{One}/stream", async (v, ids) => Assert.That((await v.Conversations.StopStreamAsync(await MakeAsync(v, ids))).Message, Is.EqualTo("Stream stopped")));
        yield return Case("startTalk", "", "PUT", $"{One}/talk", async (v, ids) => Assert.That(
            (await v.Conversations.StartTalkAsync(await MakeAsync(v, ids), new("Hello") { Language = ConversationLanguage.EnGB, Style = 1, Premium = true, Loop = 2, Level = 0.4m })).Uuid, Is.Not.Null),
            """{"text":"Hello","language":"en-GB","style":1,"premium":true,"loop":2,"level":"0.4"}""");
        yield return Case("stopTalk", "", "DELETE", $"{One}/talk", async (v, ids) => Assert.That((await v.Conversations.StopTalkAsync(await MakeAsync(v, ids))).Message, Is.EqualTo("Talk stopped")));
        yield return Case("record", "start", "PUT", $"{One}/record", async (v, ids) => await v.Conversations.RecordAsync(await MakeAsync(v, ids), new(ConversationRecordAction.Start)
        {
            EventUrl = { new("https://example.com/event") },
            EventMethod = ConversationCallbackMethod.Post,
            Split = "conversation",
            Format = ConversationRecordFormat.Wav,
            RetentionTtl = TimeSpan.FromDays(7),
            Timeout = TimeSpan.FromHours(1),
            Transcription = new() { Language = "en-GB", SentimentAnalysis = true, EventUrl = { new("https://example.com/transcript") }, EventMethod = ConversationCallbackMethod.Get },
        }), """
            {"action":"start","event_url":["https://example.com/event"],"event_method":"POST","split":"conversation","format":"wav","retention_ttl":7,"timeout":3600,
             "transcription":{"language":"en-GB","sentiment_analysis":true,"event_url":["https://example.com/transcript"],"event_method":"GET"}}
            """);
        yield return Case("record", "stop", "PUT", $"{One}/record", async (v, ids) => await v.Conversations.RecordAsync(await MakeAsync(v, ids), new(ConversationRecordAction.Stop)), """{"action":"stop"}""");
    }

    private static IEnumerable<OperationCase> Users()
    {
        yield return Case("listUserConversations", "page", "GET", "users/{user}/conversations", async (v, ids) => Assert.That((await v.Conversations.ListUserConversationsAsync(ids.Fill("{user}"), new()
        {
            State = UserConversationState.Joined,
            OrderBy = UserConversationOrder.CustomSortKey,
            Order = SortOrder.Descending,
            PageSize = 20,
            StartDate = new(2018, 1, 1, 10, 0, 0, TimeSpan.Zero),
            IncludeCustomData = true,
        }).AsPages().FirstAsync()).Items, Is.Not.Null), query: "state=JOINED&order_by=custom_sort_key&order=desc&page_size=20&date_start=2018-01-01T10%3A00%3A00Z&include_custom_data=true");
        yield return Case("listUserConversations", "stream", "GET", "users/{user}/conversations", async (v, ids) =>
        {
            await JoinAsync(v, ids);
            await foreach (var conversation in v.Conversations.ListUserConversationsAsync(ids.Fill("{user}")))
                Assert.That(conversation.Embedded!.State, Is.EqualTo(RtcMemberState.Joined));
        });
        yield return Case("listUserSessions", "", "GET", "users/{user}/sessions", async (v, ids) => Assert.That((await v.Conversations.ListUserSessionsAsync(ids.Fill("{user}"), new() { PageSize = 20, Order = SortOrder.Ascending }).AsPages().FirstAsync()).Items, Is.Not.Null), query: "page_size=20&order=asc");
    }

    private static OperationCase Case(string operation, string variant, string method, string path, Func<IVonageClient, Ids, Task> call, string? json = null, string query = "") =>
        new($"conversations.{operation}", variant, call) { Line = $"{method} {Host}{path}", Json = json, Query = query };

    private static async Task<string> MakeAsync(IVonageClient v, Ids ids) => ids.Keep("conversation", (await v.Conversations.CreateAsync(new())).Id);

    private static async Task JoinAsync(IVonageClient v, Ids ids)
    {
        var conversation = await MakeAsync(v, ids);
        var member = await v.Conversations.CreateMemberAsync(conversation, new(NewMemberState.Joined, new() { Id = ids.Fill("{user}") }, new(RtcChannelType.App)));
        ids.Keep("member", member.Id);
    }

    private static async Task SendAsync(IVonageClient v, Ids ids)
    {
        var told = await v.Conversations.CreateEventAsync(await MakeAsync(v, ids), new MessageEventRequest(new() { MessageType = RtcMessageType.Text, Text = "Hello" }));
        ids.Keep("event", told.Id);
    }
}
