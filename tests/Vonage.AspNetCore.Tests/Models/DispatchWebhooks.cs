using Vonage.Dispatch;

namespace Vonage.AspNetCore.Tests.Models;

/// <summary>Webhooks of Dispatch.</summary>
internal static class DispatchWebhooks
{
    private static readonly DateTimeOffset Two = new(2020, 1, 1, 14, 0, 0, TimeSpan.Zero);

    public static IEnumerable<WebhookCase> Cases =>
    [
        .. Payload.Words("submitted delivered read rejected undeliverable").Select(Status),
        WebhookCase.Of<DispatchReportEvent>(
            """
            {"dispatch_uuid":"aaaaaaaa-bbbb-cccc-dddd-0123456789ab","template":"failover","status":"completed","timestamp":"2020-01-01T14:00:00.000Z","usage":{"price":"0.02","currency":"EUR"},
             "_links":{"messages":[{"message_uuid":"m","href":"/messages/m","channel":"viber_service_msg","usage":{"currency":"EUR","price":"0.0333"},"status":"delivered"}]}}
            """,
            report =>
            {
                Assert.That((report.DispatchUuid, report.Timestamp, report.Usage?.Price), Is.EqualTo(("aaaaaaaa-bbbb-cccc-dddd-0123456789ab", (DateTimeOffset?)Two, (decimal?)0.02m)));
                Assert.That((report.Links?.Messages[0].MessageUuid, report.Links?.Messages[0].Usage?.Price), Is.EqualTo(("m", (decimal?)0.0333m)));
            }),
        WebhookCase.Of<DispatchReportEvent>("""{"dispatch_uuid":"a","template":"failover","status":"error"}""", report => Assert.That(report.DispatchUuid, Is.EqualTo("a"))),
    ];

    private static WebhookCase Status(string status) => WebhookCase.Of<DispatchMessageStatusEvent>(
        $$$$"""
        {"message_uuid":"aaaaaaaa-bbbb-cccc-dddd-0123456789ab","to":{"type":"sms","number":"447700900000"},"from":{"type":"messenger","id":"p0123456789012345"},"timestamp":"2020-01-01T14:00:00.000Z",
         "status":"{{{{status}}}}","error":{"code":1300,"reason":"Not part of the provider network"},"usage":{"currency":"EUR","price":"0.0333"},
         "_links":{"workflow":{"dispatch_uuid":"w","href":"/workflows/w"}}}
        """,
        told => Assert.That((told.Timestamp, told.To?.Number, told.From?.Id, told.Error?.Code, told.Usage?.Price, told.Links?.Workflow?.DispatchUuid), Is.EqualTo(((DateTimeOffset?)Two, "447700900000", "p0123456789012345", (int?)1300, (decimal?)0.0333m, "w"))));
}
