using System.Text.Json.Nodes;
using Vonage.Messages;
using Vonage.Testing.State;

namespace Vonage.Testing.Webhooks;

/// <summary>Sends the statuses of messages (Messages API).</summary>
internal sealed class MessageReports(SharedState shared)
{
    private readonly SimulatedWebhooks _webhooks = shared.Webhooks;
    private static readonly string[] Repeated = ["to", "from", "channel", "client_ref"];

    /// <summary>Sends the statuses of a message.</summary>
    public void Tell(JsonObject message, string id, string application)
    {
        if ((Hook.Local(message["webhook_url"]?.ToString()) ?? _webhooks.MessageStatus ?? shared.Linked.OfApplication(application, "messages", "status_url", HttpMethod.Post)?.Url) is not { } url)
            return;
        var outcome = SimulatedOutcomes.Of(_webhooks.Outcomes.Messages, message["to"]?.ToString(), message["channel"]?.ToString(), MessageOutcome.Delivered);
        foreach (var status in Statuses(outcome.Status, message["channel"]?.ToString()))
        {
            var payload = new JsonObject { ["message_uuid"] = id, ["timestamp"] = _webhooks.Time(), ["status"] = status.Value };
            foreach (var name in Repeated)
            {
                if (message[name] is { } value)
                    payload[name] = value.DeepClone();
            }
            if (status == outcome.Status && outcome.ErrorCode is { } code)
                payload["error"] = Error(code.Value, outcome.ErrorDetail);
            _webhooks.Send(WebhookType.MessageStatus, url, HttpMethod.Post, payload);
        }
    }

    private static IEnumerable<MessageStatus> Statuses(MessageStatus last, string? channel)
    {
        if (last != MessageStatus.Rejected)
            yield return MessageStatus.Submitted;
        if (last == MessageStatus.Read)
            yield return MessageStatus.Delivered;
        if (last != MessageStatus.Submitted && !(last == MessageStatus.Read && channel is "sms" or "mms"))
            yield return last;
    }

    private static JsonObject Error(string code, string? detail) => new()
    {
        ["type"] = $"https://developer.vonage.com/api-errors/messages#{code}",
        ["title"] = code,
        ["detail"] = detail,
        ["instance"] = Guid.NewGuid().ToString("N"),
    };
}
