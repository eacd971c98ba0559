using System.Globalization;
using System.IO.Compression;
using System.Text;
using Vonage.Reports;
using Vonage.Simulation;

namespace Vonage.Contract.Tests.Apis;

public class ReportsTests : SimulatedApi
{
    private const int Megabyte = 1024 * 1024;
    private const int TextLength = 5300;

    [Test]
    public async Task Records_of_all_pages_are_listed()
    {
        for (var i = 0; i < 250; i++)
            Simulator.AddReportRecord(ReportProduct.Sms, $$"""{"account_id":"{{Simulator.ApiKey}}","id":"{{i}}","direction":"{{(i % 2 == 0 ? "inbound" : "outbound")}}","date_received":"2024-02-02T13:50:00+00:00","total_price":"0.036"}""");

        var outbound = await AllAsync(Vonage.Reports.ListRecordsAsync(ReportProduct.Sms, new() { Direction = ReportDirection.Outbound }));
        Assert.That(outbound.Cast<SmsRecord>().Select(record => record.Id).Distinct().Count(), Is.EqualTo(125));
        Assert.That(outbound.Cast<SmsRecord>().Select(record => record.TotalPrice), Is.All.EqualTo(0.036m));

        var page = await ((ReportsClient)Vonage.Reports).LoadRecordsAsync(ReportProduct.Sms, new() { AccountId = Simulator.ApiKey, Id = "1,2,1000" });
        Assert.That((((SmsRecordSet)page).Records.Count, page.IdsNotFound), Is.EqualTo((2, "1000")));
    }

    [TestCase("SMS")]
    [TestCase("MESSAGES")]
    public async Task SMS_and_messages_need_a_direction(string product)
    {
        Assert.That(() => Vonage.Reports.ListRecordsAsync(new ReportProduct(product)), Throws.InstanceOf<Core.InvalidRequestException>().With.Message.Contains("direction"));
        var error = await Assert.ThrowsAsync<Core.InvalidRequestException>(() => Vonage.Reports.CreateReportAsync(new(new ReportProduct(product))));
        Assert.That(error!.Message, Does.Contain("direction"));
    }

