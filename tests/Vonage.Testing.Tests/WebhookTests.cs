using System.Text.Json.Nodes;
using Vonage.Messages;
using Vonage.Sms;
using Vonage.Testing.Tests.Support;
using Vonage.Voice;

namespace Vonage.Testing.Tests;

/// <summary>The webhooks that sending through the simulator leads to, received by a server that checks their signatures.</summary>
public class WebhookTests
{
    private ManualTime _clock = null!;
    private VonageSimulator _simulator = null!;
    private WebhookReceiver _receiver = null!;

    [SetUp]
    public async Task Start()
    {
        _clock = new ManualTime(DateTimeOffset.UtcNow);
        _simulator = await VonageSimulator.StartAsync(new() { TimeProvider = _clock });
        _receiver = await WebhookReceiver.StartAsync(_simulator);
    }

    [TearDown]
    public async Task Stop()
    {
        await _receiver.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    [TestCase(SmsWebhookFormat.Query, SignatureMethod.Md5Hash)]
    [TestCase(SmsWebhookFormat.Form, SignatureMethod.HmacSha256)]
    [TestCase(SmsWebhookFormat.Json, SignatureMethod.HmacSha512)]
    public async Task Each_part_of_an_sms_gets_a_receipt(SmsWebhookFormat form, SignatureMethod method)
    {
        _receiver.Method = method;
        (_simulator.Webhooks.SmsForm, _simulator.Webhooks.SignatureMethod, _simulator.Webhooks.SmsStatus) = (form, method, _receiver.At("/status"));

        var reply = await _simulator.CreateClient().Sms.SendAsync(new SmsRequest { From = "ACME", To = "447700900000", Text = new string('x', 161), ClientRef = "mine" });
        await _simulator.Webhooks.SettleAsync();

        var receipts = _receiver.Read<SmsDeliveryReceipt>();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(receipts.Select(r => r.MessageId), Is.EqualTo(reply.Messages.Select(m => m.MessageId)));
            Assert.That(receipts.Select(r => r.Status), Is.All.EqualTo(SmsDeliveryStatus.Delivered));
            Assert.That(receipts.Select(r => r.ClientRef), Is.All.EqualTo("mine"));
            Assert.That(receipts.Select(r => r.Price), Is.All.EqualTo(0.0333m));
            Assert.That(receipts.Select(r => r.Scts), Is.All.Not.Null);
        }
    }

    [Test]
    public async Task A_callback_on_this_machine_goes_before_the_setting()
    {
        _simulator.Webhooks.SmsStatus = _receiver.At("/standard");
        var client = _simulator.CreateClient();
        await client.Sms.SendAsync(new SmsRequest { From = "ACME", To = "447700900000", Text = "1", Callback = _receiver.At("/own") });
        await client.Sms.SendAsync(new SmsRequest { From = "ACME", To = "447700900000", Text = "2", Callback = new Uri("https://example.com/dlr") });
        await _simulator.Webhooks.SettleAsync();
        Assert.That(_simulator.Webhooks.Sent.Select(s => s.Url.AbsolutePath), Is.EqualTo(["/own", "/standard"]));
    }

