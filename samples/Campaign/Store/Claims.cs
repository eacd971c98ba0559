using System.Diagnostics;
using System.Security.Cryptography;
using Campaign.Planning;
using Campaign.Sending;

namespace Campaign.Store;

/// <summary>
/// Decides who is sent to next. One transaction takes due rows, checks all that may forbid a message, takes its segments from the limits and marks it as sending:
/// what was decided before does not count. Nothing is sent unless this is committed.
/// </summary>
public sealed class Claims(Database database, TimeProvider clock)
{
    /// <summary>How long the API takes to give up on a message, at least.</summary>
    private static readonly TimeSpan ShortestTtl = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan LongestTtl = TimeSpan.FromDays(7);

    /// <summary>Identifies this process in the rows that it is sending.</summary>
    private readonly string _owner = $"{Environment.MachineName}:{Environment.ProcessId}:{RandomNumberGenerator.GetHexString(8)}";

    /// <summary>Takes up to so many rows of a sender.</summary>
    internal async Task<Claim> TakeAsync(StoredCampaign campaign, string sender, int count, TimeSpan lease, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        return await database.InTransactionAsync(async work =>
        {
            var now = clock.GetUtcNow();
            if (await work.ListAsync(
                $"SELECT state, spent, settings, {database.Now} FROM campaigns WHERE id = @id {database.Lock}", row => (row.GetString(0), row.GetInt64(1), CampaignSettings.Read(row.GetString(2)), row.GetInt64(3)),
                cancellationToken, ("id", campaign.Id)) is not [(CampaignState.Running, var spent, var settings, var storeTime)])
            {
                return Claim.None(TimeSpan.MaxValue);
            }

            if (now > campaign.Ends - ShortestTtl)
                return await ExpireAsync(work, campaign.Id, cancellationToken);
            var account = await Bucket.OfAccountAsync(database, work, settings, storeTime, cancellationToken);
            var own = await Bucket.OfSenderAsync(database, work, settings, sender, storeTime, cancellationToken);
            if (Longer(account.WaitFor(1), own.WaitFor(1)) is var wait && wait > TimeSpan.Zero)
                return Claim.None(wait);

            // No more rows than there are segments for.
            var most = Math.Min(count, Math.Min(account.Messages, own.Messages));
            var rows = await TakeDueAsync(work, campaign.Id, sender, most, lease, now, cancellationToken);
            if (rows.Count == 0)
                return Claim.None(await UntilNextAsync(work, campaign.Id, sender, now, cancellationToken));
            var suppressed = await FindSuppressedAsync(work, rows, cancellationToken);
            var capped = settings.Cap > 0 ? await FindCappedAsync(work, rows, settings, now, cancellationToken) : [];
            var decisions = new List<Decision>();
            var attempts = new List<Attempt>();
            foreach (var row in rows)
            {
                // A message that was not sent has its price already.
                var charge = row.IsCharged ? 0 : settings.PriceOf(row.Parts);
                if (suppressed.Contains(row.Number))
                    decisions.Add(new(row.Id, RecipientState.Suppressed, "The number is on the suppression list."));
                else if (capped.Contains(row.Number))
                    decisions.Add(new(row.Id, RecipientState.Suppressed, $"The number has had {settings.Cap} messages in {settings.CapDays} days."));
                else if (settings.IsTooExpensive(row.Parts))
                    decisions.Add(new(row.Id, RecipientState.Suppressed, "The message would cost more than the limit."));
                else if (RecipientWindow.Next(row.Number, row.Zone, settings, now, ShortestTtl) is not SendWindow.Open window)
                    decisions.Add(new(row.Id, RecipientState.Suppressed, "There is no hour at which the recipient may be sent to: the time zone is not known, or several have no common hour."));
                else if (window.From > now)
                    decisions.Add(window.From < campaign.Ends - ShortestTtl
                        ? new(row.Id, RecipientState.Waiting, null, window.From.ToUnixTimeMilliseconds())
                        : new(row.Id, RecipientState.Expired, "The campaign ends before the recipient's day begins."));
                else if (settings.Budget > 0 && spent + charge > settings.Budget * 1_000_000)
                    decisions.Add(await StopAsync(work, campaign.Id, row, now, cancellationToken));
                else if (Longer(account.WaitFor(row.Parts), own.WaitFor(row.Parts)) is var longer && longer > TimeSpan.Zero)
                {
                    wait = longer;
                    decisions.Add(new(row.Id, RecipientState.Waiting, null, row.Due));
                }
                else
                {
                    account.Take(row.Parts);
                    own.Take(row.Parts);
                    spent += charge;
                    var attempt = new Attempt(row.Id, campaign.Id, sender, row.Number, row.Body, NewReference(), Ttl(now, window.Until, campaign.Ends), began, lease);
                    attempts.Add(attempt);
                    decisions.Add(new(row.Id, RecipientState.Sending, null, row.Due, attempt.Reference));
                }
            }

            await DecideAsync(work, decisions, cancellationToken);
            if (attempts.Count > 0)
            {
                await account.SaveAsync(work, cancellationToken);
                await own.SaveAsync(work, cancellationToken);
                await work.RunAsync("UPDATE campaigns SET spent = @spent WHERE id = @id", cancellationToken, ("id", campaign.Id), ("spent", spent));
            }

            return new Claim(attempts, wait);
        }, cancellationToken);
    }

