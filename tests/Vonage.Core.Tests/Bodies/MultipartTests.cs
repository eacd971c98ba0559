using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Vonage.Core.Pipeline;

namespace Vonage.Core.Tests;

internal sealed class MultipartTests : ServerTest
{
    private static readonly ApiOperation Upload = new("Files.upload", "POST", "/v1/files", Operations.Api, ApiAuthentication.Basic);

    [Test]
    public async Task Parts_arrive_with_their_names_and_types()
    {
        using var file = new MemoryStream([0, 1, 2, 3, 255]);
        file.Position = 1;
        await Client().SendAsync<Thing>(Request(w =>
        {
            w.Text("plain", "a ß");
            w.Text("unset", null);
            w.Text("list", ["1", "2"]);
            w.Text("joined", ["1", "2"], explode: false);
            w.Text("none", (IEnumerable<string>?)null);
            w.Json("object", new Thing { Name = "x" });
            w.Json("no object", null);
            w.File("upload", new FileContent(file, "pic \"1\".png", "image/png"));
            w.File("no file", null);
        }));
        var request = Server.Request;
        Assert.That(request.Header("Content-Length"), Is.EqualTo(request.Body.Length.ToString()));
        var parts = await ReadAsync(request);
        Assert.That(string.Join(" ", parts.Select(p => p.Name)), Is.EqualTo("plain list list joined object upload"));
        Assert.That(parts[0], Is.EqualTo(new Part("plain", null, null, "a ß")));
        Assert.That(parts[3].Text, Is.EqualTo("1,2"));
        Assert.That(parts[4], Is.EqualTo(new Part("object", null, "application/json", """{"name":"x"}""")));
        Assert.That(parts[5], Is.EqualTo(new Part("upload", "pic %221%22.png", "image/png", Encoding.UTF8.GetString([1, 2, 3, 255]))));
    }

    [Test]
    public async Task A_stream_of_unknown_length_is_sent_in_chunks()
    {
        await Client().SendAsync<Thing>(Request(w => w.File("upload", new FileContent(new OneWay("body"u8.ToArray()), "a.bin"))));
        Assert.That(Server.Request.Header("Content-Length"), Is.Null);
        Assert.That((await ReadAsync(Server.Request)).Single().Text, Is.EqualTo("body"));
    }

    [Test]
    public async Task A_file_is_sent_again_from_its_beginning()
    {
        using var stream = new MemoryStream("body"u8.ToArray());
        var file = new FileContent(stream, "a.bin");
        var request = Request(w => w.File("upload", file));
        await Client().SendAsync<Thing>(request);
        await Client().SendAsync<Thing>(request);
        Assert.That((await ReadAsync(Server.Requests.Last())).Single().Text, Is.EqualTo("body"));
    }

    [Test]
    public async Task A_stream_that_cannot_go_back_is_not_sent_twice()
    {
        var file = new FileContent(new OneWay([1]), "a.bin");
        var request = Request(w => w.File("upload", file));
        await Client().SendAsync<Thing>(request);
        Assert.That(async () => await Client().SendAsync<Thing>(request), Throws.InstanceOf<InvalidOperationException>().With.Message.Contains("a.bin"));
    }

    [Test]
    public async Task A_name_cannot_break_out_of_its_line()
    {
        await Client().SendAsync<Thing>(Request(w => w.File("up\r\nX: y", new FileContent(new MemoryStream([1]), "a\r\nb\".bin"))));
        Assert.That(Server.Request.Text, Does.Contain("name=\"up%0D%0AX: y\"; filename=\"a%0D%0Ab%22.bin\""));
    }

    [TestCase("image")]
    [TestCase("image/png\r\nX: y")]
    [TestCase("")]
    public void A_media_type_must_be_one(string type) => Assert.That(() => new FileContent(Stream.Null, "a", type), Throws.ArgumentException);

    private static ApiRequest Request(Action<MultipartWriter> write) => new ApiRequest(Upload, "/v1/files", null).Multipart(new Parts(write));

    private static async Task<List<Part>> ReadAsync(RecordedRequest request)
    {
        var boundary = request.Header("Content-Type")!.Split("boundary=")[1];
        var reader = new MultipartReader(boundary, new MemoryStream(request.Body));
        var parts = new List<Part>();
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            var disposition = section.GetContentDispositionHeader()!;
            using var text = new StreamReader(section.Body);
            parts.Add(new Part(disposition.Name.ToString(), disposition.FileName.HasValue ? disposition.FileName.ToString() : null, section.ContentType, await text.ReadToEndAsync()));
        }

        return parts;
    }

    private sealed record Part(string Name, string? FileName, string? ContentType, string Text);

    private sealed class Parts(Action<MultipartWriter> write) : IMultipartContent
    {
        public void WriteTo(MultipartWriter writer) => write(writer);
    }

    private sealed class OneWay(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
