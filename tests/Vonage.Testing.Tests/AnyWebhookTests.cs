using Newtonsoft.Json.Linq;
using Vonage.Meetings;
using Vonage.NumberInsight;
using Vonage.Sms;
using Vonage.Testing.Tests.Support;
using Vonage.Voice;

namespace Vonage.Testing.Tests;

/// <summary>Webhooks beside those of messages, calls and verifications.</summary>
internal sealed class AnyWebhookTests : WebhookTest
{
    private readonly List<SentWebhook> _told = [];

    public AnyWebhookTests() => Options.OnWebhook = _told.Add;

    [Test]
    public async Task A_look_up_comes_to_its_callback()
    {
        var started = await Client.NumberInsight.StartAdvancedAsync(Receiver.At("/insight"), "447700900123");
        await Webhooks.SettleAsync();

        var result = Receiver.Read<AdvancedInsight>("/insight").Single();
        Assert.That((result.RequestId, result.InternationalFormatNumber, started.Number), Is.EqualTo((started.RequestId, "447700900123", "447700900123")));
        Assert.That(result.Roaming!.Status, Is.EqualTo(RoamingStatus.Roaming));
    }

    [Test]
    public async Task A_callback_elsewhere_is_not_called()
    {
        await Client.NumberInsight.StartAdvancedAsync(new Uri("https://example.com/insight"), "447700900123");
        await Webhooks.SettleAsync();
        Assert.That(Webhooks.Sent, Is.Empty);
    }

    [Test]
    public async Task Any_model_is_sent_signed_as_its_kind()
    {
        await Webhooks.SendAsync(Receiver.At("/meeting"), new RecordingEndedMeetingEvent { RecordingId = "one", Duration = TimeSpan.FromSeconds(5) });
        await Webhooks.SendAsync(Receiver.At("/sms"), new SmsDeliveryReceipt { MessageId = "two", Status = SmsDeliveryStatus.Buffered });
        await Webhooks.SendAsync(Receiver.At("/event"), new CallEvent { Status = CallEventStatus.Disconnected, Uuid = "three" });
        await Webhooks.SendAsync(Receiver.At("/other"), new JObject { ["name"] = "rtc" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Webhooks.Sent.Select(sent => (sent.Type, sent.StatusCode)), Is.EqualTo(
                [(WebhookType.Meeting, 200), (WebhookType.SmsDeliveryReceipt, 200), (WebhookType.CallEvent, 200), (WebhookType.Other, (int?)200)]));
            Assert.That(((RecordingEndedMeetingEvent)Receiver.Read<MeetingEvent>("/meeting").Single()).RecordingId, Is.EqualTo("one"));
            Assert.That(Receiver.Read<SmsDeliveryReceipt>("/sms").Single().Status, Is.EqualTo(SmsDeliveryStatus.Buffered));
            Assert.That(Receiver.Read<CallEvent>("/event").Single().Uuid, Is.EqualTo("three"));
        }
    }

    [Test]
    public async Task What_is_sent_can_be_logged_without_what_a_log_should_not_hold()
    {
        await Webhooks.SendAsync(Receiver.At("/event?token=secret"), new CallEvent { Status = CallEventStatus.Ringing });
        Assert.That(_told, Is.EqualTo(Webhooks.Sent));
        Assert.That($"{_told.Single()}", Is.EqualTo($"CallEvent {Receiver.At("/event")} → 200"));
    }

    [Test]
    public async Task What_a_logger_throws_comes_to_who_waits()
    {
        Options.OnWebhook = _ => throw new NotSupportedException("No");
        await using var simulator = await VonageSimulator.StartAsync(Options);
        Assert.That(() => simulator.Webhooks.SendAsync(Receiver.At("/x"), new CallEvent()), Throws.TypeOf<NotSupportedException>());
        Assert.That(() => simulator.Webhooks.SettleAsync(), Throws.TypeOf<NotSupportedException>());
        Assert.That(() => simulator.Webhooks.SettleAsync(), Throws.Nothing);
    }

    [Test]
    public async Task A_wait_can_be_ended_without_an_end_to_what_is_waited_for()
    {
        var ready = new TaskCompletionSource();
        (Receiver.Ready, Webhooks.InboundSms) = (ready.Task, Receiver.At("/sms"));
        using var cancelling = new CancellationTokenSource();

        var sending = Webhooks.ReceiveSmsAsync("1", "2", "Hello", cancelling.Token);
        await cancelling.CancelAsync();
        Assert.That(() => sending, Throws.InstanceOf<OperationCanceledException>());

        ready.SetResult();
        await Webhooks.SettleAsync();
        Assert.That(Receiver.Read<InboundSms>("/sms").Single().Text, Is.EqualTo("Hello"));
    }
}
