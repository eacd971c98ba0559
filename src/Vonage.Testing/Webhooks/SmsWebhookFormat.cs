namespace Vonage.Testing;

/// <summary>Specifies the format of the SMS API's webhooks, a setting of the account.</summary>
public enum SmsWebhookFormat
{
    /// <summary>GET, with the fields in the query.</summary>
    Query,

    /// <summary>POST, with the fields in a form.</summary>
    Form,

    /// <summary>POST, with the fields in a JSON object.</summary>
    Json,
}
