using System.Globalization;
using System.Text.Json.Nodes;
using Vonage.Simulation;
using Vonage.Testing.Authentication;
using Vonage.Testing.Webhooks;

namespace Vonage.Testing.State;

/// <summary>The Conversation API: conversations, their members and what happens in them. Every change is an event, which is also reported.</summary>
internal sealed class ConversationsState : ApiState
{
    private const string Prefix = "Bearer ";
    private readonly SharedState _shared;
    private readonly List<ConversationRecord> _conversations = [];

    public ConversationsState(SharedState shared) : base("conversations")
    {
        _shared = shared;
        On("list", List);
        On("create", Create);
        OnConversation("get", (exchange, conversation) => exchange.SuccessWith(conversation.Description));
        OnConversation("update", Update);
        OnConversation("delete", Delete);
        On("listUserConversations", exchange => OfUser(exchange, user => ListUserConversations(exchange, user)));
        On("listUserSessions", exchange => OfUser(exchange, _ => CursorPage.List(exchange, [], sessions => new JsonObject { ["sessions"] = sessions })));
        OnConversation("listMembers", (exchange, conversation) => CursorPage.List(exchange, conversation.Members.All.Select(Summarize), members => new JsonObject { ["members"] = members }));
        OnConversation("createMember", CreateMember);
        OnConversation("getMe", (exchange, conversation) => OfMember(exchange, MemberOfToken(exchange, conversation), exchange.SuccessWith));
        OnConversation("getMember", (exchange, conversation) => OfMember(exchange, conversation.Members.Find(exchange.Path["member_id"]), exchange.SuccessWith));
        OnConversation("updateMember", (exchange, conversation) => OfMember(exchange, conversation.Members.Find(exchange.Path["member_id"]), member => UpdateMember(exchange, conversation, member)));
        OnConversation("listEvents", ListEvents);
        OnConversation("createEvent", CreateEvent);
        OnConversation("getEvent", (exchange, conversation) => conversation.Events.Find(exchange.Path["event_id"]) is { } told ? exchange.SuccessWith(told) : exchange.Error(404));
        OnConversation("deleteEvent", DeleteEvent);
        OnConversation("startStream", (exchange, conversation) => Play(exchange, conversation, "audio:play"));
        OnConversation("stopStream", (exchange, conversation) => Stop(exchange, conversation, "audio:play:stop", "play_id"));
        OnConversation("startTalk", (exchange, conversation) => Play(exchange, conversation, "audio:say"));
        OnConversation("stopTalk", (exchange, conversation) => Stop(exchange, conversation, "audio:say:stop", "say_id"));
        OnConversation("record", Record);
    }

    // ---------------------------------------------------------------- conversations
    private ExchangeResponse List(Exchange exchange) => CursorPage.List(
        exchange,
        _conversations.Where(conversation => IsCreatedBetween(conversation, exchange)).Select(conversation => Members(conversation.Description, "id", "name", "display_name", "image_url", "timestamp", "_links")),
        conversations => new JsonObject { ["conversations"] = conversations });

    private static bool IsCreatedBetween(ConversationRecord conversation, Exchange exchange)
    {
        var created = DateTimeOffset.Parse(ResourceList.Text(conversation.Description["timestamp"]!.AsObject(), "created")!, CultureInfo.InvariantCulture);
        return created >= (Time(exchange.Query("date_start")) ?? created) && created <= (Time(exchange.Query("date_end")) ?? created);
    }

    private static DateTimeOffset? Time(string? text) => text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private ExchangeResponse Create(Exchange exchange)
    {
        if (IsTaken(exchange.Text("name"), null))
            return exchange.Error(409, $"A conversation with the name {exchange.Text("name")} already exists");
        var id = $"CON-{Guid.NewGuid()}";
        var conversation = new ConversationRecord(new JsonObject
        {
            ["id"] = id,
            ["name"] = $"NAM-{Guid.NewGuid()}",
            ["state"] = "ACTIVE",
            ["sequence_number"] = 0,
            ["timestamp"] = new JsonObject { ["created"] = _shared.Webhooks.Time() },
        });
        Change(conversation, exchange.Body);
        conversation.Description["_links"] = new JsonObject { ["self"] = new JsonObject { ["href"] = conversation.Address } };
        _conversations.Add(conversation);
        return exchange.SuccessWith(conversation.Description);
    }

