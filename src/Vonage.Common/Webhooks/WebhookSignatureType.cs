namespace Vonage;

/// <summary>Specifies how a webhook is signed.</summary>
public enum WebhookSignatureType
{
    /// <summary>A token in the Authorization header: Messages, Voice, Verify and all other APIs except the SMS API.</summary>
    Token,

    /// <summary>The parameter <c>sig</c>, as in the webhooks of the SMS API.</summary>
    Parameters,
}
