namespace Vonage.Testing.State;

/// <summary>A channel of a verification and its state.</summary>
internal sealed class VerificationStep(string channel, string to)
{
    public string Channel { get; } = channel;

    public string To { get; } = to;

    /// <summary>The start time; null if it has not started.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    public string Status { get; set; } = "unused";
}
