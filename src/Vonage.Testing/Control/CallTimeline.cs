using System.Text.Json.Nodes;
using Vonage.Testing.Webhooks;

namespace Vonage.Testing.Control;

/// <summary>A moment of a call: an action, something that the person did, a webhook, or an action that is still to come.</summary>
/// <param name="Kind"><c>action</c>, <c>person</c>, <c>problem</c>, <c>webhook</c> or <c>next</c>.</param>
/// <param name="Time">The time; null for an action that is still to come.</param>
/// <param name="Text">One line about it.</param>
/// <param name="Action">The action of the NCCO.</param>
/// <param name="Webhook">The webhook.</param>
internal sealed record CallMoment(string Kind, DateTimeOffset? Time, string Text, JsonObject? Action = null, SentWebhook? Webhook = null);

/// <summary>Tells a call in order.</summary>
internal static class CallTimeline
{
    public static IReadOnlyList<CallMoment> Of(SimulatedCall call, IEnumerable<SentWebhook> webhooks)
    {
        var done = call.Steps.Select(step => new CallMoment(
            step.Kind switch { CallStepKind.Action => "action", CallStepKind.Person => "person", _ => "problem" },
            step.Time,
            step.Action is { } action ? Describe(action) : step.Text ?? "",
            step.Action));
        var sent = webhooks.Where(webhook => webhook.RepeatOf is null && webhook.Payload.Contains(call.Uuid, StringComparison.Ordinal))
            .Select(webhook => new CallMoment("webhook", webhook.DueAt, Describe(webhook), Webhook: webhook));
        var next = call.IsOver ? [] : call.Remaining.Select(action => new CallMoment("next", null, Describe(action), action));
        return [.. done.Concat(sent).OrderBy(moment => moment.Time), .. next];
    }

    /// <summary>One line about an action of an NCCO.</summary>
    public static string Describe(JsonObject action) => action["action"]?.ToString() switch
    {
        "talk" => $"“{action["text"]}”",
        "stream" => $"{action["streamUrl"].FirstItem()}",
        "input" => $"waits for {string.Join(" or ", CallInput.Types(action))}",
        "record" => "records",
        "connect" => action["endpoint"].FirstItem() is JsonObject endpoint ? $"{endpoint["number"] ?? endpoint["uri"] ?? endpoint["user"]}" : "",
        "conversation" => $"{action["name"]}",
        "notify" => action["payload"]?.ToJsonString() ?? "",
        "transfer" => $"{action["conversationId"]}",
        _ => "",
    };

    private static string Describe(SentWebhook sent)
    {
        var payload = JsonNode.Parse(sent.Payload);
        return (payload?["status"] ?? payload?["reason"])?.ToString() ?? sent.Type.ToString();
    }
}