    private ExchangeResponse Update(Exchange exchange, ConversationRecord conversation)
    {
        if (IsTaken(exchange.Text("name"), conversation))
            return exchange.Error(409, $"A conversation with the name {exchange.Text("name")} already exists");
        Change(conversation, exchange.Body);
        conversation.Description["timestamp"]!["updated"] = _shared.Webhooks.Time();
        Tell(conversation, "conversation:updated", null, Members(conversation.Description, "id", "name", "display_name", "image_url", "timestamp", "state"));
        return exchange.SuccessWith(conversation.Description);
    }

    private ExchangeResponse Delete(Exchange exchange, ConversationRecord conversation)
    {
        _conversations.Remove(conversation);
        return exchange.Success();
    }

    private bool IsTaken(string? name, ConversationRecord? except) =>
        name is not null && _conversations.Exists(other => other != except && ResourceList.Text(other.Description, "name") == name);

    private static void Change(ConversationRecord conversation, JsonObject body)
    {
        ResourceList.Change(conversation.Description, Members(body, "name", "display_name", "image_url", "properties"));
        if (body["callback"] is JsonObject callback)
            conversation.Callback = callback.DeepClone().AsObject();
    }

    // ---------------------------------------------------------------- users
    private ExchangeResponse ListUserConversations(Exchange exchange, JsonObject user)
    {
        var state = exchange.Query("state");
        var all = from conversation in _conversations
                  from member in conversation.Members.All
                  where UserId(member) == ResourceList.Text(user, "id") && (state ?? State(member)) == State(member)
                  select Describe(conversation, member, exchange.Query("include_custom_data") == "true");
        if (exchange.Query("order_by") == "custom_sort_key")
            all = all.OrderBy(conversation => conversation["properties"]?["custom_sort_key"]?.ToString(), StringComparer.Ordinal);
        return CursorPage.List(exchange, all, conversations => new JsonObject { ["conversations"] = conversations });
    }

    private static JsonObject Describe(ConversationRecord conversation, JsonObject member, bool withCustomData)
    {
        var description = conversation.Description.DeepClone().AsObject();
        if (!withCustomData && description["properties"] is JsonObject properties)
            properties.Remove("custom_data");
        description["_embedded"] = Members(member, "id", "state");
        return description;
    }

    // ---------------------------------------------------------------- members
    private ExchangeResponse CreateMember(Exchange exchange, ConversationRecord conversation)
    {
        var asked = exchange.Body["user"]!.AsObject();
        if (_shared.Users.All.FirstOrDefault(user => IsSame(user, asked, "id") || IsSame(user, asked, "name")) is not { } user)
            return exchange.Error(404);
        var isJoining = exchange.Text("state") == "joined";
        if (conversation.Members.All.Any(other => UserId(other) == ResourceList.Text(user, "id") && State(other) != "LEFT"))
            return exchange.Error(400, "The user is already a member of the conversation.");
        var id = $"MEM-{Guid.NewGuid()}";
        var member = new JsonObject
        {
            ["id"] = id,
            ["conversation_id"] = conversation.Id,
            ["_embedded"] = new JsonObject { ["user"] = Members(user, "id", "name", "display_name", "_links") },
            ["state"] = isJoining ? "JOINED" : "INVITED",
            ["timestamp"] = new JsonObject { [isJoining ? "joined" : "invited"] = _shared.Webhooks.Time() },
            ["initiator"] = new JsonObject { [isJoining ? "joined" : "invited"] = new JsonObject { ["is_system"] = true } },
            ["_links"] = new JsonObject { ["href"] = $"{conversation.Address}/members/{id}" },
        };
        ResourceList.Change(member, Members(exchange.Body, "channel", "media", "knocking_id"));
        if (exchange.Text("member_id_inviting") is { } inviting)
            member["invited_by"] = inviting;
        conversation.Members.Add(member);
        TellOf(conversation, member, isJoining ? "member:joined" : "member:invited");
        return exchange.SuccessWith(member);
    }

