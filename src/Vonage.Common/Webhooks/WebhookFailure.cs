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
    InvalidSignature,

    /// <summary>The signature is valid, but the token has an unexpected issuer.</summary>
    UnknownIssuer,

    /// <summary>The webhook was signed too long ago, or the token has expired.</summary>
    Expired,

    /// <summary>The webhook was signed in the future, according to the clock of this machine.</summary>
    NotYetValid,

    /// <summary>The token is valid but belongs to a different body.</summary>
    PayloadHashMismatch,

    /// <summary>The webhook was already handled, or is being handled.</summary>
    Replayed,

    /// <summary>The webhook was signed by another account than the required one, or names another account in its fields or query.</summary>
    AccountMismatch,

    /// <summary>The fields are in the query of a webhook without a body, which a token does not protect.</summary>
    UnsignedQuery,
}
