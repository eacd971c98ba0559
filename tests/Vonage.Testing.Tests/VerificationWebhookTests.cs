using Vonage.Testing.Tests.Support;
using Vonage.VerifyV2;

namespace Vonage.Testing.Tests;

/// <summary>What Verify tells an application of its verifications.</summary>
internal sealed class VerificationWebhookTests : WebhookTest
{
    private const string Number = "447700900000";

    [SetUp]
    public void SetUrl() => Webhooks.VerificationEvent = Receiver.At("/verify");

    [Test]
    public async Task A_right_code_completes_channel_and_verification()
    {
        var id = (await Client.VerifyV2.StartAsync(Request())).RequestId;
        await Client.VerifyV2.CheckAsync(id, VonageSimulator.VerificationCode);
        await Webhooks.SettleAsync();

        var (channel, summary) = (Told<ChannelVerificationEvent>().Single(), Told<SummaryVerificationEvent>().Single());
        using (Assert.EnterMultipleScope())
        {
            Assert.That((channel.RequestId, channel.Channel, channel.Status, channel.ClientRef), Is.EqualTo((id, VerificationChannel.Sms, ChannelStatus.Completed, "mine")));
            Assert.That(channel.FinalizedAt, Is.Not.Null);
            Assert.That((summary.RequestId, summary.Status, summary.ClientRef, summary.Price), Is.EqualTo((id, VerificationStatus.Completed, "mine", 100m - Simulator.Balance)));
            Assert.That(summary.ChannelTimeout, Is.EqualTo(TimeSpan.FromSeconds(60)));
            Assert.That(summary.Workflow.Select(step => $"{step.Channel} {step.Status}"), Is.EqualTo(["sms completed", "voice unused"]));
            Assert.That(summary.Workflow.Select(step => step.InitiatedAt is null), Is.EqualTo([false, true]));
        }
    }

    [Test]
    public async Task A_channel_that_is_left_has_failed()
    {
        var id = (await Client.VerifyV2.StartAsync(Request())).RequestId;
        await Client.VerifyV2.TriggerNextWorkflowAsync(id);
        await Client.VerifyV2.CheckAsync(id, VonageSimulator.VerificationCode);
        await Webhooks.SettleAsync();

        Assert.That(Told<ChannelVerificationEvent>().Select(e => $"{e.Channel} {e.Status}"), Is.EqualTo(["sms failed", "voice completed"]));
        Assert.That(Told<SummaryVerificationEvent>().Single().Workflow.Select(step => $"{step.Channel} {step.Status}"), Is.EqualTo(["sms failed", "voice completed"]));
    }

    [Test]
    public async Task Three_wrong_codes_fail_it()
    {
        var id = (await Client.VerifyV2.StartAsync(Request())).RequestId;
        for (var i = 0; i < 3; i++)
            Assert.That(() => Client.VerifyV2.CheckAsync(id, "0000"), Throws.InstanceOf<VonageVerifyV2Exception>());
        await Webhooks.SettleAsync();
        Assert.That(Told<SummaryVerificationEvent>().Single().Status, Is.EqualTo(VerificationStatus.Failed));
    }

    [Test]
    public async Task Cancelled_it_has_failed()
    {
        await Client.VerifyV2.CancelAsync((await Client.VerifyV2.StartAsync(Request())).RequestId);
        await Webhooks.SettleAsync();
        Assert.That(Told<SummaryVerificationEvent>().Single().Status, Is.EqualTo(VerificationStatus.Failed));
    }

    [Test]
    public async Task Its_time_can_run_out()
    {
        var id = (await Client.VerifyV2.StartAsync(Request())).RequestId;

        await Webhooks.ExpireVerificationAsync(id);

        Assert.That(Told<SummaryVerificationEvent>().Single().Status, Is.EqualTo(VerificationStatus.Expired));
        Assert.That(() => Webhooks.ExpireVerificationAsync(id), Throws.ArgumentException);
        Assert.That(() => Client.VerifyV2.CheckAsync(id, VonageSimulator.VerificationCode), Throws.InstanceOf<VonageApiException>());
    }

    [Test]
    public async Task Silent_authentication_says_what_the_device_has_to_do()
    {
        var started = await Client.VerifyV2.StartAsync(new StartVerificationRequest { Brand = "ACME", Workflow = { new SilentAuthWorkflow(Number) } });
        await Webhooks.SettleAsync();

        var told = Told<ChannelVerificationEvent>().Single();
        Assert.That((told.Status, told.Action!.Type, told.Action.CheckUrl), Is.EqualTo((ChannelStatus.ActionPending, (SilentAuthStepType?)SilentAuthStepType.Check, started.CheckUrl)));
    }

    [Test]
    public async Task Without_an_application_nobody_is_told()
    {
        var client = new VonageClient(VonageCredentials.FromApiKey(Simulator.ApiKey, Simulator.ApiSecret), new() { Hosts = { ["api.nexmo.com"] = Simulator.Hosts["api.nexmo.com"] } });
        await client.VerifyV2.CancelAsync((await client.VerifyV2.StartAsync(Request())).RequestId);
        await Webhooks.SettleAsync();
        Assert.That(Webhooks.Sent, Is.Empty);
    }

    private static StartVerificationRequest Request() => new()
    {
        Brand = "ACME",
        ClientRef = "mine",
        ChannelTimeout = TimeSpan.FromSeconds(60),
        Workflow = { new SmsWorkflow(Number), new VoiceWorkflow(Number) },
    };

    private IEnumerable<T> Told<T>()
        where T : VerificationEvent => Receiver.Read<VerificationEvent>("/verify").OfType<T>();
}
