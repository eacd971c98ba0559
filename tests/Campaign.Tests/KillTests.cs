using System.Diagnostics;
using System.Globalization;
using Campaign.Store;
using Campaign.Tests.Support;

namespace Campaign.Tests;

/// <summary>
/// Workers are killed (SIGKILL) before, during and after calls, again and again, while the server fails one time in twenty. What the server has taken is compared
/// with what the rows say. <c>CAMPAIGN_RECIPIENTS</c> sets the length of the list (5,000).
/// </summary>
[NonParallelizable]
[Category("Slow")]
internal sealed class KillTests
{
    private const int Workers = 2;
    private const int Concurrency = 8;
    private const int Suppressed = 10;

    private static readonly int Recipients = int.Parse(Environment.GetEnvironmentVariable("CAMPAIGN_RECIPIENTS") ?? "5000", CultureInfo.InvariantCulture);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10) * Math.Max(1, Recipients / 5000);
    // With a long list, a few hundred kills.
    private static readonly int RequestsOfALife = Math.Max(80, Recipients / 300);

    [Test]
    public async Task On_SQLite_nobody_is_sent_to_twice_and_nobody_is_left_out()
    {
        using var folder = new CampaignFolder();
        await RunAsync(folder, folder.Store);
    }

    [Test]
    public async Task On_PostgreSQL_nobody_is_sent_to_twice_and_nobody_is_left_out()
    {
        var store = await PostgresServer.CreateDatabaseAsync();
        using var folder = new CampaignFolder();
        await RunAsync(folder, store);
    }

    private static async Task RunAsync(CampaignFolder folder, string store)
    {
        await using var server = await SmsServer.StartAsync();
        server.Fault = request => request.Order % 20 != 0 ? SmsFault.None : (SmsFault)(1 + (request.Order / 20 % 5));
        var loaded = await CampaignProcess.RunAsync(server.AddressOf(0), folder.Path, "send", folder.WriteList(Recipients), "--template", "Hello {name}", "--store", store, "--load-only", "--rate", "100000", "--quiet-hours", "none");
        Assert.That(loaded.Code, Is.Zero, loaded.Error);
        var database = Database.At(store);
        var campaigns = new Campaigns(database, TimeProvider.System);
        for (var i = 0; i < Suppressed; i++)
            await new Suppressions(database, TimeProvider.System).AddAsync(CampaignFolder.Number(Recipients - 1 - i), "a test", default);

        await using var workers = new WorkerSet(server, folder, store, Workers, Concurrency, RequestsOfALife);
        var counts = await campaigns.CountAsync("list", default);
        var clock = Stopwatch.StartNew();
        while (counts.Open > 0)
        {
            if (clock.Elapsed > Longest)
                Assert.Fail($"{counts.Open} are left after {Longest}. {await workers.StopAsync()}");
            // A machine that stands still for a while makes many calls time out: an outage, after which somebody lets the campaign go on.
            if ((await campaigns.FindAsync("list", default))!.State == CampaignState.Paused)
                await campaigns.ResumeAsync("list", default);
            await workers.ReplaceDeadAsync();
            await Task.Delay(50);
            counts = await campaigns.CountAsync("list", default);
        }

        var rows = await CampaignFolder.ReadAsync(database, "list");
        var byNumber = rows.ToDictionary(row => row.Number!, row => row.State, StringComparer.Ordinal);
        var taken = server.Taken.ToList();
        var faults = server.Seen.Count(request => request.Fault is SmsFault.CutOff or SmsFault.ErrorAfter);
        TestContext.Out.WriteLine($"{workers.Kills} kills; {string.Join(", ", counts.ByState.Select(pair => $"{pair.Value} {pair.Key}"))}; {taken.Count} taken, {server.Seen.Count} requests, {faults} answers lost");
        Assert.Multiple(() =>
        {
            Assert.That(taken, Is.Unique, "no recipient has had two messages");
            Assert.That(
                server.Seen.GroupBy(request => request.To).Where(requests => requests.OrderBy(request => request.Order).SkipLast(1).Any(request => request.Fault is not (SmsFault.TooMany or SmsFault.Throttled))).Select(requests => requests.Key),
                Is.Empty, "a second request follows only an answer that says that the message was not taken");
            Assert.That(counts.Open, Is.Zero, "none is left open");
            Assert.That(counts.Of(RecipientState.Sent) + counts.Of(RecipientState.Refused) + counts.Of(RecipientState.Unknown) + counts.Of(RecipientState.Suppressed), Is.EqualTo(Recipients));
            Assert.That(counts.Of(RecipientState.Suppressed), Is.EqualTo(Suppressed));
            Assert.That(counts.Of(RecipientState.Unknown), Is.LessThanOrEqualTo((workers.Kills * Concurrency) + faults), "no more are unknown than were on their way");
            Assert.That(taken.Where(number => byNumber[number] is not (RecipientState.Sent or RecipientState.Unknown)), Is.Empty, "who has a message counts as sent, or as unknown");
            Assert.That(byNumber.Where(row => row.Value == RecipientState.Sent).Select(row => row.Key).Except(taken), Is.Empty, "who counts as sent has a message");
            Assert.That(workers.Kills, Is.GreaterThan(Recipients / RequestsOfALife / 2), "it was a test of kills");
        });
        await SettleAsync(database, server, rows);
    }

    // Receipts arrive late, and more than once.
    private static async Task SettleAsync(Database database, SmsServer server, List<(string? Number, string State, string? Reference, string? Detail)> before)
    {
        var recipients = new Recipients(database, TimeProvider.System);
        var taken = server.Taken.ToHashSet(StringComparer.Ordinal);
        foreach (var request in server.Seen.Where(request => request.Fault is SmsFault.None or SmsFault.CutOff or SmsFault.ErrorAfter))
            for (var i = 0; i < 2; i++)
                await recipients.RecordReceiptAsync(request.Reference, $"M{request.Order}", "delivered", default);
        var after = await CampaignFolder.ReadAsync(database, "list");
        Assert.That(after.Where(row => row.State == RecipientState.Unknown).Select(row => row.Number), Is.EquivalentTo(before.Where(row => row.State == RecipientState.Unknown && !taken.Contains(row.Number!)).Select(row => row.Number)),
            "unknown are only those whose message never arrived: every other has its receipt");
    }
}
