using System.Globalization;
using System.Text.Json;

namespace Campaign.Store;

/// <summary>The campaigns: what they keep to, and whether they may go on.</summary>
public sealed class Campaigns(Database database, TimeProvider clock)
{
    /// <summary>The reason of a campaign that goes on with a higher budget only.</summary>
    internal const string BudgetUsedUp = "The budget is used up.";

    private const string Columns = "SELECT id, state, reason, settings, source, loaded, ends, spent FROM campaigns";

    internal Task<StoredCampaign?> FindAsync(string id, CancellationToken cancellationToken) => database.DoAsync(
        async work => (await work.ListAsync($"{Columns} WHERE id = @id", Read, cancellationToken, ("id", id))).SingleOrDefault(), cancellationToken);

    internal Task<List<StoredCampaign>> ListAsync(CancellationToken cancellationToken) => database.DoAsync(
        work => work.ListAsync($"{Columns} ORDER BY created, id", Read, cancellationToken), cancellationToken);

    /// <summary>Lists those that have something to send. One that is finished stays running, but has no open row.</summary>
    internal Task<List<StoredCampaign>> ListRunningAsync(CancellationToken cancellationToken) => database.DoAsync(
        work => work.ListAsync(
            $"{Columns} WHERE state = @running AND EXISTS (SELECT 1 FROM recipients WHERE campaign = campaigns.id AND recipients.state IN ('waiting', 'sending'))",
            Read, cancellationToken, ("running", CampaignState.Running)), cancellationToken);

    /// <summary>Finds a campaign of another name that sends the same text to the same list.</summary>
    internal async Task<string?> FindSameAsync(string id, CampaignSettings settings, string source, CancellationToken cancellationToken)
    {
        var all = await ListAsync(cancellationToken);
        return all.Exists(campaign => campaign.Id == id)
            ? null
            : all.Find(campaign => campaign.Source == source && campaign.Settings.Template == settings.Template && campaign.Settings.Account == settings.Account && campaign.State != CampaignState.Cancelled)?.Id;
    }

    /// <summary>Creates a campaign, or continues the one of this name if it is the same.</summary>
    /// <exception cref="CampaignException">A campaign of this name has another list, account, text or rule.</exception>
    internal async Task<StoredCampaign> OpenAsync(string id, CampaignSettings settings, string source, DateTimeOffset ends, CancellationToken cancellationToken)
    {
        var text = JsonSerializer.Serialize(settings);
        await database.DoAsync(work => work.RunAsync(
            """
            INSERT INTO campaigns (id, state, settings, source, loaded, spent, created, ends) VALUES (@id, @state, @settings, @source, 0, 0, @created, @ends)
            ON CONFLICT (id) DO NOTHING
            """, cancellationToken, ("id", id), ("state", CampaignState.Loading), ("settings", text), ("source", source), ("created", clock.GetUtcNow().ToUnixTimeMilliseconds()),
            ("ends", ends.ToUnixTimeMilliseconds())), cancellationToken);
        var stored = (await FindAsync(id, cancellationToken))!;
        if (stored.Source != source)
            throw new CampaignException($"The campaign {id} was started with another list. Start a new one with --campaign NAME, or undo the change of the file.");
        if (stored.Settings.Account != settings.Account)
            throw new CampaignException($"The campaign {id} was started {By(stored.Settings)}, and this command runs {By(settings)}. Set the VONAGE_* variables as they were, or start a new one with --campaign NAME.");
        return JsonSerializer.Serialize(stored.Settings) == text
            ? stored
            : throw new CampaignException($"The campaign {id} was started with another text, sender or rule. Start a new one with --campaign NAME, or repeat the command as it was.");
    }

    /// <summary>Lets a campaign begin whose list is complete.</summary>
    internal Task FinishLoadingAsync(string id, CancellationToken cancellationToken) =>
        MoveAsync(id, CampaignState.Running, null, [CampaignState.Loading], cancellationToken);

    /// <summary>Holds a campaign. What is on its way at this moment still arrives; nothing follows.</summary>
    internal Task<bool> PauseAsync(string id, string reason, CancellationToken cancellationToken) =>
        MoveAsync(id, CampaignState.Paused, reason, [CampaignState.Running], cancellationToken);

    internal Task<bool> ResumeAsync(string id, CancellationToken cancellationToken) =>
        MoveAsync(id, CampaignState.Running, null, [CampaignState.Paused], cancellationToken);

