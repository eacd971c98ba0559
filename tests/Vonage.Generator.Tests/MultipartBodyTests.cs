using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

internal sealed class MultipartBodyTests() : GeneratedTest("Vonage.Bodies")
{
    [Test]
    public async Task Parts_are_text_JSON_and_files_each_with_its_content_type()
    {
        await RunAsync("""
            await new BodiesClient(api).UploadAsync(new Upload
            {
                Title = "Ä", Meta = new OrderPart { Name = "m" }, Size = 3, Tags = { "a", "b" },
                File = new FileContent(new MemoryStream([65, 66]), "a.png", "image/png"),
                Thumbnail = new FileContent(new MemoryStream([67]), "b.bin"),
            });
            """);

        Assert.That(await Sent.PartsAsync(), Is.EquivalentTo((SentPart[])
        [
            new("title", null, null, "Ä"),
            new("size", null, null, "3"),
            new("meta", null, "application/json", """{"name":"m"}"""),
            new("tags", null, null, "a"),
            new("tags", null, null, "b"),
            new("file", "a.png", "image/png", "AB"),
            new("thumbnail", "b.bin", "application/octet-stream", "C"),
        ]));
    }

    [Test]
    public async Task Unset_parts_are_not_on_the_wire()
    {
        await RunAsync("""
            await new BodiesClient(api).UploadAsync(new Upload { Title = "t", Meta = new OrderPart(), File = new FileContent(new MemoryStream([65]), "a") });
            """);

        Assert.That((await Sent.PartsAsync()).Select(p => p.Name), Is.EquivalentTo((string[])["title", "meta", "file"]));
    }

    [TestCase("title", "Meta = new OrderPart(), File = new FileContent(Stream.Null, \"a\")")]
    [TestCase("meta", "Title = \"t\", File = new FileContent(Stream.Null, \"a\")")]
    [TestCase("file", "Title = \"t\", Meta = new OrderPart()")]
    public async Task What_is_required_must_be_set(string field, string initializer) =>
        Assert.That((await RefusalAsync($$"""await new BodiesClient(api).UploadAsync(new Upload { {{initializer}} });""")).Field, Is.EqualTo(field));
}