    [Test]
    public async Task A_message_is_submitted_and_delivered()
    {
        var reply = await _simulator.CreateClient().Messages.SendAsync(new SmsTextMessage { From = "ACME", To = "447700900000", Text = "Hello", WebhookUrl = _receiver.At("/status"), ClientRef = "mine" });
        await _simulator.Webhooks.SettleAsync();

        var statuses = _receiver.Read<MessageStatusEvent>();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(statuses.Select(s => s.Status), Is.EqualTo([MessageStatus.Submitted, MessageStatus.Delivered]));
            Assert.That(statuses, Is.All.TypeOf<SmsMessageStatusEvent>());
            Assert.That(statuses.Select(s => s.MessageUuid), Is.All.EqualTo(reply.MessageUuid));
            Assert.That(statuses.Select(s => s.ClientRef), Is.All.EqualTo("mine"));
        }
    }

    [Test]
    public async Task A_call_tells_of_itself_in_order_and_takes_keys()
    {
        var client = _simulator.CreateClient();
        _receiver.Answer = """[{"action":"talk","text":"Thank you"}]""";
        var made = await client.Voice.CreateCallAsync(new CreateCallRequest
        {
            From = new PhoneEndpoint("14843335555"),
            To = { new PhoneEndpoint("14843331234") },
            EventUrl = { _receiver.At("/event") },
            Ncco = Ncco.Create().Talk("Press one").Input(i => i.Dtmf(maxDigits: 1).PostTo(_receiver.At("/input").ToString())),
        });
        var call = await _simulator.Webhooks.FindCallAsync(made.Uuid);
        await call.PressAsync("1");
        _clock.Advance(TimeSpan.FromSeconds(1));
        await client.Voice.HangUpAsync(made.Uuid);
        await _simulator.Webhooks.SettleAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_simulator.Webhooks.Sent.Select(s => $"{s.Type} {JsonNode.Parse(s.Payload)!["status"]}"), Is.EqualTo(["CallEvent started", "CallEvent ringing", "CallEvent answered", "Input ", "CallEvent completed"]));
            Assert.That(_receiver.Read<InputEvent>().Single(e => e.Dtmf is not null).Dtmf!.Digits, Is.EqualTo("1"));
            Assert.That(call.Ncco[0]!["text"]!.ToString(), Is.EqualTo("Thank you"));
            Assert.That(_receiver.Read<CallEvent>()[^1].Duration, Is.EqualTo(TimeSpan.FromSeconds(1)));
        }
    }

    [Test]
    public async Task A_call_asks_its_answer_url()
    {
        _receiver.Answer = """[{"action":"talk","text":"Hello"}]""";
        var made = await _simulator.CreateClient().Voice.CreateCallAsync(new CreateCallRequest
        {
            From = new PhoneEndpoint("14843335555"),
            To = { new PhoneEndpoint("14843331234") },
            AnswerUrl = { _receiver.At("/answer") },
        });
        var call = await _simulator.Webhooks.FindCallAsync(made.Uuid);
        Assert.That(call.Ncco[0]!["text"]!.ToString(), Is.EqualTo("Hello"));
        Assert.That(_receiver.Read<AnswerEvent>().Single().Uuid, Is.EqualTo(made.Uuid));
        Assert.That(() => call.PressAsync("1"), Throws.InvalidOperationException.With.Message.Contains("does not wait for keys"));
    }

    [Test]
    public async Task Messages_come_in_by_every_channel()
    {
        _simulator.Webhooks.InboundMessage = _receiver.At("/inbound");
        await _simulator.Webhooks.ReceiveMessageAsync(new InboundWhatsAppTextMessage { From = "447700900000", To = "447700900001", Text = "Hello" });
        await _simulator.Webhooks.ReceiveMessageAsync(new InboundSmsTextMessage { From = "447700900000", To = "447700900001", Text = "Hello" });

        var messages = _receiver.Read<InboundMessage>();
        Assert.That(messages[0], Is.TypeOf<InboundWhatsAppTextMessage>());
        Assert.That(messages[1], Is.TypeOf<InboundSmsTextMessage>());
        Assert.That(messages.Select(m => m.MessageUuid), Is.All.Not.Empty);
    }

    [Test]
    public async Task Nothing_is_sent_that_nobody_asked_for()
    {
        var client = _simulator.CreateClient();
        await client.Sms.SendAsync(new SmsRequest { From = "ACME", To = "447700900000", Text = "Hello" });
        await client.Messages.SendAsync(new SmsTextMessage { From = "ACME", To = "447700900000", Text = "Hello" });
        await _simulator.Webhooks.SettleAsync();
        Assert.That(_simulator.Webhooks.Sent, Is.Empty);
        Assert.That(() => _simulator.Webhooks.ReceiveSmsAsync("1", "2", "Hello"), Throws.InvalidOperationException.With.Message.Contains("InboundSms"));
    }

    [Test]
    public async Task An_application_that_is_not_there_or_fails_stops_nothing()
    {
        await _receiver.DisposeAsync();
        _simulator.Webhooks.SmsStatus = _receiver.At("/status");
        var client = _simulator.CreateClient();
        await client.Sms.SendAsync(new SmsRequest { From = "ACME", To = "447700900000", Text = "Hello" });
        await _simulator.Webhooks.SettleAsync();
        Assert.That(_simulator.Webhooks.Sent.Single().Error, Is.Not.Null);
        Assert.That((await client.Account.GetBalanceAsync()).Value, Is.GreaterThan(0));
    }
}
