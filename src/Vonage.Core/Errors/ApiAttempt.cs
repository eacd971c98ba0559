using System.Net;

namespace Vonage.Core;

/// <summary>One attempt of a call that failed.</summary>
public sealed class ApiAttempt
{
    internal ApiAttempt(HttpStatusCode? statusCode, string reason, TimeSpan? delay)
    {
        StatusCode = statusCode;
        Reason = reason;
        Delay = delay;
    }

    /// <summary>The HTTP status; <see langword="null"/> if no response was received.</summary>
    public HttpStatusCode? StatusCode { get; }

    /// <summary>Why the attempt failed, in a few words.</summary>
    public string Reason { get; }

    /// <summary>The wait before the next attempt; <see langword="null"/> if there was none.</summary>
    public TimeSpan? Delay { get; }

    /// <summary>Returns the reason and the wait.</summary>
    public override string ToString() => Delay is { } delay ? $"{Reason}; next attempt after {ErrorText.Seconds(delay)}" : Reason;
}
