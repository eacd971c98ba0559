using Campaign.Store;
using Campaign.Tests.Support;

namespace Campaign.Tests;

/// <summary>A database that goes away while a campaign is sent, and comes back.</summary>
internal sealed class OutageTests
{
    private const int Recipients = 400;
    private const int Cuts = 6;

    [Test]
    public async Task PostgreSQL_may_cut_its_connections_and_nobody_is_sent_to_twice_or_left_out()
    {
        var store = await PostgresServer.CreateDatabaseAsync();
        using var folder = new CampaignFolder();
        await using var server = await SmsServer.StartAsync();
        var database = Database.At(store);
        using var send = CampaignProcess.Start(
            server.AddressOf(1), folder.Path, "send", folder.WriteList(Recipients), "--template", "Hello {name}", "--store", store, "--quiet-hours", "none", "--rate", "100", "--call-timeout", "2", "--lease", "4");
        await Patience.UntilAsync(() => !server.Taken.IsEmpty || send.HasExited);
        for (var i = 0; i < Cuts; i++)
        {
            await database.DoAsync(work => work.RunAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", default), default);
            await Task.Delay(300);
        }

        Assert.That(server.Taken, Has.Count.LessThan(Recipients), "it was cut off while it was sent");
        await send.WaitAsync();
        Assert.That(send.ExitCode, Is.Zero, await send.Error);
        var states = (await CampaignFolder.ReadAsync(database, "list")).ToDictionary(row => row.Number!, row => row.State, StringComparer.Ordinal);
        Assert.That(server.Taken, Is.Unique);
        Assert.That(states.Values, Is.All.EqualTo(RecipientState.Sent).Or.EqualTo(RecipientState.Unknown));
        Assert.That(states.Where(row => row.Value == RecipientState.Sent).Select(row => row.Key), Is.SubsetOf(server.Taken));
    }
}
