namespace Vonage.WhatsAppTemplates;

/// <summary>How to wait for the review of a template.</summary>
public sealed class WaitForReviewOptions
{
    private TimeSpan? _pollInterval;

    /// <summary>The time between two requests; the default is 30 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not greater than zero, or is greater than 24 days.</exception>
    public TimeSpan? PollInterval
    {
        get => _pollInterval;
        set => _pollInterval = Polling.CheckInterval(value, nameof(PollInterval));
    }

    /// <summary>Receives the template after each request.</summary>
    public IProgress<MessageTemplate>? Progress { get; set; }
}
