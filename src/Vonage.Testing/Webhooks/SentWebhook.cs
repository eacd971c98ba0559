namespace Vonage.Testing;

/// <summary>A webhook that the simulator sent.</summary>
/// <param name="Type">The type.</param>
/// <param name="Url">The URL, without the fields in the query of a GET request.</param>
/// <param name="Payload">The fields as JSON.</param>
/// <param name="StatusCode">The status of the response; <see langword="null"/> if there was no response.</param>
/// <param name="ResponseBody">The body of the response.</param>
/// <param name="Error">The reason why there is no response.</param>
public sealed record SentWebhook(WebhookType Type, Uri Url, string Payload, int? StatusCode, string? ResponseBody, string? Error)
{
    /// <summary>The number of the webhook, in the order of sending.</summary>
    public long Id { get; init; }

    /// <summary>The time at which the attempt ended.</summary>
    public DateTimeOffset SentAt { get; init; }

    /// <summary>The time until the application answered, or until the attempt failed.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>The signature: a token, or the <c>sig</c> parameter of the SMS API; <see langword="null"/> if nothing was sent.</summary>
    public string? Signature { get; init; }

    /// <summary>The number of the webhook that was sent again; <see langword="null"/> if this is the first attempt.</summary>
    public long? RepeatOf { get; init; }

    /// <summary>The number of the attempt: 1, or more if the webhook was sent again.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>
    /// The time at which the webhook is sent again by itself, unless it is accepted before; <see langword="null"/> if it is not, as it was accepted, or
    /// <see cref="VonageSimulatorOptions.WebhookRetrySpeed"/> is not set, or the API does not send it again.
    /// </summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>The time at which it was due. It can wait for others.</summary>
    internal DateTimeOffset DueAt { get; init; }

    /// <summary>The time at which the first attempt was due.</summary>
    internal DateTimeOffset FirstDueAt { get; init; }

    /// <summary>The number of the first attempt.</summary>
    internal long FirstId => RepeatOf ?? Id;

    /// <summary>Indicates whether the application did not answer in time, or could not be reached.</summary>
    internal bool IsUnanswered { get; init; }

    /// <summary>The session of the control API that it belongs to.</summary>
    internal string? Session { get; init; }

    /// <summary>Indicates whether the application accepted the webhook.</summary>
    public bool IsAccepted => StatusCode is >= 200 and < 300;

    /// <summary>Returns the type, URL and status, without any content.</summary>
    public override string ToString() => $"{Type} {Url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)} → {StatusCode?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? Error}";
}
