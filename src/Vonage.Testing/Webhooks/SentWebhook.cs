namespace Vonage.Testing;

/// <summary>A webhook that the simulator sent.</summary>
/// <param name="Type">The type.</param>
/// <param name="Url">The URL, without the fields in the query of a GET request.</param>
/// <param name="Payload">The fields as JSON.</param>
/// <param name="StatusCode">The status of the response; <see langword="null"/> if there was no response.</param>
/// <param name="Answer">The body of the response.</param>
/// <param name="Error">The reason why there is no response.</param>
public sealed record SentWebhook(WebhookType Type, Uri Url, string Payload, int? StatusCode, string? Answer, string? Error)
{
    /// <summary>Indicates whether the application accepted the webhook.</summary>
    public bool IsAccepted => StatusCode is >= 200 and < 300;

    /// <summary>Returns the type, URL and status, without any content.</summary>
    public override string ToString() => $"{Type} {Url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)} → {StatusCode?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? Error}";
}
