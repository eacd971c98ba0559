using System.Text.Json.Nodes;
using Vonage.Messages;
using Vonage.Testing.State;

namespace Vonage.Testing.Webhooks;

/// <summary>Sends the statuses of the messages of a workflow, and the final report (Dispatch API).</summary>
internal sealed class DispatchReports(SharedState shared, string workflow, string application)
{
    private const string Price = "0.0333";
    private readonly SimulatedWebhooks _webhooks = shared.Webhooks;
    private readonly JsonArray _sent = [];

    /// <summary>Sends messages until one has the status that its failover requires. The last one has none.</summary>
    public void Run(IEnumerable<JsonObject> steps)
    {
        var isCompleted = false;
        foreach (var step in steps)
        {
            if (isCompleted = Send(step))
                break;
        }

        if ((_webhooks.DispatchReport ?? OfApplication()) is { } url)
        {
            _webhooks.Send(WebhookType.DispatchReport, url, HttpMethod.Post, new JsonObject
            {
                ["dispatch_uuid"] = workflow,
                ["template"] = "failover",
                ["status"] = isCompleted ? "completed" : "error",
                ["timestamp"] = _webhooks.Time(),
                ["usage"] = Usage(decimal.Parse(Price, System.Globalization.CultureInfo.InvariantCulture) * _sent.Count),
                ["_links"] = new JsonObject { ["messages"] = _sent },
            });
        }
    }

    // Returns whether the message has the required status.
    private bool Send(JsonObject step)
    {
        var id = Guid.NewGuid().ToString();
        var (to, from) = (step["to"]!.AsObject(), step["from"]!.AsObject());
        var channel = ResourceList.Text(to, "type")!;
        var outcome = SimulatedOutcomes.Of(_webhooks.Outcomes.Messages, ResourceList.Text(to, "number") ?? ResourceList.Text(to, "id"), channel, MessageOutcome.Delivered);
        var last = outcome.Status;
        foreach (var status in MessageReports.Statuses(outcome.Status, channel))
        {
            last = status;
            Tell(id, to, from, status, status == outcome.Status ? outcome : null);
        }

        JsonNode message = new JsonObject { ["message_uuid"] = id, ["href"] = $"/messages/{id}", ["channel"] = channel, ["usage"] = Usage(null), ["status"] = last.Value };
        _sent.Add(message);
        return last == MessageStatus.Read || last == MessageStatus.Delivered && step["failover"]?["condition_status"]?.ToString() != "read";
    }

    private void Tell(string id, JsonObject to, JsonObject from, MessageStatus status, MessageOutcome? outcome)
    {
        if ((_webhooks.DispatchStatus ?? OfApplication()) is not { } url)
            return;
        var payload = new JsonObject
        {
            ["message_uuid"] = id,
            ["to"] = to.DeepClone(),
            ["from"] = from.DeepClone(),
            ["timestamp"] = _webhooks.Time(),
            ["status"] = status.Value,
            ["usage"] = Usage(null),
            ["_links"] = new JsonObject { ["workflow"] = new JsonObject { ["dispatch_uuid"] = workflow, ["href"] = $"/workflows/{workflow}" } },
        };
        if (outcome?.ErrorCode is { } code)
            payload["error"] = new JsonObject { ["code"] = code.Value, ["reason"] = outcome.ErrorDetail };
        _webhooks.Send(WebhookType.DispatchStatus, url, HttpMethod.Post, payload);
    }

    private Uri? OfApplication() => shared.Linked.OfApplication(application, "messages", "status_url", HttpMethod.Post)?.Url;

    private static JsonObject Usage(decimal? sum) => new() { ["currency"] = "EUR", ["price"] = sum?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? Price };
}
