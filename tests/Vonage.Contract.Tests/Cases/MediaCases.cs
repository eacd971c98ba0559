using Vonage.Media;

namespace Vonage.Contract.Tests.Cases;

internal static class MediaCases
{
    private static readonly DateTimeOffset Start = new(2020, 1, 1, 14, 0, 0, TimeSpan.Zero);

    public static IEnumerable<OperationCase> All()
    {
        yield return Case("list", "the newest", "GET", "v3/media", async (v, _) => Assert.That((await v.Media.ListAsync().FirstAsync()).OriginalFileName, Is.EqualTo("test.wav")), "page_index=0");
        yield return Case("list", "page", "GET", "v3/media", async (v, _) =>
        {
            var page = await v.Media.ListAsync(new() { Order = MediaOrder.Ascending, PageSize = 50, StartDate = Start, EndDate = Start.AddYears(100) }).AsPages().FirstAsync();
            Assert.That(page.TotalCount, Is.EqualTo(1));
            Assert.That(page.Items[0].Public, Is.False);
        }, "order=ascending&page_index=0&page_size=50&start_time=2020-01-01T14%3A00%3A00Z&end_time=2120-01-01T14%3A00%3A00Z");
        yield return Case("get", "", "GET", "v3/media/{media}/info", async (v, ids) => Assert.That((await v.Media.GetAsync(ids.Fill("{media}"))).MimeType, Is.EqualTo("audio/vnd.wave")));
        yield return Case("update", "", "PUT", "v3/media/{media}/info", (v, ids) => v.Media.UpdateAsync(ids.Fill("{media}"), new()
        {
            Public = true,
            MetadataPrimary = "foo,bar",
            MetadataSecondary = "123",
            Title = "Very important recording",
            Description = "Do not delete.",
            MimeType = "audio/x-wav",
            MaxDownloadsAllowed = 100,
        }), parts: "public=true&metadata_primary=foo,bar&metadata_secondary=123&title=Very important recording&description=Do not delete.&mime_type=audio/x-wav&max_downloads_allowed=100");
        yield return Case("update", "one field", "PUT", "v3/media/{media}/info", (v, ids) => v.Media.UpdateAsync(ids.Fill("{media}"), new() { Public = false }), parts: "public=false");
        yield return Case("download", "", "GET", "v3/media/{media}", async (v, ids) =>
        {
            using var file = new MemoryStream();
            await v.Media.DownloadAsync(ids.Fill("{media}"), file);
            Assert.That(file.Length, Is.Positive);
        });
        yield return Case("delete", "", "DELETE", "v3/media/{media}", (v, ids) => v.Media.DeleteAsync(ids.Fill("{media}")));
    }

    private static OperationCase Case(string operation, string variant, string method, string path, Func<IVonageClient, Ids, Task> call, string query = "", string? parts = null) =>
        new($"media.{operation}", variant, call) { Line = $"{method} api.nexmo.com/{path}", Query = query, Parts = parts };
}
