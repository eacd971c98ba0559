namespace Vonage;

/// <summary>Why a webhook is not to be trusted.</summary>
public enum WebhookFailure
{
    /// <summary>It is to be trusted.</summary>
    None,

    /// <summary>There is no signature, or the token lacks something that it must say.</summary>
    Missing,

    /// <summary>The signature, the token or what is signed cannot be read, or is of a kind that is never accepted.</summary>
    Malformed,

    /// <summary>It is in the name of an account for which no secret is known.</summary>
    UnknownKey,

    /// <summary>None of the account's secrets makes this signature.</summary>
    BadSignature,

    /// <summary>It was signed by the right secret, but the token is not by the issuer that is expected.</summary>
    UnknownIssuer,

    /// <summary>It was signed too long ago, or the token says that its time is over.</summary>
    Expired,

    /// <summary>It was signed in what is still the future by this machine's clock.</summary>
    NotYetValid,

    /// <summary>The token is right, but for another body.</summary>
    BodyChanged,

    /// <summary>The token was used before.</summary>
    Replayed,
}
