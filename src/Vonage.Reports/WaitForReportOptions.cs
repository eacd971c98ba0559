namespace Vonage.Reports;

/// <summary>How to wait for a report.</summary>
public sealed class WaitForReportOptions
{
    private TimeSpan? _pollInterval;

    /// <summary>The time between two requests; the default is 10 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not greater than zero, or is greater than 24 days.</exception>
    public TimeSpan? PollInterval
    {
        get => _pollInterval;
        set => _pollInterval = Polling.CheckInterval(value, nameof(PollInterval));
    }

    /// <summary>Receives the report after each request.</summary>
    public IProgress<Report>? Progress { get; set; }
}
