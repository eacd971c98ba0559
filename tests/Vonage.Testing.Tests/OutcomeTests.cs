using Vonage.Messages;
using Vonage.Sms;
using Vonage.Testing.Tests.Support;

namespace Vonage.Testing.Tests;

/// <summary>What becomes of SMS and messages is what a test has said.</summary>
internal sealed class OutcomeTests : WebhookTest
{
    private const string Number = "447700900009";

    [SetUp]
    public void SetUrls() => (Webhooks.SmsStatus, Webhooks.MessageStatus, Webhooks.InboundSms) = (Receiver.At("/sms"), Receiver.At("/message"), Receiver.At("/inbound"));

    [Test]
    public async Task An_sms_fails_with_its_code()
    {
        Webhooks.Outcomes.Sms[Number] = SmsOutcome.Failed;
        Webhooks.Outcomes.Sms["447700900008"] = new SmsOutcome(SmsDeliveryStatus.Rejected, 99);
        foreach (var to in new[] { Number, "447700900008", "447700900000" })
            await Client.Sms.SendAsync(new SmsRequest { From = "ACME", To = to, Text = "Hello" });
        await Webhooks.SettleAsync();

        Assert.That(Receiver.Read<SmsDeliveryReceipt>("/sms").Select(r => (r.Recipient, r.Status?.Value, r.ErrCode)), Is.EqualTo(
            [(Number, "failed", "3"), ("447700900008", "rejected", "99"), ("447700900000", (string?)"delivered", (string?)"0")]));
    }

    [Test]
    public async Task No_receipt_comes_where_none_is_wanted()
    {
        await Client.Sms.SendAsync(new SmsRequest { From = "ACME", To = Number, Text = "Hello", StatusReportReq = false });
        await Webhooks.SettleAsync();
        Assert.That(Webhooks.Sent, Is.Empty);
    }

    [Test]
    public async Task A_message_is_read_where_the_channel_tells_of_that()
    {
        Webhooks.Outcomes.Messages[Number] = MessageOutcome.Read;
        await Client.Messages.SendAsync(new WhatsAppTextMessage { From = "447700900001", To = Number, Text = "Hello" });
        await Client.Messages.SendAsync(new SmsTextMessage { From = "ACME", To = Number, Text = "Hello" });
        await Webhooks.SettleAsync();

        Assert.That(Receiver.Read<MessageStatusEvent>("/message").Select(s => $"{s.Channel} {s.Status}"), Is.EqualTo(
            ["whatsapp submitted", "whatsapp delivered", "whatsapp read", "sms submitted", "sms delivered"]));
    }

    [Test]
    public async Task A_message_that_fails_says_why()
    {
        Webhooks.Outcomes.Messages[Number] = MessageOutcome.Rejected;
        Webhooks.Outcomes.Messages["447700900008"] = MessageOutcome.Undeliverable with { ErrorCode = MessageErrorCode.HandsetBusy, ErrorDetail = "Busy" };
        foreach (var to in new[] { Number, "447700900008" })
            await Client.Messages.SendAsync(new SmsTextMessage { From = "ACME", To = to, Text = "Hello" });
        await Webhooks.SettleAsync();

        Assert.That(Receiver.Read<MessageStatusEvent>("/message").Select(s => (s.Status?.Value, s.Error?.Title?.Value, s.Error?.Detail, s.Error?.Type?.Fragment)), Is.EqualTo(
            [("rejected", "1282", "Rejected by the provider", "#1282"), ("submitted", null, null, null), ("undeliverable", (string?)"1220", (string?)"Busy", (string?)"#1220")]));
    }

    [TestCase(161, 'x', "text", 2)]
    [TestCase(71, 'ы', "unicode", 2)]
    [TestCase(400, 'x', "text", 3)]
    public async Task A_long_sms_comes_in_parts(int length, char letter, string type, int parts)
    {
        await Webhooks.ReceiveSmsInPartsAsync("447700900000", "447700900001", new string(letter, length));

        var received = Receiver.Read<InboundSms>("/inbound");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(string.Concat(received.Select(part => part.Text)), Is.EqualTo(new string(letter, length)));
            Assert.That(received.Select(part => (part.ConcatPart, part.ConcatTotal)), Is.EqualTo(Enumerable.Range(1, parts).Select(part => ((int?)part, (int?)parts))));
            Assert.That(received.Select(part => part.ConcatRef).Distinct().Count(), Is.EqualTo(1));
            Assert.That(received.Select(part => part.Type?.Value), Is.All.EqualTo(type));
            Assert.That(received.Select(part => part.MessageId).Distinct().Count(), Is.EqualTo(parts));
        }
    }

    [Test]
    public async Task A_short_sms_comes_whole()
    {
        await Webhooks.ReceiveSmsInPartsAsync("447700900000", "447700900001", "Hello");
        Assert.That(Receiver.Read<InboundSms>("/inbound").Single().IsConcatenated, Is.Null);
    }
}
