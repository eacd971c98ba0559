namespace Vonage.Testing;

/// <summary>A webhook that the simulator has sent.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Url">Where it went, without the fields that a GET has in its query.</param>
/// <param name="Payload">Its fields, as JSON.</param>
/// <param name="StatusCode">What was answered; null where nothing was.</param>
/// <param name="Answer">The body of the answer.</param>
/// <param name="Error">Why there is no answer.</param>
public sealed record SentWebhook(WebhookKind Kind, Uri Url, string Payload, int? StatusCode, string? Answer, string? Error)
{
    /// <summary>Whether the application has taken it.</summary>
    public bool IsAccepted => StatusCode is >= 200 and < 300;

    /// <summary>Kind, address and status: nothing that a log should not hold.</summary>
    public override string ToString() => $"{Kind} {Url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)} → {StatusCode?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? Error}";
}
