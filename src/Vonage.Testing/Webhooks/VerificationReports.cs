using System.Text.Json.Nodes;
using Vonage.Testing.State;

namespace Vonage.Testing.Webhooks;

/// <summary>Sends the events of verifications that were started with a token of the application.</summary>
internal sealed class VerificationReports(SimulatedWebhooks webhooks)
{
    /// <summary>Reports that silent authentication waits for the device to request a URL.</summary>
    public void Pending(VerificationFlow flow)
    {
        var payload = Event(flow, flow.Current, "action_pending");
        payload["action"] = new JsonObject { ["type"] = "check", ["check_url"] = flow.CheckUrl };
        Send(flow, payload);
    }

    /// <summary>Reports the end of a channel.</summary>
    public void Ended(VerificationFlow flow, VerificationStep step)
    {
        var payload = Event(flow, step, step.Status);
        if (step.Channel != VerificationFlow.SilentAuth)
            payload["finalized_at"] = webhooks.Time();
        Send(flow, payload);
    }

    /// <summary>Reports the end of the last channel and of the verification.</summary>
    public void Over(VerificationFlow flow)
    {
        Ended(flow, flow.Current);
        Send(flow, new JsonObject
        {
            ["request_id"] = flow.Id,
            ["submitted_at"] = Times.Milliseconds(flow.StartedAt),
            ["status"] = flow.Current.Status,
            ["type"] = "summary",
            ["channel_timeout"] = flow.ChannelTimeout,
            ["workflow"] = new JsonArray([.. flow.Steps.Select(Describe)]),
            ["price"] = CallRecord.Text(flow.Price),
        });
    }

    private JsonObject Event(VerificationFlow flow, VerificationStep step, string status) => new()
    {
        ["request_id"] = flow.Id,
        ["triggered_at"] = webhooks.Time(),
        ["type"] = "event",
        ["channel"] = step.Channel,
        ["status"] = status,
    };

    private JsonObject Describe(VerificationStep step)
    {
        var description = new JsonObject { ["channel"] = step.Channel, ["status"] = step.Status };
        if (step.StartedAt is { } startedAt)
            description["initiated_at"] = Times.Milliseconds(startedAt);
        return description;
    }

    private void Send(VerificationFlow flow, JsonObject payload)
    {
        if (flow.Application is not { } application || (webhooks.VerificationEvent ?? webhooks.Linked.OfApplication(application, "verify", "status_url", HttpMethod.Post)?.Url) is not { } url)
            return;
        if (flow.ClientRef is { } reference)
            payload["client_ref"] = reference;
        webhooks.Send(WebhookType.VerificationEvent, url, HttpMethod.Post, payload);
    }
}
