namespace Vonage.Testing;

/// <summary>How the SMS API sends its webhooks: a setting of the account.</summary>
public enum SmsWebhookForm
{
    /// <summary>GET, with the fields in the query.</summary>
    Query,

    /// <summary>POST, with the fields in a form.</summary>
    Form,

    /// <summary>POST, with the fields in a JSON object.</summary>
    Json,
}
