namespace Vonage.Simulation;

/// <summary>An answer that a test wants, see <see cref="ApiSimulator.Respond(string, SimulatedAnswer, int)"/>.</summary>
public sealed record SimulatedAnswer
{
    /// <summary>The status code. Where null, the request is treated as usual, only with these headers and this delay.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The body. Where null, the one that the document shows for the status.</summary>
    public string? Body { get; init; }

    /// <summary>The media type of <see cref="Body"/>.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Which of the documented examples, where <see cref="Body"/> is null and there are several.</summary>
    public string? Example { get; init; }

    /// <summary>Headers beside, or instead of, the documented ones.</summary>
    public IDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long the answer takes.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Whether the connection is cut instead, as by a network that fails.</summary>
    public bool HangUp { get; init; }
}
