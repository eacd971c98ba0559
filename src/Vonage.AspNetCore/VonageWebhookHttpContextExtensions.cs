using Vonage;
using Vonage.AspNetCore;

namespace Microsoft.AspNetCore.Http;

/// <summary>Extension methods for handlers of Vonage webhooks.</summary>
public static class VonageWebhookHttpContextExtensions
{
    /// <summary>Gets the result of the verification of the request: the account that signed it, the application and the claims of the token.</summary>
    /// <param name="context">The context of the request.</param>
    /// <exception cref="InvalidOperationException">The endpoint does not require a signature.</exception>
    public static WebhookVerification GetVonageWebhook(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<ReceivedWebhook>()?.Verification
            ?? throw new InvalidOperationException("The request was not verified. Use MapVonageWebhook, RequireVonageSignature or [VonageWebhook] for the endpoint.");
    }
}
