using System.Text;
using Vonage.Media;
using Vonage.Reports;

namespace Vonage.Contract.Tests.Apis;

public class MediaTests : SimulatedApi
{
    [Test]
    public async Task Files_are_listed_on_all_pages_the_newest_first()
    {
        List<string> ids = [.. Enumerable.Range(0, 45).Select(i => Simulator.AddMedia($"{i}.wav", "audio/x-wav", new byte[i]))];

        Assert.That((await AllAsync(Vonage.Media.ListAsync())).Select(item => item.Id), Is.EqualTo(Enumerable.Reverse(ids)));
        Assert.That((await AllAsync(Vonage.Media.ListAsync(new() { Order = MediaOrder.Ascending, PageSize = 7 }))).Select(item => item.Id), Is.EqualTo(ids));
        Assert.That(Simulator.Requests.Select(request => request.Query["page_index"].ToString()), Is.EqualTo([.. "012".Select(page => $"{page}"), .. "0123456".Select(page => $"{page}")]));
        Assert.That(await AllAsync(Vonage.Media.ListAsync(new() { EndDate = DateTimeOffset.UtcNow.AddDays(-1) })), Is.Empty);
    }

    [Test]
    public async Task What_is_changed_is_read_back_and_what_is_deleted_is_gone()
    {
        var id = Simulator.AddMedia("test.wav", "audio/x-wav", "RIFF"u8.ToArray());

        await Vonage.Media.UpdateAsync(id, new() { Public = true, MaxDownloadsAllowed = 3, MetadataPrimary = "a & b", Title = "Titel" });
        var item = await Vonage.Media.GetAsync(id);
        Assert.That((item.Public, item.MaxDownloadsAllowed, item.MetadataPrimary, item.MediaSize, item.OriginalFileName), Is.EqualTo(((bool?)true, (int?)3, "a & b", (long?)4, "test.wav")));
        Assert.That((string?)item.AdditionalProperties["title"], Is.EqualTo("Titel"), "the reference does not list it");

        await Vonage.Media.DeleteAsync(id);
        await FailingAsync(() => Vonage.Media.GetAsync(id), 404);
        await FailingAsync(() => Vonage.Media.UpdateAsync(id, new()), 404);
        await FailingAsync(() => Vonage.Media.DeleteAsync(id), 404);
        await FailingAsync(() => Vonage.Media.DownloadAsync(id, Stream.Null), 404);
    }

    [Test]
    public async Task A_file_is_downloaded_with_its_media_type()
    {
        var id = Simulator.AddMedia("test.txt", "text/plain", "Grüße"u8.ToArray());
        using var file = new MemoryStream();
        var steps = new Steps();
        string? type = null;

        await Vonage.Media.DownloadAsync(id, file, steps, new() { OnReply = reply => type = reply.Headers["Content-Type"][0] });

        Assert.That((Encoding.UTF8.GetString(file.ToArray()), type, steps.All[^1]), Is.EqualTo(("Grüße", "text/plain", 7L)));
        Assert.That((await Vonage.Media.GetAsync(id)).TimesDownloaded, Is.EqualTo(1));
    }

    [Test]
    public async Task Files_of_reports_are_at_the_same_path()
    {
        var id = Simulator.AddMedia("test.wav", "audio/x-wav", "RIFF"u8.ToArray());
        var report = await Vonage.Reports.CreateReportAsync(new(ReportProduct.MachineDetection));
        await Vonage.Reports.WaitForReportAsync(report.RequestId, new() { PollInterval = TimeSpan.FromMilliseconds(1) });

        await Vonage.Reports.DownloadReportAsync(report.RequestId, Stream.Null);
        await Vonage.Media.DownloadAsync(id, Stream.Null);

        Assert.That(Simulator.Requests.TakeLast(2).Select(request => request.Operation), Is.EqualTo(["reports.downloadReport", "media.download"]));
    }
}
