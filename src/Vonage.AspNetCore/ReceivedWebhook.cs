namespace Vonage.AspNetCore;

/// <summary>A verified webhook, as a feature of its request.</summary>
internal sealed class ReceivedWebhook(WebhookRequest request, WebhookVerification verification, WebhookSignatureType signatureType)
{
    public WebhookRequest Request { get; } = request;

    public WebhookVerification Verification { get; } = verification;

    /// <summary>Indicates whether the webhook, which another endpoint received, is one that an endpoint with these requirements accepts.</summary>
    public bool Satisfies(WebhookRequirements requirements) =>
        signatureType == requirements.SignatureType
        && (requirements.Account is null || requirements.Account == Verification.Account)
        && (signatureType == WebhookSignatureType.Parameters || requirements.AllowUnsignedQuery || !Request.IsQuery);
}
