using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;
using Vonage.Core.Pipeline;

namespace Vonage.Core.Tests;

/// <summary>Circuit breakers, pipelines of the caller's, the second region, and what a caller learns of a success.</summary>
internal sealed class PipelineTests : ServerTest
{
    [Test]
    public async Task A_circuit_opens_when_a_host_fails_and_lets_other_hosts_be()
    {
        var time = new ManualTime();
        Server.Reply(503, "{}");
        var client = Client(configure: o => (o.TimeProvider, o.CircuitBreaker, o.Hosts["api.nexmo.com"]) = (time, new() { MinimumThroughput = 2, BreakDuration = TimeSpan.FromSeconds(5) }, new Uri($"http://localhost:{Server.Address.Port}")));
        for (var i = 0; i < 2; i++)
            await Assert.ThrowsAsync<VonageApiException>(() => client.SendAsync(Operations.GetThing()));

        var error = (await Assert.ThrowsAsync<ApiRejectedException>(() => client.SendAsync(Operations.GetThing())))!;
        Assert.That(error.Message, Does.Contain("is open").And.Contain("CircuitBreaker").And.Contain("Nothing was sent."));
        Assert.That(error.RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(5)));
        Assert.That(Server.Requests, Has.Count.EqualTo(2));
        Server.Reply(200, "{}");
        await client.SendAsync(new ApiRequest(Operations.With("GET", ApiAuthentication.Basic), "/legacy", null));
        time.Advance(TimeSpan.FromSeconds(5));
        await client.SendAsync(Operations.GetThing());
    }

    [Test]
    public async Task An_open_circuit_ends_the_retries()
    {
        Server.Reply(503, "{}");
        var client = Client(configure: o => (o.Retry, o.CircuitBreaker) = (new() { MaxRetries = 5, Random = () => 0 }, new() { MinimumThroughput = 2 }));
        var error = (await Assert.ThrowsAsync<ApiRejectedException>(() => client.SendAsync(Operations.GetThing())))!;
        Assert.That((Server.Requests.Count, error.Attempts.Count), Is.EqualTo((2, 2)));
        Assert.That((error.StatusCode, error.WasSent), Is.EqualTo(((HttpStatusCode?)503, RequestSent.Yes)));
        Assert.That(error.Message, Does.Contain("Nothing was sent again."));
    }

    [Test]
    public async Task A_pipeline_of_polly_can_repeat_attempts_by_the_effect_of_the_operation()
    {
        Server.Reply(503, "{}");
        var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = 1,
            Delay = TimeSpan.Zero,
            ShouldHandle = arguments => new(arguments.Outcome.Result is { StatusCode: HttpStatusCode.ServiceUnavailable }
                && arguments.Context.Properties.TryGetValue(ApiOperation.ResilienceKey, out var operation) && operation.Effect != OperationEffect.Once),
        }).Build();
        var client = Client(configure: o => o.Pipeline = pipeline);
        await Assert.ThrowsAsync<VonageApiException>(() => client.SendAsync(Operations.GetThing()));
        Assert.That(Server.Requests, Has.Count.EqualTo(2));
        await Assert.ThrowsAsync<VonageApiException>(() => client.SendAsync(Operations.CreateThing(new Thing { Name = "a" })));
        Assert.That(Server.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_circuit_opens_by_timeouts_but_not_by_callers_who_cancel()
    {
        Server.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        var client = Client(configure: o => (o.Timeout, o.CircuitBreaker) = (TimeSpan.FromMilliseconds(100), new() { MinimumThroughput = 2, FailureRatio = 0.3 }));
        for (var i = 0; i < 4; i++)
        {
            using var source = new CancellationTokenSource(10);
            await Assert.CatchAsync<OperationCanceledException>(() => client.SendAsync(Operations.GetThing(new() { Timeout = TimeSpan.FromMinutes(1) }), source.Token));
        }

        // Two of six are enough, and one of five is not.
        for (var i = 0; i < 2; i++)
            await Assert.ThrowsAsync<ApiTimeoutException>(() => client.SendAsync(Operations.GetThing()));
        var error = (await Assert.ThrowsAsync<ApiRejectedException>(() => client.SendAsync(Operations.GetThing())))!;
        Assert.That((error.WasSent, error.Attempts.Count, error.StatusCode), Is.EqualTo((RequestSent.No, 0, (HttpStatusCode?)null)));
    }

    [Test]
    public async Task A_circuit_opens_by_the_timeout_of_the_http_client_and_of_an_attempt()
    {
        Server.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        using var http = new HttpClient { Timeout = TimeSpan.FromMilliseconds(50) };
        var client = new VonageApiClient(http, Keys.All, Options(o => o.CircuitBreaker = new() { MinimumThroughput = 2 }));
        for (var i = 0; i < 2; i++)
            await Assert.ThrowsAsync<ApiTimeoutException>(() => client.SendAsync(Operations.GetThing()));
        await Assert.ThrowsAsync<ApiRejectedException>(() => client.SendAsync(Operations.GetThing()));

        var time = new ManualTime();
        Server.Answer = context =>
        {
            time.Advance(TimeSpan.FromMilliseconds(50));
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        var retrying = Client(configure: o => (o.TimeProvider, o.AttemptTimeout, o.Retry, o.CircuitBreaker) = (time, TimeSpan.FromMilliseconds(50), new() { Random = () => 0 }, new() { MinimumThroughput = 2 }));
        var error = (await Assert.ThrowsAsync<ApiRejectedException>(() => retrying.SendAsync(Operations.GetThing())))!;
        Assert.That((error.WasSent, error.Attempts.Count, error.StatusCode), Is.EqualTo((RequestSent.Unknown, 2, (HttpStatusCode?)null)));
    }

    private static IEnumerable<TestCaseData> OfHandlers =>
    [
        new TestCaseData(new TimeoutRejectedException(TimeSpan.FromSeconds(7)), typeof(ApiTimeoutException), "within 7 s"),
        new TestCaseData(new TimeoutException("too slow"), typeof(ApiTimeoutException), "within 0"),
        new TestCaseData(new BrokenCircuitException(), typeof(ApiRejectedException), "a circuit breaker for https://api.nexmo.com is open"),
        new TestCaseData(new IsolatedCircuitException(), typeof(ApiRejectedException), "held the attempt back: The circuit is manually held open"),
        new TestCaseData(new TooManyException(), typeof(ApiRejectedException), "held the attempt back: Too many."),
        new TestCaseData(new OperationCanceledException("by a handler"), typeof(ApiConnectionException), "by a handler"),
    ];

    // A handler that fails before it sends a message with a body has certainly not sent it.
    [TestCaseSource(nameof(OfHandlers))]
    public async Task What_a_handler_of_the_applications_throws_has_its_kind(Exception thrown, Type kind, string words)
    {
        foreach (var (request, sent) in new[] { (Operations.GetThing(), RequestSent.Unknown), (Operations.CreateThing(new Thing { Name = "a" }), RequestSent.No) })
        {
            using var http = new HttpClient(new ThrowingHandler(thrown));
            var client = new VonageApiClient(http, Keys.All, new VonageClientOptions { Retry = RetryOptions.None, TimeProvider = new ManualTime() });
            var error = (ApiException)(await Assert.CatchAsync(() => client.SendAsync(request)))!;
            Assert.That((error.GetType(), error.WasSent, error.InnerException), Is.EqualTo((kind, sent, thrown)));
            Assert.That(error.Message, Does.Contain(words).And.Contain(sent == RequestSent.No ? "Nothing was sent." : kind == typeof(ApiRejectedException) ? "Whether anything was sent before is not known." : "The API may have processed the request."));
        }

        var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>().AddFallback(new() { ShouldHandle = _ => new(true), FallbackAction = _ => throw thrown }).Build();
        var ofPipeline = (ApiException)(await Assert.CatchAsync(() => Client(configure: o => o.Pipeline = pipeline).SendAsync(Operations.GetThing())))!;
        Assert.That(ofPipeline.GetType(), Is.EqualTo(kind));
    }

    [Test]
    public async Task Who_ends_an_attempt_wants_no_other()
    {
        using var handler = new ThrowingHandler(new OperationCanceledException("by a handler"));
        using var http = new HttpClient(handler);
        var error = (await Assert.ThrowsAsync<ApiConnectionException>(() => new VonageApiClient(http, Keys.All).SendAsync(Operations.GetThing())))!;
        Assert.That((handler.Count, error.Attempts.Count), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task A_pipeline_that_gives_up_is_a_timeout()
    {
        var time = new ManualTime();
        Server.Answer = context =>
        {
            time.Advance(TimeSpan.FromMilliseconds(50));
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }.AddTimeout(TimeSpan.FromMilliseconds(50)).Build();
        var error = (await Assert.ThrowsAsync<ApiTimeoutException>(() => Client(configure: o => o.Pipeline = pipeline).SendAsync(Operations.GetThing())))!;
        Assert.That(error.InnerException, Is.InstanceOf<TimeoutRejectedException>());
        Assert.That((error.Timeout, error.WasSent), Is.EqualTo((TimeSpan.FromMilliseconds(50), RequestSent.Unknown)));
    }

    [Test]
    public void A_pipeline_that_returns_nothing_is_at_fault()
    {
        var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>().AddFallback(new()
        {
            ShouldHandle = _ => new(true),
            FallbackAction = _ => Outcome.FromResultAsValueTask<HttpResponseMessage>(null!),
        }).Build();
        Assert.That(async () => await Client(configure: o => o.Pipeline = pipeline).SendAsync(Operations.GetThing()), Throws.InvalidOperationException.With.Message.Contains("returned null for Things.get"));
    }

    [Test]
    public async Task A_read_goes_to_the_second_region_when_the_first_cannot_be_reached()
    {
        var options = Options(o => (o.Retry, o.Region, o.FallbackRegion) = (new() { Random = () => 0 }, VonageRegion.AsiaPacific, VonageRegion.Europe));
        options.Hosts["api-ap.vonage.com"] = new Uri("http://127.0.0.1:9");
        options.Hosts["api-eu.vonage.com"] = Server.Address;
        var client = new VonageApiClient(Keys.All, options);
        await client.SendAsync(Operations.GetThing());
        Assert.That(Server.Requests, Has.Count.EqualTo(1));
        await Assert.ThrowsAsync<ApiConnectionException>(() => client.SendAsync(Operations.CreateThing(new Thing { Name = "a" })));
        await Assert.ThrowsAsync<ApiConnectionException>(() => client.SendAsync(Operations.GetThing(new RequestOptions { BaseAddress = new("http://127.0.0.1:9") })));
        Assert.That(Server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_caller_can_ask_for_status_headers_and_request_id_of_every_success()
    {
        var replies = new List<ApiResponse>();
        var options = new RequestOptions { OnReply = replies.Add };
        Server.Answer = context =>
        {
            context.Response.Headers["X-Request-Id"] = $"req-{Server.Requests.Count}";
            return LoopbackServer.Json(context, 201, "{}");
        };
        var client = Client();
        await client.SendAsync(Operations.GetThing(options));
        await client.SendAsync<Thing>(Operations.GetThing(options));
        using var file = new MemoryStream();
        await client.DownloadAsync(Operations.GetThing(options), file);
        var raw = new Vonage.Raw.RawClient(client);
        await raw.GetAsync<string>("https://api.nexmo.com/v1/things/1", null, ApiAuthentication.Basic, options);
        await raw.SendAsync(new RestSharp.RestRequest("https://api.nexmo.com/v1/things/1"), ApiAuthentication.Basic, options);
        Assert.That(replies.Select(r => (r.StatusCode, r.RequestId)), Is.EqualTo(Enumerable.Range(1, 5).Select(i => (HttpStatusCode.Created, $"req-{i}"))));
        Assert.That(replies.Select(r => r.Body), Is.All.Empty);

        Server.Reply(404, "{}");
        await Assert.ThrowsAsync<VonageApiException>(() => client.SendAsync(Operations.GetThing(options)));
        Assert.That(replies, Has.Count.EqualTo(5));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task What_the_callers_own_code_throws_ends_the_call_unchanged(bool isOfAnotherCall)
    {
        Server.Reply(503, "{}");
        Exception own = isOfAnotherCall ? (await Assert.ThrowsAsync<VonageApiException>(() => Client().SendAsync(Operations.GetThing(null))))! : new IOException("The disk is full.");
        Server.Requests.Clear();
        Server.Reply(200, "{}");
        var retrying = Client(configure: o => o.Retry = new());
        var error = await Assert.CatchAsync(() => retrying.SendAsync(Operations.GetThing(new RequestOptions { OnReply = _ => throw own })));
        Assert.That((error, Server.Requests.Count), Is.EqualTo((own, 1)));
    }

    private sealed class TooManyException() : ExecutionRejectedException("Too many.");

    private sealed class ThrowingHandler(Exception error) : HttpMessageHandler
    {
        public int Count { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            return Task.FromException<HttpResponseMessage>(error);
        }
    }
}
