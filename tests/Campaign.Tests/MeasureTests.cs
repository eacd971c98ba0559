using System.Diagnostics;
using System.Globalization;
using Campaign.Loading;
using Campaign.Planning;
using Campaign.Store;
using Campaign.Tests.Support;

namespace Campaign.Tests;

/// <summary>The figures of docs/scale.md, and that memory does not grow with the list.</summary>
[NonParallelizable]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class MeasureTests
{
    [Test]
    public async Task Memory_does_not_grow_with_the_list()
    {
        var small = await LoadAsync(StoreKind.SQLite, 4_000);
        var large = await LoadAsync(StoreKind.SQLite, 60_000);
        Assert.That(large.Peak - small.Peak, Is.LessThan(16 * 1024 * 1024), "fifteen times as many lines, and the live objects are those of a batch");
    }

    [Test]
    [Explicit("A measurement: CAMPAIGN_MEASURE_ROWS lines (a million), for docs/scale.md.")]
    [TestCase(StoreKind.SQLite)]
    [TestCase(StoreKind.PostgreSQL)]
    public async Task Loads_and_claims(StoreKind kind)
    {
        var rows = int.Parse(Environment.GetEnvironmentVariable("CAMPAIGN_MEASURE_ROWS") ?? "1000000", CultureInfo.InvariantCulture);
        var (peak, elapsed, store) = await LoadAsync(kind, rows, keep: true);
        using (store)
        {
            var campaign = (await store!.Campaigns.FindAsync("list", default))!;
            var times = new List<double>();
            for (var i = 0; i < 300; i++)
            {
                var began = Stopwatch.GetTimestamp();
                await store.TakeAsync(campaign, 16);
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

            times.Sort();
            var counting = Stopwatch.StartNew();
            await store.Campaigns.CountAsync("list", default);
            using var process = Process.GetCurrentProcess();
            TestContext.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{kind}: {rows:N0} lines in {elapsed.TotalSeconds:0.0} s ({rows / elapsed.TotalSeconds:N0} per second), live objects {peak / 1048576.0:0} MB, process {process.PeakWorkingSet64 / 1048576} MB; claim of 16: median {times[150]:0.0} ms, 99 % {times[297]:0.0} ms; count {counting.ElapsedMilliseconds} ms"));
        }
    }

    [Test]
    [Explicit("A measurement, for docs/scale.md.")]
    [TestCase(StoreKind.SQLite, 1)]
    [TestCase(StoreKind.SQLite, 2)]
    [TestCase(StoreKind.PostgreSQL, 1)]
    [TestCase(StoreKind.PostgreSQL, 2)]
    [TestCase(StoreKind.PostgreSQL, 4)]
    public async Task Sends(StoreKind kind, int workers)
    {
        const int Recipients = 4000;
        using var folder = new CampaignFolder();
        var store = kind == StoreKind.SQLite ? folder.Store : await PostgresServer.CreateDatabaseAsync();
        await using var server = await SmsServer.StartAsync();
        var loaded = await CampaignProcess.RunAsync(server.AddressOf(0), folder.Path, "send", folder.WriteList(Recipients), "--template", "Hello {name}", "--store", store, "--load-only", "--rate", "100000", "--quiet-hours", "none");
        Assert.That(loaded.Code, Is.Zero, loaded.Error);
        var started = Stopwatch.GetTimestamp();
        await using var set = new WorkerSet(server, folder, store, workers, 16, int.MaxValue);
        await set.ReplaceDeadAsync();
        while (server.Taken.IsEmpty)
            await Task.Delay(5);
        var first = Stopwatch.GetElapsedTime(started);
        while (server.Taken.Count < Recipients / 4)
            await Task.Delay(5);
        var (count, began) = (server.Taken.Count, Stopwatch.GetTimestamp());
        while (server.Taken.Count < Recipients)
            await Task.Delay(5);
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}, {workers} workers: {(Recipients - count) / Stopwatch.GetElapsedTime(began).TotalSeconds:0} messages per second; the first message {first.TotalMilliseconds:0} ms after the start of a process"));
        Assert.That(server.Taken, Is.Unique.And.Exactly(Recipients).Items);
    }

    private static async Task<(long Peak, TimeSpan Elapsed, TestStore? Store)> LoadAsync(StoreKind kind, int rows, bool keep = false)
    {
        var store = await TestStore.CreateAsync(kind);
        using var folder = new CampaignFolder();
        var list = folder.WriteList(rows);
        var ends = store.Clock.GetUtcNow().AddDays(1);
        var settings = TestStore.Settings with { Template = "Hello {name}" };
        var campaign = await store.Campaigns.OpenAsync("list", settings, "list", ends, default);
        long peak = 0;
        var watch = Stopwatch.StartNew();
        await new Loader(store.Recipients, new RowPlanner(MessageTemplate.Parse(settings.Template), settings, ends, store.Clock)).LoadAsync(
            campaign, list, (_, _) => { }, line => peak = line % 20_000 < 2_000 ? Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true)) : peak, default);
        var elapsed = watch.Elapsed;
        await store.Campaigns.FinishLoadingAsync("list", default);
        Assert.That(await store.CountAsync(RecipientState.Waiting, "list"), Is.EqualTo(rows));
        if (keep)
            return (peak, elapsed, store);
        store.Dispose();
        return (peak, elapsed, null);
    }
}
