namespace Vonage;

/// <summary>The result of a verification. It is safe to log: it contains no secrets, no token and no content of the webhook.</summary>
public sealed class WebhookVerification
{
    private WebhookVerification(WebhookFailure failure, string reason, JwtMembers? claims)
    {
        Failure = failure;
        Reason = reason;
        Token = claims is null ? null : new WebhookToken(claims);
    }

    /// <summary>Indicates whether the webhook comes from Vonage, is recent and was not modified.</summary>
    public bool IsValid => Failure == WebhookFailure.None;

    /// <summary>The reason for a failure; <see cref="WebhookFailure.None"/> if the webhook is valid.</summary>
    public WebhookFailure Failure { get; }

    /// <summary>A description of the result, for a log. Do not send it to the sender.</summary>
    public string Reason { get; }

    /// <summary>The claims of the token, if the webhook is valid and was signed with a token.</summary>
    public WebhookToken? Token { get; }

    /// <summary>Returns the failure and its reason.</summary>
    public override string ToString() => $"{Failure}: {Reason}";

    internal static WebhookVerification Valid(JwtMembers? claims = null) => new(WebhookFailure.None, "The signature is valid.", claims);

    internal static WebhookVerification Failed(WebhookFailure failure, string reason) => new(failure, reason, null);
}
