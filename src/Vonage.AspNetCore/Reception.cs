namespace Vonage.AspNetCore;

/// <summary>The result of receiving a webhook.</summary>
/// <param name="Webhook">The webhook; null if it was rejected, or if an outer filter has received it and completes it.</param>
/// <param name="Refusal">The status of the rejection; 0 if there is none.</param>
internal readonly record struct Reception(ReceivedWebhook? Webhook, int Refusal)
{
    /// <summary>Ends the handling of the webhook. If it failed, Vonage can deliver the webhook again.</summary>
    public Task CompleteAsync(bool isHandled)
    {
        if (Webhook is null)
            return Task.CompletedTask;
        WebhookBody.Release(Webhook.Request.Body);
        // The sender may have gone, but what was done is done.
        return isHandled ? Webhook.Verification.ConfirmAsync(CancellationToken.None) : Webhook.Verification.ReleaseAsync(CancellationToken.None);
    }
}
