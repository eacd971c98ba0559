using Vonage.Reports;

namespace Vonage.Contract.Tests.Cases;

internal static class ReportsCases
{
    private const string Account = "abcd1234";
    private static readonly DateTimeOffset Start = new(2024, 2, 2, 13, 50, 0, TimeSpan.Zero);

    public static IEnumerable<OperationCase> All()
    {
        yield return Case("loadRecords", "page", "GET", "v2/reports/records", async (v, _) => Assert.That(await ((ReportsClient)v.Reports).LoadRecordsAsync(ReportProduct.VoiceCall, new() { AccountId = Account, CallId = "one" }), Is.Not.Null), query: $"product=VOICE-CALL&account_id={Account}&call_id=one");
        yield return Case("loadRecords", "stream", "GET", "v2/reports/records", async (v, _) =>
        {
            await foreach (var record in v.Reports.ListRecordsAsync(ReportProduct.Sms, new()
            {
                StartDate = Start,
                EndDate = Start.AddDays(1),
                Direction = ReportDirection.Outbound,
                Status = "delivered",
                From = "a",
                To = "b",
                Country = "GB",
                Network = "23420",
                Number = "n",
                Locale = "en-gb",
                IncludeMessage = true,
                ShowConcatenated = false,
                AccountRef = "r",
                LegId = "l",
                Provider = ReportProvider.WhatsApp,
                NumberType = "t",
                Channel = ReportVerificationChannel.V2,
                ParentRequestId = "p",
                RequestType = "q",
                Risk = "low",
                Swapped = true,
                ConversationId = "c",
                SessionId = "s",
                MeetingId = "m",
                ProductName = "pn",
                RequestSessionId = "rs",
                ProductPath = "pp",
                CorrelationId = "co",
            }))
            {
                Assert.That(record, Is.TypeOf<SmsRecord>());
                break;
            }
        }, query: "product=SMS&account_id={key}&date_start=2024-02-02T13%3A50%3A00Z&date_end=2024-02-03T13%3A50%3A00Z&direction=outbound&status=delivered&from=a&to=b&country=GB&network=23420&number=n&locale=en-gb&include_message=true&show_concatenated=false&account_ref=r&leg_id=l&provider=whatsapp&number_type=t&channel=v2&parent_request_id=p&request_type=q&risk=low&swapped=true&conversation_id=c&session_id=s&meeting_id=m&product_name=pn&request_session_id=rs&product_path=pp&correlation_id=co");
        yield return Case("requestReport", "own account", "POST", "v2/reports", async (v, _) => Assert.That((await v.Reports.CreateReportAsync(new(ReportProduct.MachineDetection))).RequestStatus, Is.EqualTo(ReportStatus.Pending)), """{"product":"AMD","account_id":"{key}"}""");
        yield return Case("requestReport", "all that it can be told", "POST", "v2/reports", async (v, _) => Assert.That((await v.Reports.CreateReportAsync(new(ReportProduct.Messages)
        {
            AccountId = Account,
            DateStart = Start,
            DateEnd = Start.AddDays(1),
            IncludeSubaccounts = true,
            Direction = ReportDirection.Inbound,
            Status = ReportRecordStatus.Delivered,
            From = "447700900001",
            To = "447700900000",
            Provider = ReportProvider.Sms,
            Country = "GB",
            IncludeMessage = true,
        })).RequestId, Is.Not.Empty), """
            {"product":"MESSAGES","account_id":"abcd1234","date_start":"2024-02-02T13:50:00Z","date_end":"2024-02-03T13:50:00Z","include_subaccounts":true,
             "direction":"inbound","status":"delivered","from":"447700900001","to":"447700900000","country":"GB","include_message":true,"provider":"sms"}
            """);
        yield return Case("getReport", "", "GET", "v2/reports/{report}", async (v, ids) => Assert.That((await v.Reports.GetReportAsync(await MakeAsync(v, ids))).Product, Is.Not.EqualTo(default(ReportProduct))));
        yield return Case("cancelReport", "", "DELETE", "v2/reports/{report}", async (v, ids) => Assert.That((await v.Reports.CancelReportAsync(await MakeAsync(v, ids))).RequestStatus, Is.EqualTo(ReportStatus.Aborted)));
        yield return Case("downloadReport", "", "GET", "v3/media/{report}", async (v, ids) =>
        {
            await v.Reports.WaitForReportAsync(await MakeAsync(v, ids), new() { PollInterval = TimeSpan.FromMilliseconds(1) });
            await v.Reports.DownloadReportAsync(ids.Fill("{report}"), Stream.Null);
        });
    }

    private static OperationCase Case(string operation, string variant, string method, string path, Func<IVonageClient, Ids, Task> call, string? json = null, string query = "") =>
        new($"reports.{operation}", variant, call) { Line = $"{method} api.nexmo.com/{path}", Json = json, Query = query, Authorization = "Basic " };

    private static async Task<string> MakeAsync(IVonageClient v, Ids ids) => ids.Keep("report", (await v.Reports.CreateReportAsync(new(ReportProduct.MachineDetection))).RequestId);
}
