using Campaign.Engine;
using Campaign.Sending;
using Campaign.Store;
using Campaign.Tests.Support;

namespace Campaign.Tests;

/// <summary>A worker sends only for the account that it has.</summary>
internal sealed class AccountTests
{
    [Test]
    public async Task A_worker_leaves_campaigns_of_another_account_alone()
    {
        using var store = await TestStore.CreateAsync(StoreKind.SQLite);
        // By the worker's clock, which is the machine's.
        store.Clock.Advance(DateTimeOffset.UtcNow - store.Clock.GetUtcNow());
        await store.StartAsync(2, TestStore.Settings with { Account = "abcd1234" }, "theirs");
        await store.StartAsync(2, name: "ours");
        await using var api = await Api.ConnectAsync(null, default);
        var host = CampaignHost.Build(store.Database, api, new SendingOptions(), null, null, isSending: true);
        await host.StartAsync();
        await Patience.UntilAsync(async () => await store.CountAsync(RecipientState.Sent, "ours") == 2);
        await CampaignHost.EndAsync(host, Patience.Limit);
        Assert.That(await store.CountAsync(RecipientState.Waiting, "theirs"), Is.EqualTo(2));
    }
}
