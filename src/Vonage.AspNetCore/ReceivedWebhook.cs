namespace Vonage.AspNetCore;

/// <summary>A received webhook: verified, or rejected with a status.</summary>
internal sealed class ReceivedWebhook(WebhookRequest? request, WebhookVerification? verification, int? refusal)
{
    /// <summary>The status of the rejection; null if the webhook was verified.</summary>
    public int? Refusal { get; } = refusal;

    public WebhookRequest? Request { get; } = request;

    public WebhookVerification? Verification { get; } = verification;
}
