using Vonage.Reports;

namespace Vonage.AspNetCore.Tests.Models;

/// <summary>Webhooks of Reports.</summary>
internal static class ReportsWebhooks
{
    public static IEnumerable<WebhookCase> Cases =>
    [
        WebhookCase.Of<ReportReadyEvent>(
            """
            {"request_id":"aaaaaaaa-bbbb-cccc-dddd-0123456789ab","request_status":"SUCCESS","receive_time":"2024-02-07T14:22:08+00:00","start_time":"2024-02-07T14:22:10+00:00","items_count":1523,
             "product":"SMS","account_id":"a12aa3456","date_start":"2024-02-02T13:50:00+00:00","date_end":"2024-02-07T14:22:08+00:00","direction":"outbound",
             "_links":{"self":{"href":"https://api.nexmo.com/v2/reports/a"},"download_report":{"href":"https://api.nexmo.com/v3/media/a"}}}
            """,
            report => Assert.That((report.RequestId, report.ItemsCount, report.StartTime, report.Links?.DownloadReport?.Href), Is.EqualTo(("aaaaaaaa-bbbb-cccc-dddd-0123456789ab", (long?)1523, (DateTimeOffset?)new DateTimeOffset(2024, 2, 7, 14, 22, 10, TimeSpan.Zero), new Uri("https://api.nexmo.com/v3/media/a"))))),
        WebhookCase.Of<ReportReadyEvent>("""{"request_id":"a","request_status":"FAILED"}""", report => Assert.That(report.RequestId, Is.EqualTo("a"))),
    ];
}
