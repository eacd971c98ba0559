using Vonage.Sms;

namespace Vonage.AspNetCore.Tests.Models;

/// <summary>Webhooks of the SMS API.</summary>
internal static class SmsWebhooks
{
    private const string Fields = """
        "api-key":"abcd1234","msisdn":"447700900001","to":"447700900000","messageId":"0A0000000123ABCD1","message-timestamp":"2020-01-01 12:00:00",
        "timestamp":"1578787200","nonce":"aaaaaaaa-bbbb-cccc-dddd-0123456789ab","sig":"1A20E4E2069B609FDA6CECA9DE18D5CAFE99720DDB628BD6BE8B19942A336E1C"
        """;

    private static readonly DateTimeOffset Noon = new(2020, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static IEnumerable<WebhookCase> Cases =>
    [
        WebhookCase.Of<InboundSms>($$"""{{{Fields}},"text":"Hello world","type":"text","keyword":"HELLO"}""", sms =>
        {
            Assert.That(sms.Text, Is.EqualTo("Hello world"));
            Assert.That(sms.Type, Is.EqualTo(SmsType.Text));
            Assert.That(sms.MessageTimestamp, Is.EqualTo(Noon));
            Assert.That(sms.Timestamp, Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(1578787200)));
        }),
        WebhookCase.Of<InboundSms>($$"""{{{Fields}},"text":"日本","type":"unicode","keyword":"日本","concat":"true","concat-ref":"1","concat-total":"3","concat-part":"2"}""", sms =>
        {
            Assert.That(sms.Type, Is.EqualTo(SmsType.Unicode));
            Assert.That((sms.IsConcatenated, sms.ConcatRef, sms.ConcatTotal, sms.ConcatPart), Is.EqualTo(((bool?)true, "1", (int?)3, (int?)2)));
        }),
        WebhookCase.Of<InboundSms>($$"""{{{Fields}},"type":"binary","data":"a1b2","udh":"0a2b"}""", sms => Assert.That((sms.Data, sms.Udh), Is.EqualTo(("a1b2", "0a2b")))),
        .. Payload.Words("delivered expired failed rejected accepted buffered unknown").Select(status => WebhookCase.Of<SmsDeliveryReceipt>(
            $$"""{{{Fields}},"network-code":"12345","price":"0.03330000","status":"{{status}}","scts":"2001011400","err-code":"0","client-ref":"my-ref"}""",
            receipt =>
            {
                Assert.That(receipt.Price, Is.EqualTo(0.0333m));
                Assert.That(receipt.Scts, Is.EqualTo(new DateTimeOffset(2020, 1, 1, 14, 0, 0, TimeSpan.Zero)));
                Assert.That(receipt.MessageTimestamp, Is.EqualTo(Noon));
                Assert.That(receipt.ErrCode, Is.EqualTo("0"));
            })),
    ];
}
