namespace Vonage;

/// <summary>What came of the check of a webhook. Safe to log: it holds neither a secret nor a token, nor what the webhook carries.</summary>
public sealed class WebhookVerification
{
    private WebhookVerification(WebhookFailure failure, string reason, JwtMembers? claims)
    {
        Failure = failure;
        Reason = reason;
        Token = claims is null ? null : new WebhookToken(claims);
    }

    /// <summary>Whether the webhook is from Vonage, of now, and unchanged.</summary>
    public bool IsValid => Failure == WebhookFailure.None;

    /// <summary>Why it is not to be trusted; <see cref="WebhookFailure.None"/> where it is.</summary>
    public WebhookFailure Failure { get; }

    /// <summary>The same in a sentence, for a log. The sender is better told nothing.</summary>
    public string Reason { get; }

    /// <summary>What the token says, where the webhook is valid and was signed by one.</summary>
    public WebhookToken? Token { get; }

    /// <summary>The failure and its reason.</summary>
    public override string ToString() => $"{Failure}: {Reason}";

    internal static WebhookVerification Valid(JwtMembers? claims = null) => new(WebhookFailure.None, "The webhook is signed as it should be.", claims);

    internal static WebhookVerification Failed(WebhookFailure failure, string reason) => new(failure, reason, null);
}
