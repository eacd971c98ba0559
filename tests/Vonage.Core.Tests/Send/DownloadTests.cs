using System.Net;
using Vonage.Core.Pipeline;

namespace Vonage.Core.Tests;

internal sealed class DownloadTests : ServerTest
{
    private static readonly byte[] File = [.. Enumerable.Range(0, 300_000).Select(i => (byte)i)];

    [Test]
    public async Task A_file_is_copied_as_it_comes()
    {
        Server.Answer = context => context.Response.Body.WriteAsync(File).AsTask();
        using var destination = new MemoryStream();
        var progress = new Progress();
        await Client().DownloadAsync(new ApiRequest(Operations.Get, "/v1/files/1", null) { Accept = "audio/mpeg" }, destination, progress);
        Assert.That(destination.ToArray(), Is.EqualTo(File));
        Assert.That(progress.Reports, Is.Ordered.And.Not.Empty);
        Assert.That(progress.Reports[^1], Is.EqualTo(File.Length));
        Assert.That(Server.Request.Header("Accept"), Is.EqualTo("audio/mpeg"));
        Assert.That(Server.Request.Header("Authorization"), Does.StartWith("Bearer "));
    }

    [Test]
    public async Task An_error_is_the_apis_error()
    {
        Server.Reply(404, """{"title":"Not found"}""");
        using var destination = new MemoryStream();
        var error = (await Assert.ThrowsAsync<VonageApiException>(() => Client().DownloadAsync(Operations.GetThing(), destination)))!;
        Assert.That((error.Problem!.Title, destination.Length), Is.EqualTo(("Not found", 0L)));
    }

