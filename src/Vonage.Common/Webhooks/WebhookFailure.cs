namespace Vonage;

/// <summary>Specifies why the verification of a webhook failed.</summary>
public enum WebhookFailure
{
    /// <summary>The webhook is valid.</summary>
    None,

    /// <summary>There is no signature, or the token lacks a required claim.</summary>
    Missing,

    /// <summary>The signature, the token or the signed data cannot be read, or the token has a type that is never accepted.</summary>
    Malformed,

    /// <summary>No secret is configured for the account that the webhook names.</summary>
    UnknownKey,

    /// <summary>The signature does not match any of the account's secrets.</summary>
    BadSignature,

    /// <summary>The signature is valid, but the token has an unexpected issuer.</summary>
    UnknownIssuer,

    /// <summary>The webhook was signed too long ago, or the token has expired.</summary>
    Expired,

    /// <summary>The webhook was signed in the future, according to the clock of this machine.</summary>
    NotYetValid,

    /// <summary>The token is valid but belongs to a different body.</summary>
    BodyChanged,

    /// <summary>The token was already used.</summary>
    Replayed,
}
