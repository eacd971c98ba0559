using System.Data.Common;
using Campaign.Store;
using Microsoft.Extensions.Logging;

namespace Campaign.Sending;

/// <summary>Sends the messages of one sender of a campaign, as fast as the limits let it, until it is stopped or nothing more will be due.</summary>
internal sealed partial class Pump(StoredCampaign campaign, string sender, PumpParts parts, Slots slots, ILogger logger)
{
    /// <summary>So many in a row are an outage: a campaign does not end with everybody unknown.</summary>
    private const int MostUnknownInARow = 20;

    private static readonly TimeSpan AfterError = TimeSpan.FromSeconds(1);

    private readonly Wakeup _wakeup = new();
    private int _unknownInARow;

    /// <summary>Makes it look again now.</summary>
    public void Wake() => _wakeup.Set();

    public async Task RunAsync(CancellationToken stopping)
    {
        var sending = new HashSet<Task>();
        while (!stopping.IsCancellationRequested)
        {
            var free = await slots.TakeAsync(stopping);
            if (free == 0)
                break;
            var unused = free;
            Claim claim;
            try
            {
                claim = await ClaimAsync(free);
                unused -= claim.Attempts.Count;
            }
            finally
            {
                slots.Return(unused);
            }

            foreach (var attempt in claim.Attempts)
                sending.Add(SendAsync(attempt));
            sending.RemoveWhere(task => task.IsCompleted);
            // No longer than until the next look: others pause, resume and suppress.
            if (claim.Attempts.Count < free)
                await _wakeup.WaitAsync(claim.Wait < parts.Options.Poll ? claim.Wait : parts.Options.Poll, stopping);
        }

        await Task.WhenAll(sending);
    }

    // Not canceled halfway: whether it was committed would not be known.
    private async Task<Claim> ClaimAsync(int count)
    {
        try
        {
            return await parts.Claims.TakeAsync(campaign, sender, count, parts.Options.Lease, CancellationToken.None);
        }
        catch (DbException error)
        {
            CannotClaim(error, campaign.Id);
            return Claim.None(AfterError);
        }
    }

    private async Task SendAsync(Attempt attempt)
    {
        try
        {
            await Task.Yield();
            var outcome = await parts.Sender.SendAsync(attempt);
            await parts.Recorder.RecordAsync(outcome);
            if (outcome.Pause is { } pause && pause > TimeSpan.Zero)
                await parts.Claims.HoldAsync(campaign, sender, pause, CancellationToken.None);
            if (ReasonToPause(outcome) is { } reason)
                await parts.Campaigns.PauseAsync(campaign.Id, reason, CancellationToken.None);
            if (outcome.State == RecipientState.Unknown)
                await parts.Unknown(campaign.Id);
        }
        catch (Exception error)
        {
            // The other messages go on. A row whose outcome was not recorded becomes unknown when its lease ends; the next claim sees the rest.
            CannotFinish(error, campaign.Id);
        }
        finally
        {
            slots.Return(1);
        }
    }

    private string? ReasonToPause(Outcome outcome)
    {
        if (outcome.State is RecipientState.Sent or RecipientState.Refused)
            Volatile.Write(ref _unknownInARow, 0);
        if (outcome.State != RecipientState.Unknown || Interlocked.Increment(ref _unknownInARow) < MostUnknownInARow)
            return outcome.Stop;
        Volatile.Write(ref _unknownInARow, 0);
        return $"{MostUnknownInARow} messages in a row may or may not have been sent. The last: {outcome.Detail}";
    }

    [LoggerMessage(LogLevel.Error, "The database of the campaign {Campaign} cannot be used; trying again.")]
    private partial void CannotClaim(Exception error, string campaign);

    [LoggerMessage(LogLevel.Error, "A message of the campaign {Campaign} could not be seen to its end; the others go on.")]
    private partial void CannotFinish(Exception error, string campaign);
}

/// <summary>What every pump of a process uses.</summary>
/// <param name="Unknown">Told when a campaign has a message of which nobody knows whether it was sent.</param>
internal sealed record PumpParts(Campaigns Campaigns, Claims Claims, SmsSender Sender, Recorder Recorder, SendingOptions Options, Func<string, Task> Unknown);
