using System.Net;
using Polly;
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
        Assert.That((Server.Requests.Count, error.Attempts.Count), Is.EqualTo((2, 3)));
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
    public async Task A_pipeline_that_gives_up_is_a_failure_of_the_connection()
    {
        Server.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>().AddTimeout(TimeSpan.FromMilliseconds(50)).Build();
        var error = (await Assert.ThrowsAsync<ApiConnectionException>(() => Client(configure: o => o.Pipeline = pipeline).SendAsync(Operations.GetThing())))!;
        Assert.That(error.InnerException!.InnerException, Is.InstanceOf<TimeoutRejectedException>());
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
}
