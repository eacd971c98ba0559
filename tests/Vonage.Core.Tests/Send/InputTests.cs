using System.Net;
using Vonage.Core.Pipeline;
using Vonage.Raw;

namespace Vonage.Core.Tests;

/// <summary>What callers hand in and what fails of their own: refused before anything is sent, or theirs to see.</summary>
internal sealed class InputTests : ServerTest
{
    [TestCase("X-Null", null, "without a value")]
    [TestCase("X-Name", "gr\u00f6\u00dfe-secret", "not printable ASCII")]
    [TestCase("X-Name", "secret\u2028", "not printable ASCII")]
    [TestCase("X-Name", "secret\u007f", "not printable ASCII")]
    [TestCase("X-Name", "secret\u0001", "not printable ASCII")]
    [TestCase("X-Name", "secret\r\nX-Other: 1", "line break")]
    [TestCase("Authorization", "Bearer secret-\u20ac", "not printable ASCII")]
    [TestCase("a b", "secret", "name of a header")]
    [TestCase("", "secret", "name of a header")]
    [TestCase("größe", "secret", "name of a header")]
    [TestCase("Content-Length", "secret", "client sets itself")]
    [TestCase("content-length", "secret7", "client sets itself")]
    [TestCase("Host", "secret.example", "client sets itself")]
    [TestCase("Transfer-Encoding", "chunked", "client sets itself")]
    [TestCase("TE", "trailers", "client sets itself")]
    [TestCase("Trailer", "X-Secret", "client sets itself")]
    [TestCase("Upgrade", "h2c", "client sets itself")]
    [TestCase("Keep-Alive", "timeout=5", "client sets itself")]
    [TestCase("Proxy-Connection", "keep-alive", "client sets itself")]
    public async Task A_header_that_cannot_be_sent_is_refused(string name, string? value, string rule)
    {
        var options = new RequestOptions { Headers = { [name] = value! } };
        foreach (var call in new Func<Task>[]
        {
            () => Client().SendAsync<Thing>(Operations.CreateThing(new Thing { Name = "a" }, options)),
            () => Client().SendAsync(Operations.GetThing(options)),
            () => Client().DownloadAsync(Operations.GetThing(options), Stream.Null),
            () => new RawClient(Client()).GetAsync<string>("https://api.nexmo.com/a", null, ApiAuthentication.Jwt, options),
        })
        {
            var error = (await Assert.ThrowsAsync<InvalidRequestException>(call))!;
            Assert.That(error.Field, Is.EqualTo(name));
            Assert.That(error.Message, Does.Contain(rule));
            if (value is not null)
                Assert.That(error.ToString(), Does.Not.Contain(value).And.Not.Contain("secret"));
        }

        Assert.That(Server.Requests, Is.Empty);
    }

    [Test]
    public async Task A_header_with_a_tab_is_sent()
    {
        await Client().SendAsync(Operations.GetThing(new RequestOptions { Headers = { ["X-Tab"] = "a\tb" } }));
        Assert.That(Server.Request.Header("X-Tab"), Is.EqualTo("a\tb"));
    }

    [TestCase(0)]
    [TestCase(100_000)]
    public async Task An_upload_whose_stream_fails_fails_in_its_own_words(int after)
    {
        foreach (var failure in new Exception[] { new IOException("disk gone"), new InvalidOperationException("mine"), new ObjectDisposedException("file"), new HttpRequestException("my own source") })
        {
            var upload = Upload(new FailingStream(after, failure));
            Assert.That(await Assert.CatchAsync(() => Client().SendAsync(upload)), Is.SameAs(failure));
        }

        Assert.That(Server.Requests, Is.Empty, "no request was complete");
    }

    [Test]
    public async Task So_does_one_whose_progress_fails()
    {
        var failure = new IOException("window closed");
        var request = new ApiRequest(Operations.With("POST", ApiAuthentication.Basic), "/legacy", null)
            .Multipart(new File(new FileContent(new MemoryStream(new byte[200_000]), "a.bin") { Progress = new FailingProgress(failure) }));
        Assert.That(await Assert.CatchAsync(() => Client().SendAsync(request)), Is.SameAs(failure));
    }

    [TestCase("write")]
    [TestCase("progress")]
    public async Task So_does_a_download_whose_destination_or_progress_fails(string where)
    {
        Server.Answer = context => context.Response.Body.WriteAsync(new byte[300_000]).AsTask();
        foreach (var failure in new Exception[] { new IOException("disk full"), new HttpRequestException("my own sink"), new OperationCanceledException("mine"), new InvalidDataException("mine") })
            Assert.That(
                await Assert.CatchAsync(() => where == "write"
                    ? Client().DownloadAsync(Operations.GetThing(), new FailingStream(0, failure))
                    : Client().DownloadAsync(Operations.GetThing(), Stream.Null, new FailingProgress(failure))),
                Is.SameAs(failure));
    }

    [Test]
    public async Task A_refusal_of_an_upload_is_heard_before_the_file_is_sent()
    {
        await using var server = new RawServer(async exchange =>
        {
            await exchange.WriteAsync("HTTP/1.1 413 Content Too Large\r\nX-Request-Id: 1\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
            exchange.Close();
        });
        var client = new VonageApiClient(Keys.All, new VonageClientOptions { Hosts = { ["rest.nexmo.com"] = server.Address } });
        var error = (await Assert.ThrowsAsync<VonageApiException>(() => client.SendAsync(Upload(new MemoryStream(new byte[20_000_000])))))!;
        Assert.That((error.StatusCode, error.RequestId, error.WasSent, server.Lines.Count), Is.EqualTo(((HttpStatusCode?)HttpStatusCode.RequestEntityTooLarge, "1", RequestSent.Yes, 1)));
    }

    [Test]
    public async Task A_server_that_ignores_the_question_gets_the_file_all_the_same()
    {
        await Client().SendAsync(Upload(new MemoryStream(new byte[100_000])));
        Assert.That(Server.Request.Body, Has.Length.GreaterThan(100_000));
    }

    private static ApiRequest Upload(Stream content) =>
        new ApiRequest(Operations.With("POST", ApiAuthentication.Basic), "/legacy", null).Multipart(new File(new FileContent(content, "a.bin")));

    private sealed class File(FileContent content) : IMultipartContent
    {
        public void WriteTo(MultipartWriter writer) => writer.File("file", content);
    }

    private sealed class FailingProgress(Exception failure) : IProgress<long>
    {
        public void Report(long value) => throw failure;
    }

    private sealed class FailingStream(int after, Exception failure) : ScriptedStream
    {
        private int _left = after;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_left <= 0)
                throw failure;
            var count = Math.Min(_left, buffer.Length);
            _left -= count;
            return new(count);
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => throw failure;
    }
}
