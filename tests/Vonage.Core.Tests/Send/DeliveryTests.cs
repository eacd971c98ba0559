using System.Net;
using System.Net.Sockets;
using Polly;
using Polly.Simmy;
using Vonage.Core.Pipeline;

namespace Vonage.Core.Tests;

/// <summary>Every failure says truthfully whether the request was sent.</summary>
internal sealed class DeliveryTests
{
    [TestCase("GET")]
    [TestCase("POST")]
    public async Task A_server_that_refuses_the_connection_received_nothing(string method)
    {
        var error = await FailAsync<ApiConnectionException>(new Uri($"http://127.0.0.1:{Ports.Free()}"), method);
        Assert.That((error.WasSent, error.StatusCode), Is.EqualTo((RequestSent.No, (HttpStatusCode?)null)));
        Assert.That(error.Message, Does.StartWith("Things.legacy failed: no connection was established. Nothing was sent."));
    }

    [TestCase("GET")]
    [TestCase("POST")]
    public async Task Neither_did_a_server_whose_name_is_unknown(string method) =>
        Assert.That((await FailAsync<ApiConnectionException>(new Uri("http://nowhere.invalid"), method)).WasSent, Is.EqualTo(RequestSent.No));

    [TestCase("GET")]
    [TestCase("POST")]
    public async Task Neither_did_one_whose_TLS_handshake_fails(string method)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var call = FailAsync<ApiConnectionException>(new Uri($"https://{listener.LocalEndpoint}"), method);
        using (var connection = await listener.AcceptTcpClientAsync())
            await connection.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());
        Assert.That((await call).WasSent, Is.EqualTo(RequestSent.No));
    }

    [Test]
    public async Task Neither_did_one_behind_a_proxy_that_refuses()
    {
        await using var proxy = RawServer.Saying("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
        using var http = new HttpClient(new SocketsHttpHandler { Proxy = new WebProxy(proxy.Address) });
        var client = new VonageApiClient(http, Keys.All, new VonageClientOptions { Hosts = { ["rest.nexmo.com"] = new Uri("https://api.example") } });
        var error = (await Assert.ThrowsAsync<ApiConnectionException>(() => client.SendAsync(Request("POST"))))!;
        Assert.That(error.WasSent, Is.EqualTo(RequestSent.No));
    }

    // A handler has a time of its own for connecting; without one, the deadline of the call ends the attempt.
    [TestCase("GET", true, ExpectedResult = RequestSent.No)]
    [TestCase("POST", true, ExpectedResult = RequestSent.No)]
    [TestCase("POST", false, ExpectedResult = RequestSent.No)]
    [TestCase("GET", false, ExpectedResult = RequestSent.Unknown)]
    public async Task<RequestSent> A_connection_that_never_comes(string method, bool byHandler)
    {
        var time = new ManualTime();
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (_, token) =>
            {
                time.Advance(TimeSpan.FromSeconds(1));
                await Task.Delay(Timeout.Infinite, token);
                throw new InvalidOperationException();
            },
        };
        if (byHandler)
            handler.ConnectTimeout = TimeSpan.FromMilliseconds(50);
        using var http = new HttpClient(handler);
        var client = new VonageApiClient(http, Keys.All, byHandler ? new() : new VonageClientOptions { TimeProvider = time, Timeout = TimeSpan.FromSeconds(1) });
        var error = (await Assert.CatchAsync<ApiException>(() => client.SendAsync(Request(method))))!;
        Assert.That(error, Is.InstanceOf(byHandler ? typeof(ApiConnectionException) : typeof(ApiTimeoutException)));
        Assert.That(error.Message, error.WasSent == RequestSent.No ? Does.Contain("Nothing was sent") : Does.Contain("may have processed"));
        return error.WasSent;
    }

    [TestCase("GET")]
    [TestCase("POST")]
    public async Task A_server_that_reads_and_closes_may_have_processed_it(string method)
    {
        await using var server = new RawServer(async exchange =>
        {
            await exchange.ReadBodyAsync();
            exchange.Reset();
        });
        var error = await FailAsync<ApiConnectionException>(server.Address, method);
        Assert.That(error.WasSent, Is.EqualTo(RequestSent.Unknown));
        Assert.That(error.Message, Does.StartWith("Things.legacy failed: no response was received. The API may have processed the request."));
    }

    [Test]
    public async Task A_server_that_stays_silent_may_have_processed_it()
    {
        var time = new ManualTime();
        await using var server = new RawServer(exchange =>
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            return exchange.WaitForEndAsync();
        });
        var error = await FailAsync<ApiTimeoutException>(server.Address, "POST", options => (options.Timeout, options.TimeProvider) = (TimeSpan.FromMilliseconds(100), time));
        Assert.That((error.WasSent, error.StatusCode), Is.EqualTo((RequestSent.Unknown, (HttpStatusCode?)null)));
        Assert.That(error.Message, Does.Contain("no complete response was received within 0.1 s. The API may have processed the request."));
    }

    [TestCase(200, "{")]
    [TestCase(400, "{}")]
    public async Task Whoever_answers_received_it(int status, string body)
    {
        await using var server = RawServer.Saying($"HTTP/1.1 {status} X\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        Assert.That((await FailAsync<VonageApiException>(server.Address, "POST")).WasSent, Is.EqualTo(RequestSent.Yes));
    }

    // The first attempt decides: it may have been processed.
    [TestCase("reset", "refuse", ExpectedResult = RequestSent.Unknown)]
    [TestCase("refuse", "refuse", ExpectedResult = RequestSent.No)]
    public async Task<RequestSent> All_attempts_count(string first, string second)
    {
        var attempts = new Queue<string>([first, second]);
        using var http = new HttpClient(new StubHandler((_, _) => throw (attempts.Dequeue() == "reset"
            ? new HttpRequestException(HttpRequestError.ResponseEnded, null, new IOException("reset", new SocketException(104)))
            : new HttpRequestException(HttpRequestError.ConnectionError, null, new SocketException(111)))));
        var client = new VonageApiClient(http, Keys.All, new VonageClientOptions { Retry = new() { MaxRetries = 1, Random = () => 0 } });
        return (await Assert.ThrowsAsync<ApiConnectionException>(() => client.SendAsync(Request("GET"))))!.WasSent;
    }

    [Test]
    public async Task What_waits_until_its_time_is_over_was_not_sent()
    {
        var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>().AddChaosLatency(1, TimeSpan.FromHours(1)).Build();
        var client = new VonageApiClient(Keys.All, new VonageClientOptions { Pipeline = pipeline, Timeout = TimeSpan.FromMilliseconds(50) });
        var error = (await Assert.ThrowsAsync<ApiTimeoutException>(() => client.SendAsync(Request("GET"))))!;
        Assert.That((error.WasSent, error.Message), Is.EqualTo((RequestSent.No, "Things.legacy failed: it was not sent within 0.05 s. Nothing was sent.")));
    }

    private static ApiRequest Request(string method) => new(Operations.With(method, ApiAuthentication.Basic), "/v1/things", null);

    private static async Task<T> FailAsync<T>(Uri address, string method, Action<VonageClientOptions>? configure = null)
        where T : ApiException
    {
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All });
        var options = new VonageClientOptions { Retry = RetryOptions.None, Hosts = { ["rest.nexmo.com"] = address } };
        configure?.Invoke(options);
        var client = new VonageApiClient(http, Keys.All, options);
        return (await Assert.ThrowsAsync<T>(() => client.SendAsync<Thing>(Request(method))))!;
    }
}
