using System.Text.Json.Nodes;
using Vonage.Simulation;
using Vonage.Testing.State;
using Vonage.Testing.Webhooks;

namespace Vonage.Testing.Control;

/// <summary>The control API's descriptions of what the simulator has recorded. Secrets are masked.</summary>
internal static class ControlJson
{
    public static JsonObject Of(InboxMessage message)
    {
        var json = new JsonObject
        {
            ["id"] = message.Id,
            ["message_ids"] = new JsonArray([.. message.MessageIds.Select(id => JsonValue.Create(id))]),
            ["api"] = message.Api,
            ["direction"] = message.IsInbound ? "inbound" : "outbound",
            ["channel"] = message.Channel,
            ["message_type"] = message.MessageType,
            ["from"] = message.From,
            ["to"] = message.To,
            ["text"] = message.Text,
            ["time"] = Times.Milliseconds(message.Time),
            ["status"] = message.Status,
            ["statuses"] = new JsonArray([.. message.Steps.Select(step => Without(new JsonObject { ["status"] = step.Status, ["time"] = Times.Milliseconds(step.Time), ["error"] = step.Error }))]),
            ["code"] = message.Code,
            ["client_ref"] = message.ClientRef,
            ["session"] = message.Session,
            ["request_id"] = message.RequestId,
            ["unread"] = message.IsUnread,
            ["parts"] = message.Parts == 0 ? null : message.Parts,
            ["encoding"] = message.Encoding,
            ["error"] = message.Refusal,
            ["content"] = message.Content.Count == 0 ? null : message.Content.DeepClone(),
        };
        return Without(json);
    }

    public static JsonObject Of(Verification verification) => Without(new JsonObject
    {
        ["request_id"] = verification.RequestId,
        ["api"] = verification.Api,
        ["brand"] = verification.Brand,
        ["channel"] = verification.Channel,
        ["to"] = verification.To,
        ["code"] = verification.Code,
        ["status"] = verification.Status,
        ["time"] = Times.Milliseconds(verification.StartedAt),
        ["client_ref"] = verification.ClientRef,
        ["session"] = verification.Session,
    });

    public static JsonObject Of(SimulatedCall call, IEnumerable<SentWebhook> webhooks) => Without(new JsonObject
    {
        ["uuid"] = call.Uuid,
        ["conversation_uuid"] = call.ConversationUuid,
        ["direction"] = call.Direction,
        ["from"] = call.From,
        ["to"] = call.To,
        ["status"] = call.Status,
        ["waits_for"] = call.IsRinging ? "answer" : call.Input is { } input ? string.Join(" or ", CallInput.Types(input)) : null,
        ["start_time"] = Times.Milliseconds(call.StartedAt),
        ["end_time"] = call.EndedAt is { } end ? Times.Milliseconds(end) : null,
        ["session"] = call.Session,
        ["timeline"] = new JsonArray([.. CallTimeline.Of(call, webhooks).Select(Of)]),
    });

    public static JsonObject Of(SentWebhook sent) => Without(new JsonObject
    {
        ["id"] = sent.Id,
        ["type"] = sent.Type.ToString(),
        ["method"] = sent.Method,
        ["url"] = sent.Url.OriginalString,
        ["time"] = Times.Milliseconds(sent.SentAt),
        ["duration_ms"] = Math.Round(sent.Duration.TotalMilliseconds, 1),
        ["payload"] = JsonNode.Parse(sent.Payload),
        ["signature"] = sent.Signature,
        ["status_code"] = sent.StatusCode,
        ["response_body"] = sent.ResponseBody,
        ["error"] = sent.Error,
        ["attempt"] = sent.Attempt,
        ["repeat_of"] = sent.RepeatOf,
        ["next_attempt"] = sent.NextAttemptAt is { } next ? Times.Milliseconds(next) : null,
        ["session"] = sent.Session,
    });

    public static JsonObject Of(ReceivedRequest request) => Without(new JsonObject
    {
        ["id"] = request.Id,
        ["time"] = Times.Milliseconds(request.ReceivedAt),
        ["method"] = request.Method,
        ["host"] = request.Host,
        ["path"] = request.Path,
        ["query"] = Masked.Query(request),
        ["operation"] = request.Operation,
        ["headers"] = new JsonObject(Masked.Headers(request).Select(header => KeyValuePair.Create(header.Key, (JsonNode?)header.Value))),
        ["body"] = Masked.Body(request),
        ["authentication_error"] = request.AuthenticationError,
        ["violations"] = new JsonArray([.. request.Violations.Select(violation => new JsonObject { ["field"] = violation.Field, ["reason"] = violation.Reason })]),
        ["status_code"] = request.StatusCode,
        ["duration_ms"] = request.Duration is { } duration ? Math.Round(duration.TotalMilliseconds, 1) : null,
        ["reply"] = request.Reply is { } reply
            ? Without(new JsonObject { ["content_type"] = reply.ContentType, ["body"] = reply.Body, ["length"] = reply.Length })
            : null,
        ["session"] = SessionKey.Of(request),
    });

    private static JsonObject Of(CallMoment moment) => Without(new JsonObject
    {
        ["kind"] = moment.Kind,
        ["time"] = moment.Time is { } time ? Times.Milliseconds(time) : null,
        ["text"] = moment.Text,
        ["action"] = moment.Action?.DeepClone(),
        ["webhook_id"] = moment.Webhook?.Id,
    });

    // What is unknown is left out.
    private static JsonObject Without(JsonObject json)
    {
        foreach (var name in json.Where(field => field.Value is null).Select(field => field.Key).ToList())
            json.Remove(name);
        return json;
    }
}
