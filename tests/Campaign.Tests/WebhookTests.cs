using Campaign.Engine;
using Campaign.Sending;
using Campaign.Settling;
using Campaign.Store;
using Campaign.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Tests;

/// <summary>What Vonage reports to a worker.</summary>
internal sealed class WebhookTests
{
    [TestCase("STOP", true)]
    [TestCase("Stop.", true)]
    [TestCase("please stop texting me", true)]
    [TestCase("Thank you", false)]
    public async Task Who_replies_STOP_is_sent_nothing_more(string reply, bool isSuppressed)
    {
        using var folder = new CampaignFolder();
        var database = Database.At(folder.Store);
        await database.PrepareAsync(default);
        await using var api = await Api.ConnectAsync(null, default);
        var host = CampaignHost.Build(database, api, new SendingOptions(), null, new Uri("http://127.0.0.1:0"), isSending: false);
        await host.StartAsync();
        api.Simulator!.Webhooks.InboundSms = new Uri(new Uri(((WebApplication)host).Urls.Single()), Webhooks.Inbound);
        await api.Simulator.Webhooks.ReceiveSmsAsync("447700900001", "447700900000", reply);

        var suppressions = host.Services.GetRequiredService<Suppressions>();
        Assert.That((await suppressions.ListAsync(default)).Contains("447700900001"), Is.EqualTo(isSuppressed));

        await api.Simulator.Webhooks.ReceiveSmsAsync("447700900001", "447700900000", "START");
        Assert.That((await suppressions.ListAsync(default)).Contains("447700900001"), Is.EqualTo(reply.StartsWith("please", StringComparison.Ordinal)), "what a person has to read is not taken back by a word");
        await CampaignHost.EndAsync(host, Patience.Limit);
    }
}
