using Microsoft.AspNetCore.Http;

namespace Vonage.AspNetCore;

/// <summary>Specifies which webhooks an endpoint accepts.</summary>
/// <remarks>
/// If a group and an endpoint in it, or a controller and its action, both have options, the inner ones take precedence; accounts that both specify must match
/// both.
/// </remarks>
public sealed class VonageWebhookEndpointOptions
{
    /// <summary>How webhooks must be signed. A signature of the other type is not considered.</summary>
    /// <remarks>
    /// The default depends on the event of the handler: <see cref="WebhookSignatureType.Parameters"/> for <c>InboundSms</c> and <c>SmsDeliveryReceipt</c>, and
    /// <see cref="WebhookSignatureType.Token"/> for all other events and for handlers without an event.
    /// </remarks>
    public WebhookSignatureType? SignatureType { get; init; }

    /// <summary>
    /// Selects the API key of the account that must have signed the webhook, such as the account of the tenant in the route. If it returns
    /// <see langword="null"/>, the webhook is rejected.
    /// </summary>
    /// <remarks>The default is any account whose secret is configured.</remarks>
    public Func<HttpContext, string?>? Account { get; init; }

    /// <summary>
    /// Accepts GET in addition to POST. An endpoint that specifies its methods, such as one of <c>MapGet</c>, accepts those. The default is
    /// <see langword="false"/>.
    /// </summary>
    public bool? AllowGet { get; init; }

    /// <summary>
    /// Accepts GET requests with a token, and their fields in the query, which the token does not protect: whoever knows a valid token can change
    /// the fields. The default is <see langword="false"/>.
    /// </summary>
    public bool? AllowUnsignedQuery { get; init; }
}
