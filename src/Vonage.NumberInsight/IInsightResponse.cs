namespace Vonage.NumberInsight;

/// <summary>The members that all responses of the Number Insight API have.</summary>
public interface IInsightResponse
{
    /// <summary>The status of the lookup, one of <see cref="InsightStatus"/>.</summary>
    int Status { get; }

    /// <summary>The API's description of the status.</summary>
    string StatusMessage { get; }

    /// <summary>The ID of the lookup.</summary>
    string RequestId { get; }
}
