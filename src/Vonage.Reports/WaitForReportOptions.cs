namespace Vonage.Reports;

/// <summary>How to wait for a report.</summary>
public sealed class WaitForReportOptions
{
    /// <summary>The time between two requests; the default is 10 seconds.</summary>
    public TimeSpan? PollInterval { get; set; }

    /// <summary>Receives the report after each request.</summary>
    public IProgress<Report>? Progress { get; set; }
}