    private ExchangeResponse UpdateMember(Exchange exchange, ConversationRecord conversation, JsonObject member)
    {
        var isJoining = exchange.Text("state") == "joined";
        if (isJoining && exchange.Body["reason"] is not null)
            return exchange.Refuse("reason", "is only allowed if state is left");
        if (State(member) == "LEFT")
            return exchange.Error(400, "The member has left the conversation.");
        if (isJoining && State(member) == "JOINED")
            return exchange.Error(400, "The user is already a member of the conversation.");
        var change = isJoining ? "joined" : "left";
        member["state"] = isJoining ? "JOINED" : "LEFT";
        member["timestamp"]![change] = _shared.Webhooks.Time();
        TellOf(conversation, member, $"member:{change}", exchange.Body["reason"]);
        return exchange.SuccessWith(member);
    }

    private JsonObject? MemberOfToken(Exchange exchange, ConversationRecord conversation)
    {
        ApplicationToken.Check(exchange.Request.Headers.Authorization.ToString()[Prefix.Length..], _shared.Applications, _shared.Now, null, out var claims);
        return conversation.Members.All.FirstOrDefault(member => ResourceList.Text(member["_embedded"]!["user"]!.AsObject(), "name") == claims["sub"]?.ToString());
    }

    private static JsonObject Summarize(JsonObject member) => Members(member, "id", "state", "_embedded", "_links");