    /// <summary>Lets a campaign go on that has used up its budget, with a higher one.</summary>
    /// <exception cref="CampaignException">It is paused for another reason, or the budget is not higher.</exception>
    internal Task<bool> ResumeAsync(string id, decimal budget, CancellationToken cancellationToken) => database.InTransactionAsync(async work =>
    {
        if ((await work.ListAsync($"{Columns} WHERE id = @id {database.Lock}", Read, cancellationToken, ("id", id))).SingleOrDefault() is not { State: CampaignState.Paused } stored)
            return false;
        if (stored.Reason != BudgetUsedUp)
            throw new CampaignException($"The campaign {id} is not paused for its budget, but: {stored.Reason} Resume it without --budget.");
        if (budget <= stored.Settings.Budget)
            throw new CampaignException(string.Create(CultureInfo.InvariantCulture, $"The campaign {id} has used up its budget of {stored.Settings.Budget}: --budget must be more."));
        await work.RunAsync("UPDATE campaigns SET settings = @settings WHERE id = @id", cancellationToken, ("id", id), ("settings", JsonSerializer.Serialize(stored.Settings with { Budget = budget })));
        return await MoveAsync(work, id, CampaignState.Running, null, [CampaignState.Paused], cancellationToken);
    }, cancellationToken);

    /// <summary>Ends a campaign: who waits is never sent to.</summary>
    internal Task<bool> CancelAsync(string id, CancellationToken cancellationToken) => database.InTransactionAsync(async work =>
    {
        var changed = await MoveAsync(work, id, CampaignState.Cancelled, "cancelled", [CampaignState.Loading, CampaignState.Running, CampaignState.Paused], cancellationToken);
        await work.RunAsync("UPDATE recipients SET state = @expired, detail = 'cancelled' WHERE campaign = @id AND state = @waiting", cancellationToken,
            ("id", id), ("expired", RecipientState.Expired), ("waiting", RecipientState.Waiting));
        return changed;
    }, cancellationToken);

    /// <summary>Counts the rows: the only measure of progress, and of the end.</summary>
    internal Task<Counts> CountAsync(string id, CancellationToken cancellationToken) => database.DoAsync(async work =>
    {
        var byState = await work.ListAsync(
            "SELECT state, count(*) FROM recipients WHERE campaign = @id GROUP BY state",
            row => (row.GetString(0), row.GetInt64(1)), cancellationToken, ("id", id));
        var delivered = await work.ValueAsync<long>("SELECT count(*) FROM recipients WHERE campaign = @id AND state = @sent AND receipt = 'delivered'", cancellationToken, ("id", id), ("sent", RecipientState.Sent));
        var due = await work.ValueAsync<long>("SELECT count(*) FROM recipients WHERE campaign = @id AND state = 'waiting' AND due <= @now", cancellationToken,
            ("id", id), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds()));
        return new Counts(byState.ToDictionary(pair => pair.Item1, pair => pair.Item2), delivered, due);
    }, cancellationToken);

    private Task<bool> MoveAsync(string id, string state, string? reason, string[] from, CancellationToken cancellationToken) =>
        database.InTransactionAsync(work => MoveAsync(work, id, state, reason, from, cancellationToken), cancellationToken);

    internal static async Task<bool> MoveAsync(Work work, string id, string state, string? reason, string[] from, CancellationToken cancellationToken)
    {
        var now = await work.ValueAsync<string>("SELECT state FROM campaigns WHERE id = @id", cancellationToken, ("id", id));
        return from.Contains(now) && await work.RunAsync("UPDATE campaigns SET state = @state, reason = NULLIF(@reason, '') WHERE id = @id AND state = @now", cancellationToken,
            ("id", id), ("state", state), ("reason", reason ?? ""), ("now", now)) == 1;
    }

    private static string By(CampaignSettings settings) => settings.Account == CampaignSettings.Simulator ? "with the simulator" : $"with the API key {settings.Account}";

    private static StoredCampaign Read(System.Data.Common.DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), CampaignSettings.Read(row.GetString(3)), row.GetString(4), row.GetInt64(5),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)), row.GetInt64(7) / 1_000_000m);
}

/// <summary>A campaign as it is stored.</summary>
/// <param name="Loaded">The last line of the list that has its row.</param>
/// <param name="Ends">When the last message may be sent, and delivered.</param>
/// <param name="Spent">What the messages cost that were attempted, each once.</param>
internal sealed record StoredCampaign(string Id, string State, string? Reason, CampaignSettings Settings, string Source, long Loaded, DateTimeOffset Ends, decimal Spent);

/// <summary>How many rows are in each state.</summary>
internal sealed record Counts(IReadOnlyDictionary<string, long> ByState, long Delivered, long Due)
{
    public long Total => ByState.Values.Sum();

    /// <summary>Those that are not settled: none when the campaign is finished.</summary>
    public long Open => Of(RecipientState.Waiting) + Of(RecipientState.Sending);

    public long Of(string state) => ByState.GetValueOrDefault(state);
}

/// <summary>An error that a person can mend. The message says how.</summary>
internal sealed class CampaignException(string message) : Exception(message);
