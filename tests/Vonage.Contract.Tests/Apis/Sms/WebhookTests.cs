using Vonage.Core.Serialization;
using Vonage.Sms;

namespace Vonage.Contract.Tests.Apis.Sms;

/// <summary>What the SMS API tells a webhook, in its own formats of time and number.</summary>
[TestFixture]
public class WebhookTests
{
    [Test]
    public void Reads_a_delivery_receipt()
    {
        var receipt = ApiJson.Deserialize<SmsDeliveryReceipt>("""
            {"msisdn":"447700900000","to":"AcmeInc","network-code":"12345","messageId":"0A","price":"0.03330000","status":"delivered",
             "scts":"2001011400","err-code":"0","api-key":"abcd1234","message-timestamp":"2020-01-01 12:00:00"}
            """)!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(receipt.Status, Is.EqualTo(SmsDeliveryStatus.Delivered));
            Assert.That(receipt.Price, Is.EqualTo(0.0333m));
            Assert.That(receipt.Scts, Is.EqualTo(new DateTimeOffset(2020, 1, 1, 14, 0, 0, TimeSpan.Zero)));
            Assert.That(receipt.MessageTimestamp, Is.EqualTo(new DateTimeOffset(2020, 1, 1, 12, 0, 0, TimeSpan.Zero)));
        }
    }
}
