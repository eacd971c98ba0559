using Flowroute.Messages;
using Newtonsoft.Json;
using Vonage.Core.Serialization;

namespace Flowroute.Contract.Tests;

public class WebhookTests
{
    private const string Inbound = """
        {"data":{"id":"mdr2-af84b158ee2b11e8b507c61432586dcyd","type":"message","attributes":{"amount_display":"$0.0040","amount_nanodollars":"4000000","body":"SMS Forward Test","direction":"inbound","from":"12067392634","is_mms":false,"message_callback_url":"https://example.com/sms","message_encoding":0,"message_type":"longcode","status":"delivered","timestamp":"2017-11-16T23:45:29.37Z","to":"12012673227","carrier":"new"}}}
        """;

    [Test]
    public void Reads_an_inbound_message()
    {
        var message = ReceivedMessage.Parse(Inbound);
        Assert.Multiple(() =>
        {
            Assert.That(message.Id, Is.EqualTo("mdr2-af84b158ee2b11e8b507c61432586dcyd"));
            Assert.That(message.Body, Is.EqualTo("SMS Forward Test"));
            Assert.That(message.From, Is.EqualTo("12067392634"));
            Assert.That(message.AmountNanodollars, Is.EqualTo(4000000m));
            Assert.That(message.Direction, Is.EqualTo(MessageDirection.Inbound));
            Assert.That(message.Timestamp, Is.EqualTo(new DateTimeOffset(2017, 11, 16, 23, 45, 29, 370, TimeSpan.Zero)));
            Assert.That((string?)message.Attributes.AdditionalProperties["carrier"], Is.EqualTo("new"), "what this version does not know is kept");
        });
    }

    [Test]
    public void Reads_the_media_of_an_mms()
    {
        var document = ApiJson.Deserialize<ReceivedMessageDocument>("""{"data":{"id":"mdr2-1","type":"message","attributes":{"is_mms":true},"relationships":{"media":{"data":[{"id":"7","type":"media"}]}}},"included":[{"id":"7","type":"media","attributes":{"url":"https://example.com/7.gif"}}]}""")!;
        Assert.That(document.Data!.Relationships!.Media!.Data[0].Id, Is.EqualTo("7"));
        Assert.That(document.Included, Has.Count.EqualTo(1));
    }

    [TestCase("\"1003\"")]
    [TestCase("1003")]
    public void Reads_a_receipt(string code)
    {
        var receipt = DeliveryReceipt.Parse("""{"data":{"id":"mdr2-1","type":"delivery_receipt","attributes":{"body":"","level":2,"status":"delivered","status_code":CODE,"status_code_description":"Message accepted by Carrier","timestamp":"2017-12-21T16:44:35.00Z"},"links":{"related":"https://api.flowroute.com/v2.1/messages/mdr2-1"}}}""".Replace("CODE", code, StringComparison.Ordinal));
        Assert.Multiple(() =>
        {
            Assert.That(receipt.Id, Is.EqualTo("mdr2-1"));
            Assert.That(receipt.Level, Is.EqualTo(2));
            Assert.That(receipt.StatusCode, Is.EqualTo("1003"));
            Assert.That(receipt.Links!.Related!.OriginalString, Does.EndWith("mdr2-1"));
        });
    }

    [TestCase("{}")]
    [TestCase("")]
    [TestCase("<html>")]
    public void What_is_no_webhook_is_refused(string body) => Assert.Multiple(() =>
    {
        Assert.That(() => ReceivedMessage.Parse(body), Throws.InstanceOf<JsonException>());
        Assert.That(() => DeliveryReceipt.Parse(body), Throws.InstanceOf<JsonException>());
    });
}
