using Campaign.Engine;
using Campaign.Sending;
using Campaign.Settling;
using Campaign.Store;
using Campaign.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Vonage.Testing;
using Wolverine;

namespace Campaign.Tests;

/// <summary>The command to ask the Reports API, which any worker of a store may get.</summary>
internal sealed class SettleCommandTests
{
    [Test]
    public async Task A_worker_of_another_account_leaves_the_command_to_others_without_using_up_a_try()
    {
        using var store = await TestStore.CreateAsync(StoreKind.SQLite);
        await store.StartAsync(1, TestStore.Settings with { Account = "abcd1234" });
        var command = new SettleCampaign("test", 1, DateTimeOffset.UtcNow, DateTimeOffset.UtcNow);
        Assert.That(await HandleAsync(store, command, CampaignSettings.Simulator), Is.EqualTo(new[] { command }));
        Assert.That(await HandleAsync(store, command with { Until = DateTimeOffset.UtcNow.AddDays(-2) }, CampaignSettings.Simulator), Is.Empty, "not for ever");
    }

    [Test]
    public async Task A_worker_of_its_account_asks_and_asks_again_later()
    {
        using var store = await TestStore.CreateAsync(StoreKind.SQLite);
        var attempt = (await store.TakeAsync(await store.StartAsync(1))).Attempts.Single();
        await store.Recipients.RecordAsync([new Outcome(attempt.Id, attempt.Reference, RecipientState.Unknown)], default);
        var command = new SettleCampaign("test", 1, store.Clock.GetUtcNow(), store.Clock.GetUtcNow());
        Assert.That(await HandleAsync(store, command, CampaignSettings.Simulator), Is.EqualTo(new[] { command with { Attempt = 2 } }));
        Assert.That(await HandleAsync(store, command with { Attempt = 4 }, CampaignSettings.Simulator), Is.Empty);
    }

    private static async Task<IEnumerable<SettleCampaign>> HandleAsync(TestStore store, SettleCampaign command, string account)
    {
        await using var simulator = await VonageSimulator.StartAsync();
        var context = new TestMessageContext();
        var settler = new ReportSettler(store.Recipients, simulator.CreateClient().Reports, NullLogger<ReportSettler>.Instance);
        await SettleCampaignHandler.Handle(command, store.Campaigns, new SendingOptions { Account = account }, settler, context, default);
        return context.ScheduledMessages().Select(envelope => envelope.Message).Cast<SettleCampaign>().ToList();
    }
}
