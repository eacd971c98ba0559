using System.Text.Json.Nodes;
using Vonage.Messages;
using Vonage.Testing.State;

namespace Vonage.Testing.Webhooks;

/// <summary>Sends the statuses of messages (Messages API).</summary>
internal sealed class MessageReports(SharedState shared)
{
    private readonly SimulatedWebhooks _webhooks = shared.Webhooks;
    private static readonly MessageOutcome InvalidTemplate = new(MessageStatus.Rejected) { ErrorCode = MessageErrorCode.InvalidTemplate, ErrorDetail = "The template is not approved" };
    private static readonly string[] Repeated = ["to", "from", "channel", "client_ref"];

    /// <summary>Sends the statuses of a message.</summary>
    public void Tell(JsonObject message, string id, string application)
    {
        if ((Hook.Local(message["webhook_url"]?.ToString()) ?? _webhooks.MessageStatus ?? shared.Linked.OfApplication(application, "messages", "status_url", HttpMethod.Post)?.Url) is not { } url)
            return;
        var outcome = SimulatedOutcomes.Of(_webhooks.Outcomes.Messages, message["to"]?.ToString(), message["channel"]?.ToString(), IsOfTemplateInReview(message) ? InvalidTemplate : MessageOutcome.Delivered);
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

    // A template that was not created here may exist elsewhere.
    private bool IsOfTemplateInReview(JsonObject message) =>
        message["message_type"]?.ToString() == "template" && shared.WhatsApp.FindTemplate(message["template"]?["name"]?.ToString(), message["whatsapp"]?["locale"]?.ToString()) is { } template
        && ResourceList.Text(template, "status") != "APPROVED";

    /// <summary>The statuses that a message has, in order, until its last one.</summary>
    public static IEnumerable<MessageStatus> Statuses(MessageStatus last, string? channel)
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