    // ---------------------------------------------------------------- events
    private static ExchangeResponse ListEvents(Exchange exchange, ConversationRecord conversation)
    {
        var from = Number(exchange.Query("start_id")) ?? int.MinValue;
        var to = Number(exchange.Query("end_id")) ?? int.MaxValue;
        var type = exchange.Query("event_type");
        var isWithoutDeleted = exchange.Query("exclude_deleted_events") == "true";
        return CursorPage.List(
            exchange,
            conversation.Events.All.Where(told => told["id"]!.GetValue<int>() >= from && told["id"]!.GetValue<int>() <= to
                && (type ?? ResourceList.Text(told, "type")) == ResourceList.Text(told, "type") && !(isWithoutDeleted && conversation.IsDeleted(told))),
            events => events);
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private ExchangeResponse CreateEvent(Exchange exchange, ConversationRecord conversation)
    {
        var from = exchange.Text("from");
        return from is not null && conversation.Members.Find(from) is null
            ? exchange.Error(404, "The member does not exist.")
            : exchange.SuccessWith(Tell(conversation, exchange.Text("type")!, from, exchange.Body["body"]?.DeepClone()));
    }

    private ExchangeResponse DeleteEvent(Exchange exchange, ConversationRecord conversation)
    {
        if (conversation.Events.Find(exchange.Path["event_id"]) is not { } told || ResourceList.Text(told, "type") is not { } type)
            return exchange.Error(404);
        if (type != "message" && !type.StartsWith("custom:", StringComparison.Ordinal))
            return exchange.Error(404, "Only messages and custom events can be deleted.");
        conversation.Delete(told);
        Tell(conversation, "event:delete", null, new JsonObject { ["event_id"] = exchange.Path["event_id"] });
        return exchange.Success();
    }

    // ---------------------------------------------------------------- audio
    private ExchangeResponse Play(Exchange exchange, ConversationRecord conversation, string type)
    {
        var body = exchange.Body.DeepClone().AsObject();
        body["level"] = decimal.Parse(exchange.Text("level") ?? "0", CultureInfo.InvariantCulture);
        body["loop"] ??= 1;
        Tell(conversation, type, null, body);
        return exchange.Success();
    }

    private ExchangeResponse Stop(Exchange exchange, ConversationRecord conversation, string type, string reference)
    {
        Tell(conversation, type, null, new JsonObject { [reference] = Guid.NewGuid().ToString() });
        return exchange.Success();
    }

    private ExchangeResponse Record(Exchange exchange, ConversationRecord conversation)
    {
        var id = Guid.NewGuid().ToString();
        if (exchange.Text("action") == "start")
            Tell(conversation, "audio:record", null, new JsonObject { ["recording_id"] = id, ["format"] = exchange.Text("format") ?? "mp3" });
        else
            Tell(conversation, "audio:record:stop", null, new JsonObject { ["record_id"] = id });
        return exchange.Success();
    }

    // ---------------------------------------------------------------- reporting
    private void TellOf(ConversationRecord conversation, JsonObject member, string type, JsonNode? reason = null)
    {
        var user = Members(member["_embedded"]!["user"]!.AsObject(), "id", "name", "display_name");
        var body = new JsonObject { [type == "member:invited" ? "invited_by" : "member_id"] = ResourceList.Text(member, type == "member:invited" ? "invited_by" : "id"), ["user"] = user };
        ResourceList.Change(body, Members(member, "channel", "timestamp"));
        if (reason is not null)
            body["reason"] = reason.DeepClone();
        Tell(conversation, type, ResourceList.Text(member, "id"), body);
    }

    /// <summary>Adds an event to the conversation, unless it is ephemeral, and reports it.</summary>
    private JsonObject Tell(ConversationRecord conversation, string type, string? from, JsonNode? body)
    {
        var told = new JsonObject { ["id"] = conversation.NextNumber(), ["type"] = type, ["body"] = body, ["timestamp"] = _shared.Webhooks.Time() };
        if (conversation.Members.Find(from) is { } member)
        {
            told["from"] = from;
            told["_embedded"] = new JsonObject { ["from_user"] = Members(member["_embedded"]!["user"]!.AsObject(), "id", "name", "display_name"), ["from_member"] = Members(member, "id") };
        }

        told["_links"] = new JsonObject { ["self"] = new JsonObject { ["href"] = $"{conversation.Address}/events/{told["id"]}" } };
        if (type != "ephemeral")
            conversation.Events.Add(told);
        Report(conversation, told, type);
        return told;
    }

    private void Report(ConversationRecord conversation, JsonObject told, string type)
    {
        var payload = told.DeepClone().AsObject();
        (payload["conversation_id"], payload["application_id"]) = (conversation.Id, _shared.Account.ApplicationId);
        if ((Hook.Of(_shared.Webhooks.RtcEvent, HttpMethod.Post) ?? _shared.Linked.OfApplication(_shared.Account.ApplicationId, "rtc", "event_url", HttpMethod.Post)) is { } hook)
            _shared.Webhooks.Send(WebhookType.RtcEvent, hook.Url, hook.Method, payload);
        if (conversation.Callback is not { } callback || ResourceList.Text(callback, "url") is not { } own)
            return;
        var mask = ResourceList.Text(callback, "event_mask")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (mask.Length == 0 || mask.Contains(type, StringComparer.Ordinal))
            _shared.Webhooks.Send(WebhookType.RtcEvent, new Uri(own), new HttpMethod(ResourceList.Text(callback, "method") ?? "POST"), payload.DeepClone().AsObject());
    }

    // ---------------------------------------------------------------- finding
    private void OnConversation(string operation, Func<Exchange, ConversationRecord, ExchangeResponse> handler) =>
        On(operation, exchange => _conversations.Find(conversation => conversation.Id == exchange.Path["conversation_id"]) is { } found ? handler(exchange, found) : exchange.Error(404));

    private ExchangeResponse OfUser(Exchange exchange, Func<JsonObject, ExchangeResponse> handler) =>
        _shared.Users.Find(exchange.Path["user_id"]) is { } user ? handler(user) : exchange.Error(404);

    private static ExchangeResponse OfMember(Exchange exchange, JsonObject? member, Func<JsonObject, ExchangeResponse> handler) =>
        member is not null ? handler(member) : exchange.Error(404);

    private static string? State(JsonObject member) => ResourceList.Text(member, "state");

    private static string? UserId(JsonObject member) => ResourceList.Text(member["_embedded"]!["user"]!.AsObject(), "id");

    private static bool IsSame(JsonObject user, JsonObject asked, string member) => ResourceList.Text(asked, member) is { } text && text == ResourceList.Text(user, member);

    private static JsonObject Members(JsonObject resource, params ReadOnlySpan<string> names)
    {
        var part = new JsonObject();
        foreach (var name in names)
            if (resource[name] is { } value)
                part[name] = value.DeepClone();
        return part;
    }
}