    /// <summary>Holds a sender back for a while.</summary>
    internal Task HoldAsync(StoredCampaign campaign, string sender, TimeSpan pause, CancellationToken cancellationToken) => database.InTransactionAsync(async work =>
    {
        // The same order of locks as when rows are taken.
        var now = await work.ValueAsync<long>($"SELECT {database.Now} FROM campaigns WHERE id = @id {database.Lock}", cancellationToken, ("id", campaign.Id));
        var own = await Bucket.OfSenderAsync(database, work, campaign.Settings, sender, now, cancellationToken);
        own.Stop(pause);
        await own.SaveAsync(work, cancellationToken);
        return true;
    }, cancellationToken);

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    // What comes back in receipts and records. Random: another store may have a campaign of the same name.
    private static string NewReference() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    private static TimeSpan Ttl(DateTimeOffset now, DateTimeOffset until, DateTimeOffset ends)
    {
        var ttl = (until < ends ? until : ends) - now;
        // The API takes whole milliseconds.
        return ttl > LongestTtl ? LongestTtl : ttl < ShortestTtl ? ShortestTtl : TimeSpan.FromMilliseconds((long)ttl.TotalMilliseconds);
    }

    private async Task<List<DueRow>> TakeDueAsync(Work work, string campaign, string sender, int count, TimeSpan lease, DateTimeOffset now, CancellationToken cancellationToken) => await work.ListAsync(
        $"""
        UPDATE recipients SET state = 'sending', owner = @owner, started = @now, lease = {database.Now} + @lease, detail = NULL
        WHERE id IN (SELECT id FROM recipients WHERE campaign = @campaign AND sender = @sender AND state = 'waiting' AND due <= @now ORDER BY due, id LIMIT @count {database.LockFree})
        RETURNING id, number, zone, body, parts, due, reference
        """,
        row => new DueRow(row.GetInt64(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetString(3), row.GetInt64(4), row.GetInt64(5), !row.IsDBNull(6)),
        cancellationToken, ("campaign", campaign), ("sender", sender), ("count", count), ("owner", _owner), ("lease", (long)lease.TotalMilliseconds), ("now", now.ToUnixTimeMilliseconds()));

    private async Task<HashSet<string>> FindSuppressedAsync(Work work, List<DueRow> rows, CancellationToken cancellationToken) => [.. await work.ListAsync(
        $"SELECT number FROM suppressed WHERE number IN (SELECT r.value ->> 'number' FROM {database.Rows})", row => row.GetString(0), cancellationToken, ("rows", Database.ToRows(rows)))];

    private async Task<HashSet<string>> FindCappedAsync(Work work, List<DueRow> rows, CampaignSettings settings, DateTimeOffset now, CancellationToken cancellationToken) => [.. await work.ListAsync(
        $"""
        SELECT number FROM recipients
        WHERE number IN (SELECT r.value ->> 'number' FROM {database.Rows}) AND started > @since AND state IN ('sending', 'sent', 'unknown')
          AND id NOT IN (SELECT CAST(r.value ->> 'id' AS bigint) FROM {database.Rows})
        GROUP BY number HAVING count(*) >= @cap
        """, row => row.GetString(0), cancellationToken, ("rows", Database.ToRows(rows)), ("since", now.AddDays(-settings.CapDays).ToUnixTimeMilliseconds()), ("cap", settings.Cap))];

    private static async Task<Decision> StopAsync(Work work, string campaign, DueRow row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await Campaigns.MoveAsync(work, campaign, CampaignState.Paused, Campaigns.BudgetUsedUp, [CampaignState.Running], cancellationToken);
        return new Decision(row.Id, RecipientState.Waiting, null, now.ToUnixTimeMilliseconds());
    }

    private Task<int> DecideAsync(Work work, List<Decision> decisions, CancellationToken cancellationToken) => work.RunAsync(
        $"""
        UPDATE recipients SET state = r.value ->> 'state', detail = r.value ->> 'detail', due = CAST(r.value ->> 'due' AS bigint), reference = COALESCE(r.value ->> 'reference', reference),
          owner = CASE WHEN r.value ->> 'state' = 'sending' THEN owner END, lease = CASE WHEN r.value ->> 'state' = 'sending' THEN lease END,
          started = CASE WHEN r.value ->> 'state' = 'sending' THEN started END
        FROM {database.Rows} WHERE recipients.id = CAST(r.value ->> 'id' AS bigint)
        """, cancellationToken, ("rows", Database.ToRows(decisions)));

    private static async Task<TimeSpan> UntilNextAsync(Work work, string campaign, string sender, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = await work.ValueAsync<long?>("SELECT min(due) FROM recipients WHERE campaign = @campaign AND sender = @sender AND state = 'waiting'", cancellationToken, ("campaign", campaign), ("sender", sender));
        return due is { } time ? Longer(DateTimeOffset.FromUnixTimeMilliseconds(time) - now, TimeSpan.Zero) : TimeSpan.MaxValue;
    }

    private static async Task<Claim> ExpireAsync(Work work, string campaign, CancellationToken cancellationToken)
    {
        await work.RunAsync("UPDATE recipients SET state = 'expired', detail = 'The campaign has ended.' WHERE campaign = @campaign AND state = 'waiting'", cancellationToken, ("campaign", campaign));
        return Claim.None(TimeSpan.MaxValue);
    }

    /// <param name="IsCharged">Whether it was attempted before.</param>
    private sealed record DueRow(long Id, string Number, string? Zone, string Body, long Parts, long Due, bool IsCharged);

    private sealed record Decision(long Id, string State, string? Detail, long Due = 0, string? Reference = null);
}

/// <summary>Rows that are marked as sending.</summary>
/// <param name="Wait">If it are fewer than asked for: how long until there may be more.</param>
internal sealed record Claim(IReadOnlyList<Attempt> Attempts, TimeSpan Wait)
{
    public static Claim None(TimeSpan wait) => new([], wait);
}

/// <summary>A message that may be sent once, and only within its lease.</summary>
/// <param name="Reference">The <c>client_ref</c>.</param>
/// <param name="Ttl">Until the end of the recipient's day.</param>
internal sealed record Attempt(long Id, string Campaign, string Sender, string Number, string Body, string Reference, TimeSpan Ttl, long Began, TimeSpan Lease)
{
    /// <summary>Whether a call of this length ends while the row is still this worker's. By a clock that does not jump.</summary>
    public bool HasTimeFor(TimeSpan call) => Stopwatch.GetElapsedTime(Began) + call < Lease;
}
