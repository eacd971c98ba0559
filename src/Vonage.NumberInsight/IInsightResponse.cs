namespace Vonage.NumberInsight;

/// <summary>The members that all responses of the Number Insight API have.</summary>
public interface IInsightResponse
{
    /// <summary>The status of the lookup.</summary>
    InsightStatus Status { get; }

    /// <summary>The API's description of the status.</summary>
    string? StatusMessage { get; }

    /// <summary>The ID of the lookup. Some rejected lookups have none.</summary>
    string? RequestId { get; }
}
