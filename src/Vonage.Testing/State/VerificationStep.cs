namespace Vonage.Testing.State;

/// <summary>A channel of a verification, and what has become of it.</summary>
internal sealed class VerificationStep(string channel, string to)
{
    public string Channel { get; } = channel;

    public string To { get; } = to;

    /// <summary>When it began; null where it has not.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    public string Status { get; set; } = "unused";
}
