namespace Vonage.NumberInsight;

/// <summary>What all replies of the Number Insight API have in common.</summary>
public interface IInsightReply
{
    /// <summary>What became of the look-up, one of <see cref="InsightStatus"/>.</summary>
    int Status { get; }

    /// <summary>The status in words, as the API puts it.</summary>
    string StatusMessage { get; }

    /// <summary>The look-up's id.</summary>
    string RequestId { get; }
}
