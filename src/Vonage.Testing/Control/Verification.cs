namespace Vonage.Testing.Control;

/// <summary>A verification that the application started, with the code that the person would read on the phone.</summary>
internal sealed class Verification
{
    public required string RequestId { get; init; }

    public required string Api { get; init; }

    public required string Brand { get; init; }

    public required string Code { get; init; }

    /// <summary>The channels in the order in which they are tried, each with its address.</summary>
    public required IReadOnlyList<(string Channel, string To)> Steps { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public string? Session { get; init; }

    public string? ClientRef { get; init; }

    /// <summary>The index of the current channel.</summary>
    public int Current { get; set; }

    public string Status { get; set; } = "pending";

    public string To => Steps[Current].To;

    public string Channel => Steps[Current].Channel;
}