    [Test]
    public async Task A_report_is_waited_for_and_read_into_typed_records()
    {
        Simulator.AddReportRecord(ReportProduct.VoiceCall, """{"account_id":"a","call_id":"one","from":"Smith, \"John\"","to":"two\nlines","price":"0.01","date_start":"2024-02-02T13:50:00+00:00","invented":"new"}""");
        Simulator.AddReportRecord(ReportProduct.VoiceCall, """{"account_id":"a","call_id":"two"}""");
        Simulator.AddReportRecord(ReportProduct.MachineDetection, """{"account_id":"a","amd_result_sent":true,"amd_user_defined_beep_timeout":45}""");
        var states = new List<ReportStatus>();
        var created = await Vonage.Reports.CreateReportAsync(new(ReportProduct.VoiceCall));
        Assert.That(() => Vonage.Reports.ReadRecordsAsync(created), Throws.InvalidOperationException.With.Message.Contains("PENDING"));

        var report = await Vonage.Reports.WaitForReportAsync(created.RequestId, new() { PollInterval = TimeSpan.FromMilliseconds(1), Progress = new Heard(states) });
        var calls = (await AllAsync(Vonage.Reports.ReadRecordsAsync(report))).Cast<CallRecord>().ToList();
        var detection = (MachineDetectionRecord)(await AllAsync(Vonage.Reports.ReadRecordsAsync(await FinishedAsync(ReportProduct.MachineDetection)))).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(states, Is.EqualTo([ReportStatus.Processing, ReportStatus.Success]));
            Assert.That(calls.Select(call => (call.CallId, call.From, call.To, call.Price)), Is.EqualTo(new (string?, string?, string?, decimal?)[] { ("one", "Smith, \"John\"", "two\nlines", 0.01m), ("two", null, null, null) }));
            Assert.That(calls[0].DateStart, Is.EqualTo(new DateTimeOffset(2024, 2, 2, 13, 50, 0, TimeSpan.Zero)));
            Assert.That((string?)calls[0].AdditionalProperties["invented"], Is.EqualTo("new"));
            Assert.That((detection.AmdResultSent, detection.AmdUserDefinedBeepTimeout), Is.EqualTo((true, 45)));
        }
    }

    [TestCase("pending")]
    [TestCase("Processing")]
    public async Task A_status_in_another_case_is_not_the_end_of_a_report(string status)
    {
        var created = await Vonage.Reports.CreateReportAsync(new(ReportProduct.VoiceCall));
        Simulator.Respond("reports.getReport", new SimulatedResponse { StatusCode = 200, Body = $$"""{"request_id":"{{created.RequestId}}","request_status":"{{status}}","product":"VOICE-CALL","account_id":"a"}""", ContentType = "application/json" });

        var report = await Vonage.Reports.WaitForReportAsync(created.RequestId, new() { PollInterval = TimeSpan.FromMilliseconds(1) });

        Assert.That(report.RequestStatus, Is.EqualTo(ReportStatus.Success));
    }

    [Test]
    public void The_time_between_two_requests_is_checked() =>
        Assert.That(() => new WaitForReportOptions { PollInterval = TimeSpan.FromSeconds(-1) }, Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("PollInterval"));

    [Test]
    public async Task A_product_that_this_version_does_not_know_keeps_its_columns()
    {
        Simulator.AddReportRecord(ReportProduct.MachineDetection, """{"account_id":"a","what":"new"}""");
        var report = await FinishedAsync(ReportProduct.MachineDetection);
        report.Product = new ReportProduct("TELEPATHY");
        var record = (await AllAsync(Vonage.Reports.ReadRecordsAsync(report))).Single();
        Assert.That((record.GetType(), record.AccountId, (string?)record.AdditionalProperties["what"]), Is.EqualTo((typeof(OtherRecord), "a", "new")));
    }

    [Test]
    public async Task A_canceled_report_ends_the_wait_and_cannot_be_canceled_twice()
    {
        var report = await Vonage.Reports.CreateReportAsync(new(ReportProduct.MachineDetection));
        await Vonage.Reports.CancelReportAsync(report.RequestId);
        Assert.That((await Vonage.Reports.WaitForReportAsync(report.RequestId)).RequestStatus, Is.EqualTo(ReportStatus.Aborted));
        await FailingAsync(() => Vonage.Reports.CancelReportAsync(report.RequestId), 409);
    }

    [Test]
    public async Task A_file_that_was_cut_or_is_no_file_is_an_error()
    {
        var whole = File(10);
        foreach (var length in new[] { whole.Length / 2, whole.Length - 1, 0 })
        {
            using var http = new HttpClient(Serving(whole[..length]));
            await Assert.ThrowsAsync<InvalidDataException>(() => AllAsync(new VonageClient(http, Simulator.Credentials).Reports.ReadRecordsAsync(Ready)));
        }
    }

    [TestCase("account_id,id\na,1,more\n", "3 cells below 2 columns")]
    [TestCase("account_id,id\na,\"1\n", "within quotation marks")]
    public async Task Values_that_are_not_what_the_columns_say_are_an_error(string csv, string reason)
    {
        using var http = new HttpClient(Serving(Zip(text => text.Write(csv))));
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => AllAsync(new VonageClient(http, Simulator.Credentials).Reports.ReadRecordsAsync(Ready)));
        Assert.That(error!.Message, Does.Contain(reason));
    }

    // A gigabyte, which takes a minute, if somebody asks for it: REPORT_MEGABYTES=1000.
    [Test]
    [Category("Slow")]
    public async Task A_file_is_read_in_memory_that_does_not_grow_with_it()
    {
        var size = int.Parse(Environment.GetEnvironmentVariable("REPORT_MEGABYTES") ?? "100", CultureInfo.InvariantCulture);
        var rows = (int)((long)size * Megabyte / TextLength);
        using var http = new HttpClient(Serving(File(rows)));
        var (read, most) = (0, 0L);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await foreach (var record in new VonageClient(http, Simulator.Credentials).Reports.ReadRecordsAsync(Ready))
        {
            if (++read % 5_000 != 0)
                continue;
            Assert.That(((SmsRecord)record).MessageBody, Has.Length.EqualTo(TextLength));
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.That(read, Is.EqualTo(rows));
        Assert.That(most, Is.LessThan(16 * Megabyte), $"of a file of {size} megabytes");
    }

    private static Report Ready => new() { RequestId = "one", RequestStatus = ReportStatus.Success, Product = ReportProduct.Sms, Links = new() { DownloadReport = new() { Href = new("https://api.nexmo.com/v3/media/one") } } };

    // A text that repeats becomes small, so that the server does not need a gigabyte either.
    private static byte[] File(int rows) => Zip(text =>
    {
        text.Write("account_id,id,message_body\n");
        var body = new string('x', TextLength);
        for (var i = 0; i < rows; i++)
            text.Write($"a,{i},\"{body}\"\n");
    });

    private static byte[] Zip(Action<StreamWriter> write)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var text = new StreamWriter(archive.CreateEntry("report.csv", CompressionLevel.Fastest).Open(), new UTF8Encoding(false), Megabyte);
            write(text);
        }

        return file.ToArray();
    }

    private async Task<Report> FinishedAsync(ReportProduct product)
    {
        var request = new CreateReportRequest(product) { Direction = product == ReportProduct.Sms ? ReportDirection.Outbound : default(ReportDirection?) };
        var report = await Vonage.Reports.CreateReportAsync(request);
        return await Vonage.Reports.WaitForReportAsync(report.RequestId, new() { PollInterval = TimeSpan.FromMilliseconds(1) });
    }

    private sealed class Heard(List<ReportStatus> states) : IProgress<Report>
    {
        public void Report(Report value) => states.Add(value.RequestStatus);
    }

    private static StubHandler Serving(byte[] file) =>
        new((_, _) => Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.OK) { Content = new ByteArrayContent(file) { Headers = { ContentType = new("application/octet-stream") } } }));
}
