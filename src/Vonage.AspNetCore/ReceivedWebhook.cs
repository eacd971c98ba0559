namespace Vonage.AspNetCore;

/// <summary>A webhook after its receipt: verified, or refused with a status.</summary>
internal sealed class ReceivedWebhook(WebhookRequest? request, WebhookVerification? verification, int? refusal)
{
    /// <summary>What to refuse the request with; null where it is to be trusted.</summary>
    public int? Refusal { get; } = refusal;

    public WebhookRequest? Request { get; } = request;

    public WebhookVerification? Verification { get; } = verification;
}
