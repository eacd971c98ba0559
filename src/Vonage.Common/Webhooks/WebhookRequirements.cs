namespace Vonage;

/// <summary>Specifies which webhooks an endpoint accepts.</summary>
public sealed class WebhookRequirements
{
    internal static WebhookRequirements Default { get; } = new();

    /// <summary>How the webhook must be signed. A signature of the other type is not considered. The default is <see cref="WebhookSignatureType.Token"/>.</summary>
    public WebhookSignatureType SignatureType { get; init; }

    /// <summary>The API key of the account that must have signed the webhook. The default is any account whose secret is configured.</summary>
    public string? Account { get; init; }

    /// <summary>
    /// Accepts a webhook with a token and no body (GET), whose fields are in the query. A token does not protect the query: whoever knows a valid
    /// token can change the fields. The default is <see langword="false"/>.
    /// </summary>
    public bool AllowUnsignedQuery { get; init; }

    /// <summary>Finds that another account than the required one signed a webhook.</summary>
    internal WebhookVerification? FindOther(string? account) => Account is { } required && account != required
        ? WebhookVerification.Failed(WebhookFailure.AccountMismatch, "The webhook was signed by another account than the required one.")
        : null;
}