    [Test]
    public void A_file_that_breaks_off_is_a_connection_error()
    {
        Server.Answer = async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.Body.WriteAsync(new byte[10]);
            await context.Response.Body.FlushAsync();
            context.Abort();
        };
        Assert.That(async () => await Client().DownloadAsync(Operations.GetThing(), Stream.Null), Throws.InstanceOf<ApiConnectionException>());
    }

    [Test]
    public void A_destination_that_fails_fails_in_its_own_words()
    {
        Server.Answer = context => context.Response.Body.WriteAsync(File).AsTask();
        Assert.That(async () => await Client().DownloadAsync(Operations.GetThing(), new FullDisk()), Throws.InstanceOf<IOException>().With.Message.EqualTo("disk full"));
    }

    [Test]
    public async Task The_time_of_a_download_starts_again_with_each_piece()
    {
        var time = new ManualTime(DateTimeOffset.UtcNow);
        var pieces = new Pieces(5, () => time.Advance(TimeSpan.FromSeconds(60)));
        var handler = new StubHandler((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(pieces) }));
        var client = new VonageApiClient(new HttpClient(handler), Keys.All, new VonageClientOptions { TimeProvider = time });
        using var destination = new MemoryStream();
        await client.DownloadAsync(Operations.GetThing(), destination);
        Assert.That(destination.Length, Is.EqualTo(5));
    }

    [Test]
    public void A_download_with_a_time_of_its_own_has_no_more_than_that()
    {
        var time = new ManualTime(DateTimeOffset.UtcNow);
        var pieces = new Pieces(5, () => time.Advance(TimeSpan.FromSeconds(60)));
        var handler = new StubHandler((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(pieces) }));
        var client = new VonageApiClient(new HttpClient(handler), Keys.All, new VonageClientOptions { TimeProvider = time });
        var options = new RequestOptions { Timeout = TimeSpan.FromSeconds(150) };
        Assert.That(async () => await client.DownloadAsync(Operations.GetThing(options), Stream.Null), Throws.InstanceOf<ApiTimeoutException>());
    }

    [Test]
    public async Task A_url_on_an_overridden_host_goes_to_the_override_with_credentials()
    {
        await Client().DownloadAsync(new Uri("https://api.nexmo.com/v1/files/1?x=%20y"), ApiAuthentication.Jwt, Stream.Null);
        Assert.That((Server.Request.Path, Server.Request.Query), Is.EqualTo(("/v1/files/1", "?x=%20y")));
        Assert.That(Server.Request.Header("Authorization"), Does.StartWith("Bearer "));
    }

    [Test]
    public async Task A_url_on_the_override_itself_gets_credentials()
    {
        await Client().DownloadAsync(new Uri(Server.Address, "/v1/files/1"), ApiAuthentication.Jwt, Stream.Null);
        Assert.That(Server.Request.Header("Authorization"), Does.StartWith("Bearer "));
    }

    [TestCase("https://api.nexmo.com/v1/files/1")]
    [TestCase("https://API-US-3.VONAGE.COM/v1/files/1")]
    [TestCase("https://api.nexmo.com:443/v1/files/1")]
    public async Task Vonages_own_hosts_get_credentials(string url)
    {
        var handler = new StubHandler();
        await new VonageApiClient(new HttpClient(handler), Keys.All).DownloadAsync(new Uri(url), ApiAuthentication.Jwt, Stream.Null);
        Assert.That(handler.Request.Header("Authorization"), Does.StartWith("Bearer "));
    }

    [TestCase("http://api.nexmo.com/v1/files/1")]
    [TestCase("https://api.nexmo.com:8443/v1/files/1")]
    [TestCase("https://api.nexmo.com.evil.example/v1/files/1")]
    [TestCase("https://evil.example/api.nexmo.com")]
    [TestCase("https://xapi.nexmo.com/")]
    [TestCase("https://user@api.nexmo.com/")]
    [TestCase("https://api.nexmo.com@evil.example/")]
    [TestCase("http://127.0.0.1:1/")]
    [TestCase("ftp://api.nexmo.com/")]
    [TestCase("/v1/files/1")]
    public void Strangers_get_neither_credentials_nor_a_request(string url)
    {
        var handler = new StubHandler();
        var client = new VonageApiClient(new HttpClient(handler), Keys.All, new VonageClientOptions { Hosts = { ["rest.nexmo.com"] = Server.Address } });
        Assert.That(
            async () => await client.DownloadAsync(new Uri(url, UriKind.RelativeOrAbsolute), ApiAuthentication.Jwt, Stream.Null),
            Throws.InstanceOf<InvalidRequestException>());
        Assert.That(handler.Sent, Is.Empty);
    }

    [Test]
    public async Task An_open_url_may_be_anywhere()
    {
        var handler = new StubHandler();
        await new VonageApiClient(new HttpClient(handler), Keys.All).DownloadAsync(new Uri("https://cdn.example/a.mp3"), ApiAuthentication.None, Stream.Null);
        Assert.That(handler.Request.Header("Authorization"), Is.Null);
    }

    [Test]
    public async Task A_redirect_to_a_stranger_is_followed_without_credentials()
    {
        var handler = new StubHandler((request, _) => Task.FromResult(request.RequestUri!.Host == "api.nexmo.com"
            ? StubHandler.Redirect("https://storage.example/a.mp3?sig=1")
            : new HttpResponseMessage { Content = new ByteArrayContent([1, 2]) }));
        using var destination = new MemoryStream();
        var options = new RequestOptions { Headers = { ["X-Mine"] = "1" }, Timeout = TimeSpan.FromSeconds(5) };
        await new VonageApiClient(new HttpClient(handler), Keys.All).DownloadAsync(new Uri("https://api.nexmo.com/v1/files/1"), ApiAuthentication.Jwt, destination, options);
        Assert.That(destination.Length, Is.EqualTo(2));
        Assert.That(handler.Sent[0].Request.Header("Authorization"), Does.StartWith("Bearer "));
        Assert.That(handler.Sent[1].Url.AbsoluteUri, Is.EqualTo("https://storage.example/a.mp3?sig=1"));
        Assert.That((handler.Sent[1].Request.Header("Authorization"), handler.Sent[1].Request.Header("X-Mine")), Is.EqualTo(((string?)null, (string?)null)));
    }

    [Test]
    public async Task A_redirect_among_vonages_hosts_keeps_the_credentials()
    {
        var handler = new StubHandler((request, _) => Task.FromResult(request.RequestUri!.Host == "api.nexmo.com"
            ? StubHandler.Redirect("https://api-us-3.vonage.com/v1/files/1", HttpStatusCode.TemporaryRedirect)
            : new HttpResponseMessage()));
        await new VonageApiClient(new HttpClient(handler), Keys.All).DownloadAsync(Operations.GetThing(), Stream.Null);
        Assert.That(handler.Sent[1].Request.Header("Authorization"), Does.StartWith("Bearer "));
    }

    [Test]
    public async Task A_host_for_one_call_is_for_its_first_step()
    {
        var handler = new StubHandler((request, _) => Task.FromResult(request.RequestUri!.Host == "proxy.example"
            ? StubHandler.Redirect("https://storage.example/a.mp3")
            : new HttpResponseMessage()));
        var options = new RequestOptions { BaseAddress = new Uri("https://proxy.example/base/") };
        await new VonageApiClient(new HttpClient(handler), Keys.All).DownloadAsync(new Uri("https://api.nexmo.com/v1/files/1?x=1"), ApiAuthentication.Jwt, Stream.Null, options);
        Assert.That(handler.Sent.Select(s => s.Url.AbsoluteUri), Is.EqualTo((string[])["https://proxy.example/base/v1/files/1?x=1", "https://storage.example/a.mp3"]));
    }

    [Test]
    public void Only_what_is_fetched_is_redirected()
    {
        var handler = new StubHandler((_, _) => Task.FromResult(StubHandler.Redirect("https://api.nexmo.com/elsewhere")));
        Assert.That(
            async () => await new VonageApiClient(new HttpClient(handler), Keys.All).DownloadAsync(Operations.CreateThing(new Thing { Name = "a" }), Stream.Null),
            Throws.InstanceOf<VonageApiException>());
        Assert.That(handler.Sent, Has.Count.EqualTo(1));
    }

    [TestCase("http://api.nexmo.com/v1/files/1")]
    [TestCase("http://storage.example/")]
    public void A_redirect_to_plain_http_is_not_followed(string location)
    {
        var handler = new StubHandler((_, _) => Task.FromResult(StubHandler.Redirect(location)));
        Assert.That(
            async () => await new VonageApiClient(new HttpClient(handler), Keys.All).DownloadAsync(Operations.GetThing(), Stream.Null),
            Throws.InstanceOf<VonageApiException>().With.Message.Contains("HTTPS"));
        Assert.That(handler.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public void Redirects_come_to_an_end()
    {
        var handler = new StubHandler((_, _) => Task.FromResult(StubHandler.Redirect("/round/and/round")));
        Assert.That(
            async () => await new VonageApiClient(new HttpClient(handler), Keys.All).DownloadAsync(Operations.GetThing(), Stream.Null),
            Throws.InstanceOf<VonageApiException>().With.Property("StatusCode").EqualTo(HttpStatusCode.Found));
        Assert.That(handler.Sent, Has.Count.EqualTo(6));
    }

    [Test]
    public void The_http_clients_default_authorization_does_not_go_to_a_stranger()
    {
        var handler = new StubHandler((_, _) => Task.FromResult(StubHandler.Redirect("https://storage.example/")));
        using var http = new HttpClient(handler);
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer mine");
        Assert.That(
            async () => await new VonageApiClient(http, Keys.All).DownloadAsync(Operations.GetThing(), Stream.Null),
            Throws.InstanceOf<VonageApiException>().With.Message.Contains("storage.example"));
        Assert.That(handler.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public void What_is_missing_is_an_argument_error()
    {
        Assert.That(() => Client().DownloadAsync((ApiRequest)null!, Stream.Null), Throws.ArgumentNullException);
        Assert.That(() => Client().DownloadAsync(Operations.GetThing(), null!), Throws.ArgumentNullException);
        Assert.That(() => Client().DownloadAsync((Uri)null!, ApiAuthentication.None, Stream.Null), Throws.ArgumentNullException);
        Assert.That(() => Client().DownloadAsync(new Uri("https://a.example"), ApiAuthentication.None, null!), Throws.ArgumentNullException);
    }

    private sealed class Progress : IProgress<long>
    {
        public List<long> Reports { get; } = [];

        public void Report(long value) => Reports.Add(value);
    }

    private sealed class FullDisk : ScriptedStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("disk full");
    }

    private sealed class Pieces(int count, Action between) : ScriptedStream
    {
        private int _left = count;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            between();
            cancellationToken.ThrowIfCancellationRequested();
            return new(_left-- > 0 ? 1 : 0);
        }
    }
}
