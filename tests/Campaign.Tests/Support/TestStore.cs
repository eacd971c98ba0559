using Campaign.Store;

namespace Campaign.Tests.Support;

/// <summary>The databases that a store can be.</summary>
public enum StoreKind
{
    SQLite,
    PostgreSQL,
}

/// <summary>A store with one campaign in it, and a clock that a test moves.</summary>
internal sealed class TestStore : IDisposable
{
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private readonly CampaignFolder _folder;

    private TestStore(CampaignFolder folder, Database database, ManualTime clock)
    {
        (_folder, Database, Clock) = (folder, database, clock);
        (Campaigns, Recipients, Claims, Suppressions) = (new(database, clock), new(database, clock), new(database, clock), new(database, clock));
    }

    public Database Database { get; }

    public ManualTime Clock { get; }

    public Campaigns Campaigns { get; }

    public Recipients Recipients { get; }

    public Claims Claims { get; }

    public Suppressions Suppressions { get; }

    public static CampaignSettings Settings { get; } = new() { Template = "Hello", Senders = ["ACME"], AccountRate = 100_000, QuietFrom = default, QuietUntil = default };

    public static async Task<TestStore> CreateAsync(StoreKind kind)
    {
        var folder = new CampaignFolder();
        var database = Database.At(kind == StoreKind.SQLite ? folder.Store : await PostgresServer.CreateDatabaseAsync());
        await database.PrepareAsync(default);
        // Noon in London, of a summer's day.
        return new TestStore(folder, database, new ManualTime(new DateTimeOffset(2026, 7, 1, 11, 0, 0, TimeSpan.Zero)));
    }

    /// <summary>A campaign that runs, with so many who wait.</summary>
    public async Task<StoredCampaign> StartAsync(int recipients, CampaignSettings? settings = null, string name = "test", int parts = 1, int first = 0)
    {
        settings ??= Settings;
        await Campaigns.OpenAsync(name, settings, "list", Clock.GetUtcNow().AddDays(2), default);
        await Recipients.AddAsync(name, [.. Enumerable.Range(first, recipients).Select(i => Row(i, settings, parts))], 0, recipients, default);
        await Campaigns.FinishLoadingAsync(name, default);
        return (await Campaigns.FindAsync(name, default))!;
    }

    public Task<Claim> TakeAsync(StoredCampaign campaign, int count = 100, TimeSpan? lease = null) => Claims.TakeAsync(campaign, campaign.Settings.Senders[0], count, lease ?? Lease, default);

    public async Task<Dictionary<string, string>> StatesAsync(string name = "test") =>
        (await CampaignFolder.ReadAsync(Database, name)).Where(row => row.Number is not null).ToDictionary(row => row.Number!, row => row.State, StringComparer.Ordinal);

    public async Task<long> CountAsync(string state, string name = "test") => (await Campaigns.CountAsync(name, default)).Of(state);

    public void Dispose() => _folder.Dispose();

    private NewRecipient Row(int i, CampaignSettings settings, int parts)
    {
        var number = CampaignFolder.Number(i);
        return new NewRecipient(i + 2, number, RecipientState.Waiting, settings.SenderOf(number), null, "Hello", parts, Clock.GetUtcNow().ToUnixTimeMilliseconds());
    }
}
