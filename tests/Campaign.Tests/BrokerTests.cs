using Campaign.Store;
using Campaign.Tests.Support;

namespace Campaign.Tests;

/// <summary>Commands between machines by RabbitMQ.</summary>
internal sealed class BrokerTests
{
    [Test]
    public async Task Workers_take_their_commands_from_RabbitMQ()
    {
        var broker = await RabbitServer.FindAsync();
        var store = await PostgresServer.CreateDatabaseAsync();
        using var folder = new CampaignFolder();
        await using var server = await SmsServer.StartAsync();
        var (code, _, error) = await CampaignProcess.RunAsync(
            server.AddressOf(1), folder.Path, "send", folder.WriteList(50), "--template", "Hello {name}", "--store", store, "--broker", broker, "--quiet-hours", "none", "--rate", "1000");
        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(server.Taken, Is.Unique.And.Exactly(50).Items);
        var left = await Database.At(store).DoAsync(work => work.ValueAsync<long>("SELECT (SELECT count(*) FROM wolverine.wolverine_dead_letters) + (SELECT count(*) FROM wolverine.wolverine_outgoing_envelopes)", default), default);
        Assert.That(left, Is.Zero, "every command was handled");
    }
}
