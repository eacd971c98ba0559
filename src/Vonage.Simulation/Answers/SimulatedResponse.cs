namespace Vonage.Simulation;

/// <summary>A response that a test sets with <see cref="ApiSimulator.Respond(string, SimulatedResponse, int)"/>.</summary>
public sealed record SimulatedResponse
{
    /// <summary>The status code. If <see langword="null"/>, the request is processed as usual, with these headers and this delay.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The body. If <see langword="null"/>, the documented example of the status is used.</summary>
    public string? Body { get; init; }

    /// <summary>The media type of <see cref="Body"/>.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>The name of the documented example, if <see cref="Body"/> is <see langword="null"/> and there are several.</summary>
    public string? Example { get; init; }

    /// <summary>Headers that are added to the documented ones or replace them.</summary>
    public IDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The delay of the response.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Closes the connection without a response, to simulate a network failure.</summary>
    public bool HangUp { get; init; }
}
