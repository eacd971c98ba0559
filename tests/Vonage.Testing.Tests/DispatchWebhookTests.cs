using Vonage.Dispatch;
using Vonage.Testing.Tests.Support;

namespace Vonage.Testing.Tests;

#pragma warning disable CS0618 // Closed to new users, and still to be had.
/// <summary>What an application is told of its workflows.</summary>
internal sealed class DispatchWebhookTests : WebhookTest
{
    [Test]
    public async Task The_next_message_is_sent_if_the_one_before_does_not_arrive()
    {
        (Webhooks.DispatchStatus, Webhooks.DispatchReport) = (Receiver.At("/status"), Receiver.At("/report"));
        Webhooks.Outcomes.Messages["0123"] = MessageOutcome.Undeliverable;

        var workflow = await SendAsync(DispatchFailoverStatus.Delivered);

        var statuses = Receiver.Read<DispatchMessageStatusEvent>("/status");
        Assert.That(statuses.Select(status => (status.To?.Type, status.Status)), Is.EqualTo(new (DispatchChannel?, DispatchMessageStatus?)[]
        {
            (DispatchChannel.Messenger, DispatchMessageStatus.Submitted), (DispatchChannel.Messenger, DispatchMessageStatus.Undeliverable),
            (DispatchChannel.Sms, DispatchMessageStatus.Submitted), (DispatchChannel.Sms, DispatchMessageStatus.Delivered),
        }));
        Assert.That(statuses[1].Error?.Reason, Is.EqualTo("Destination unreachable"));
        Assert.That(statuses.Select(status => status.Links?.Workflow?.DispatchUuid), Is.All.EqualTo(workflow));
        var report = Receiver.Read<DispatchReportEvent>("/report").Single();
        Assert.That((report.DispatchUuid, report.Status, report.Usage?.Price), Is.EqualTo((workflow, (DispatchWorkflowStatus?)DispatchWorkflowStatus.Completed, (decimal?)0.0666m)));
        Assert.That(report.Links?.Messages.Select(message => (message.Channel, message.Status)), Is.EqualTo(new (DispatchedChannel?, DispatchMessageStatus?)[]
        {
            (DispatchedChannel.Messenger, DispatchMessageStatus.Undeliverable), (DispatchedChannel.Sms, DispatchMessageStatus.Delivered),
        }));
    }

    [TestCase("delivered", 1)]
    [TestCase("read", 2)]
    public async Task A_message_can_have_to_be_read(string condition, int messages)
    {
        Webhooks.DispatchReport = Receiver.At("/report");

        await SendAsync(new DispatchFailoverStatus(condition));

        Assert.That(Receiver.Read<DispatchReportEvent>("/report").Single().Links?.Messages, Has.Count.EqualTo(messages));
        Assert.That(Story(), Is.EqualTo(["DispatchReport completed"]));
    }

    [Test]
    public async Task A_workflow_without_a_message_that_arrives_has_failed()
    {
        Webhooks.DispatchReport = Receiver.At("/report");
        Webhooks.Outcomes.Messages["*"] = MessageOutcome.Rejected;

        await SendAsync(DispatchFailoverStatus.Delivered);

        Assert.That(Story(), Is.EqualTo(["DispatchReport error"]));
    }

    private async Task<string> SendAsync(DispatchFailoverStatus condition)
    {
        var message = new DispatchMessage(new(DispatchContentType.Text) { Text = "Hello" });
        var started = await Client.Dispatch.CreateWorkflowAsync(new()
        {
            Workflow =
            {
                new(new(DispatchChannel.Messenger) { Id = "0123" }, new(DispatchChannel.Messenger) { Id = "4567" }, message) { Failover = new() { ConditionStatus = condition } },
                new(new(DispatchChannel.Sms) { Number = "447700900000" }, new(DispatchChannel.Sms) { Number = "ACME" }, message),
            },
        });
        await Webhooks.SettleAsync();
        return started.DispatchUuid;
    }
}
