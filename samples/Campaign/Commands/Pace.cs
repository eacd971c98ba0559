using System.Diagnostics;
using Campaign.Progress;
using Campaign.Store;

namespace Campaign.Commands;

/// <summary>How fast a campaign is, from what was counted in the last half minute.</summary>
internal sealed class Pace
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    private readonly Queue<(long Time, long Sent)> _seen = new();

    public CampaignProgress Of(Counts counts)
    {
        var sent = counts.Of(RecipientState.Sent) + counts.Of(RecipientState.Refused) + counts.Of(RecipientState.Unknown);
        _seen.Enqueue((Stopwatch.GetTimestamp(), sent));
        while (_seen.Count > 2 && Stopwatch.GetElapsedTime(_seen.Peek().Time) > Period)
            _seen.Dequeue();
        var (time, before) = _seen.Peek();
        var seconds = Stopwatch.GetElapsedTime(time).TotalSeconds;
        var rate = seconds > 0.1 ? (sent - before) / seconds : 0;
        return new CampaignProgress(
            counts.Of(RecipientState.Waiting), counts.Of(RecipientState.Sending), counts.Of(RecipientState.Sent), counts.Delivered, counts.Of(RecipientState.Refused),
            counts.Of(RecipientState.Unknown), counts.Of(RecipientState.Suppressed), counts.Of(RecipientState.Duplicate), counts.Of(RecipientState.Invalid), counts.Of(RecipientState.Expired),
            rate, rate > 0 ? TimeSpan.FromSeconds(Math.Min(counts.Open / rate, TimeSpan.FromDays(365).TotalSeconds)) : null);
    }
}
