using System.Text.Json.Nodes;
using Vonage.Simulation;
using Vonage.Testing.Webhooks;
using Vonage.Voice;

namespace Vonage.Testing.State;

/// <summary>The Voice API: inbound and outbound calls.</summary>
internal sealed class VoiceState : ApiState
{
    /// <summary>The number that the account has initially.</summary>
    public const string OwnNumber = "447700900001";

    private readonly SharedState _shared;

    public VoiceState(SharedState shared) : base("voice")
    {
        _shared = shared;
        On("createCall", CreateCall);
        On("listCalls", exchange => CallList.Answer(exchange, shared.Calls));
        On("getCall", exchange => OfCall(exchange, call => exchange.SuccessWith(call.Describe())));
        On("updateCall", exchange => OfLiveCall(exchange, call => Update(exchange, call)));
        foreach (var command in new[] { "startStream", "stopStream", "startTalk", "stopTalk", "sendDtmf" })
            On(command, exchange => OfLiveCall(exchange, call => Command(exchange, call)));
        On("subscribeDtmf", exchange => OfLiveCall(exchange, call => Subscribe(exchange, call, exchange.Body["event_url"])));
        On("unsubscribeDtmf", exchange => OfLiveCall(exchange, call => Subscribe(exchange, call, null)));
        On("downloadFile", Recording.Answer);
    }

    private ExchangeResponse CreateCall(Exchange exchange)
    {
        var body = exchange.Body;
        if (body.ContainsKey("ncco") == body.ContainsKey("answer_url"))
            return exchange.Refuse("ncco", "either this or answer_url is required");
        if (body.ContainsKey("from") == (body["random_from_number"]?.GetValue<bool>() ?? false))
            return exchange.Refuse("from", "either this or random_from_number is required");
        var from = body["from"] ?? new JsonObject { ["type"] = "phone", ["number"] = OwnNumber };
        var call = new CallRecord(Party(body["to"]![0]!), Party(from), "outbound", _shared.Now);
        _shared.Calls.Add(call);
        _shared.Webhooks.Called(body, call, _shared.ApplicationOf(exchange.Request));
        return exchange.SuccessWith(new JsonObject
        {
            ["uuid"] = call.Uuid,
            ["status"] = "started",
            ["direction"] = "outbound",
            ["conversation_uuid"] = call.ConversationUuid,
        });
    }

    private ExchangeResponse Update(Exchange exchange, CallRecord call)
    {
        switch (exchange.Text("action"))
        {
            case "hangup":
                _shared.Webhooks.Find(call).End(CallDisconnectedBy.Platform);
                break;
            case "transfer":
                call.Status = "transfer";
                _shared.Webhooks.Find(call).Transfer(exchange.Body["destination"]!.AsObject());
                break;
        }
        return exchange.Success();
    }

    private ExchangeResponse Subscribe(Exchange exchange, CallRecord call, JsonNode? url)
    {
        var phone = _shared.Webhooks.Find(call);
        phone.Subscribe(url is null ? null : Hook.Named(url, null, HttpMethod.Post, phone.Events));
        return Command(exchange, call);
    }

    private static ExchangeResponse Command(Exchange exchange, CallRecord call)
    {
        var reply = exchange.Success();
        if (reply.Json is JsonObject body)
            body["uuid"] = call.Uuid;
        return reply;
    }

    private ExchangeResponse OfCall(Exchange exchange, Func<CallRecord, ExchangeResponse> handler) =>
        _shared.Calls.Find(call => call.Uuid == exchange.Path["uuid"]) is { } call ? handler(call) : exchange.Error(404);

    private ExchangeResponse OfLiveCall(Exchange exchange, Func<CallRecord, ExchangeResponse> handler) =>
        OfCall(exchange, call => call.IsOver ? exchange.Error(404) : handler(call));

    private static JsonObject Party(JsonNode endpoint) => new(endpoint.AsObject()
        .Where(member => member.Key is "type" or "number" or "uri" or "extension" or "user")
        .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
}
