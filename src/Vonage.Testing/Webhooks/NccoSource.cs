using System.Text.Json.Nodes;

namespace Vonage.Testing.Webhooks;

/// <summary>Requests the NCCO of a call from the application: from its own URL, and from the fallback URL if that fails.</summary>
internal sealed class NccoSource(SimulatedWebhooks webhooks, CallReporter reporter, string direction, Hook? linkedFallback)
{
    /// <summary>The last requested webhook with its response.</summary>
    public SentWebhook? Last { get; private set; }

    /// <summary>Requests an answer URL, which must return an NCCO.</summary>
    public async Task<(JsonArray? Ncco, string? Problem)> AskForAnswerAsync(Hook hook, JsonObject payload)
    {
        var (ncco, problem) = await AskAsync(WebhookType.Answer, hook, payload).ConfigureAwait(false);
        return ncco is not null ? (ncco, null) : await FallBackAsync(hook, "answer", problem ?? "The response contains no NCCO.").ConfigureAwait(false);
    }

    /// <summary>Sends the result of an input action. The response can be empty.</summary>
    public async Task<(JsonArray? Ncco, string? Problem)> AskAfterInputAsync(Hook hook, JsonObject payload)
    {
        var (ncco, problem) = await AskAsync(WebhookType.Input, hook, payload).ConfigureAwait(false);
        return problem is null ? (ncco, null) : await FallBackAsync(hook, "event", problem).ConfigureAwait(false);
    }

    private async Task<(JsonArray? Ncco, string? Problem)> FallBackAsync(Hook failed, string type, string reason)
    {
        if ((Hook.Of(webhooks.FallbackAnswer, webhooks.FallbackAnswerMethod) ?? linkedFallback) is not { } fallback)
            return (null, reason);
        var payload = reporter.Describe();
        (payload["direction"], payload["reason"]) = (direction, reason);
        payload["original_request"] = new JsonObject { ["url"] = failed.Url.AbsoluteUri, ["type"] = type };
        var (ncco, problem) = await AskAsync(WebhookType.Fallback, fallback, payload).ConfigureAwait(false);
        return (ncco, ncco is null ? problem ?? reason : null);
    }

    private async Task<(JsonArray? Ncco, string? Problem)> AskAsync(WebhookType kind, Hook hook, JsonObject payload)
    {
        Last = await webhooks.Send(kind, hook.Url, hook.Method, payload).ConfigureAwait(false);
        while (Last.IsUnanswered && webhooks.Retries && Last.Attempt < RetrySchedule.AttemptsAtOnce(kind))
            Last = await webhooks.Repeat(Last, payload).ConfigureAwait(false);
        return NccoReader.Read(Last, webhooks.CheckNcco);
    }
}
