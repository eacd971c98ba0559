namespace Campaign.Progress;

/// <summary>How far a campaign is.</summary>
/// <param name="Waiting">The recipients whose turn comes.</param>
/// <param name="Sending">Those who are being sent to.</param>
/// <param name="Sent">Those whose message was taken, delivered or not.</param>
/// <param name="Delivered">Those of them whose message has arrived.</param>
/// <param name="Refused">Those whose message was refused.</param>
/// <param name="Unknown">Those who may have been sent to.</param>
/// <param name="Suppressed">Those who want no messages.</param>
/// <param name="Duplicate">The rows of a number that was in the list before.</param>
/// <param name="Invalid">The rows that cannot be read.</param>
/// <param name="Expired">Those whose turn did not come before the end.</param>
/// <param name="RatePerSecond">The messages sent per second, of late.</param>
/// <param name="TimeLeft">The time until the last is sent; null if it cannot be told.</param>
internal sealed record CampaignProgress(
    long Waiting,
    long Sending,
    long Sent,
    long Delivered,
    long Refused,
    long Unknown,
    long Suppressed,
    long Duplicate,
    long Invalid,
    long Expired,
    double RatePerSecond,
    TimeSpan? TimeLeft)
{
    /// <summary>The rows whose state no longer changes by sending.</summary>
    public long Done => Sent + Refused + Unknown + Suppressed + Duplicate + Invalid + Expired;

    public long Total => Waiting + Sending + Done;
}
