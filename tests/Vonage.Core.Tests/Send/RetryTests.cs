using System.Net;
using Microsoft.AspNetCore.Http;
using Vonage.Core.Pipeline;

namespace Vonage.Core.Tests;

/// <summary>When a call that failed is tried again, and when not.</summary>
internal sealed class RetryTests : ServerTest
{
    private static readonly RetryOptions AtOnce = new() { Random = () => 0 };

    private static readonly string[] Methods = ["GET", "HEAD", "PUT", "DELETE", "POST", "PATCH"];

    private static readonly int[] Statuses = [408, 429, 500, 502, 503, 504];

    private static IEnumerable<TestCaseData> Failures =>
        from method in Methods
        from status in Statuses
        select new TestCaseData(method, status);

    [TestCaseSource(nameof(Failures))]
    public async Task A_failure_of_the_server_is_repeated_only_where_that_has_no_second_effect(string method, int status)
    {
        Server.Reply(status, "{}");
        var error = (await Assert.ThrowsAsync<VonageApiException>(() => Client(configure: o => o.Retry = AtOnce).SendAsync(Request(method))))!;
        var attempts = method is "POST" or "PATCH" ? 1 : 3;
        Assert.That(Server.Requests, Has.Count.EqualTo(attempts));
        Assert.That(error.Attempts.Select(a => a.StatusCode), Is.EqualTo(Enumerable.Repeat((HttpStatusCode)status, attempts)));
        Assert.That(error.Message, attempts == 3 ? Does.Contain($". It was attempted 3 times ({status}").And.Contain("RetryOptions.MaxRetries") : Does.Not.Contain("attempted"));
    }

    [TestCase(400)]
    [TestCase(401)]
    [TestCase(403)]
    [TestCase(404)]
    [TestCase(409)]
    [TestCase(422)]
    [TestCase(501)]
    public async Task What_the_server_will_refuse_again_is_not_repeated(int status)
    {
        Server.Reply(status, "{}");
        var error = (await Assert.ThrowsAsync<VonageApiException>(() => Client(Keys.Account, o => o.Retry = AtOnce).SendAsync(Request("GET"))))!;
        Assert.That(Server.Requests, Has.Count.EqualTo(1));
        Assert.That(error.Attempts, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_request_with_an_effect_is_repeated_where_a_refusal_says_that_it_was_not_processed()
    {
        FailFirst(429, 1);
        var operation = new ApiOperation("Things.buy", "POST", "/legacy", Operations.Rest, ApiAuthentication.Basic) { RefusesUnprocessed = true };
        await Client(configure: o => o.Retry = AtOnce).SendAsync(new ApiRequest(operation, "/legacy", null).Json(new Thing { Name = "once" }));
        Assert.That(Server.Requests.Select(r => r.Text), Is.EqualTo((string[])["""{"name":"once"}""", """{"name":"once"}"""]));

        Server.Reply(503, "{}");
        Assert.That(async () => await Client(configure: o => o.Retry = AtOnce).SendAsync(new ApiRequest(operation, "/legacy", null)), Throws.InstanceOf<ApiException>());
        Assert.That(Server.Requests, Has.Count.EqualTo(3), "a 503 does not say so");
    }

    [TestCase("GET", HttpRequestError.ResponseEnded, 3)]
    [TestCase("PUT", HttpRequestError.Unknown, 3)]
    [TestCase("POST", HttpRequestError.ResponseEnded, 1)]
    [TestCase("POST", HttpRequestError.Unknown, 1)]
    [TestCase("POST", HttpRequestError.ConnectionError, 3)]
    [TestCase("POST", HttpRequestError.NameResolutionError, 3)]
    [TestCase("POST", HttpRequestError.SecureConnectionError, 3)]
    [TestCase("POST", HttpRequestError.ProxyTunnelError, 3)]
    public async Task A_failure_on_the_way_is_repeated_unless_the_request_may_have_arrived_and_have_an_effect(string method, HttpRequestError failure, int attempts)
    {
#if !NET
        Assume.That(failure is HttpRequestError.ResponseEnded or HttpRequestError.Unknown, "netstandard2.0 tells failures apart by their inner exceptions");
#endif
        using var handler = new NoRoute(failure);
        var client = new VonageApiClient(new HttpClient(handler), Keys.All, new VonageClientOptions { Retry = AtOnce });
        var error = (await Assert.ThrowsAsync<ApiConnectionException>(() => client.SendAsync(Request(method))))!;
        Assert.That(handler.Count, Is.EqualTo(attempts));
        Assert.That(error.Attempts.Select(a => a.Reason), Is.All.EqualTo("no route").And.Exactly(attempts).Items);
    }

    [Test]
    public async Task An_attempt_that_takes_too_long_is_repeated()
    {
        var time = new ManualTime();
        Server.Answer = async context =>
        {
            if (Server.Requests.Count == 1)
            {
                time.Advance(TimeSpan.FromMilliseconds(200));
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }

            await LoopbackServer.Json(context, 200, "{}");
        };
        await Client(configure: o => (o.Retry, o.TimeProvider, o.AttemptTimeout) = (AtOnce, time, TimeSpan.FromMilliseconds(200))).SendAsync(Request("GET"));
        Assert.That(Server.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_body_that_breaks_off_is_read_again()
    {
        Server.Answer = async context =>
        {
            if (Server.Requests.Count > 1)
            {
                await LoopbackServer.Json(context, 200, """{"name":"whole"}""");
                return;
            }

            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
            context.Abort();
        };
        var thing = await Client(configure: o => o.Retry = AtOnce).SendAsync<Thing>(Operations.GetThing());
        Assert.That((thing.Name, Server.Requests.Count), Is.EqualTo(("whole", 2)));
    }

    [Test]
    public async Task Only_the_time_of_the_call_ends_an_attempt_that_no_other_may_follow()
    {
        Server.Answer = async context =>
        {
            await Task.Delay(150, context.RequestAborted);
            await LoopbackServer.Json(context, 200, "{}");
        };
        await Client(configure: o => o.AttemptTimeout = TimeSpan.FromMilliseconds(30)).SendAsync(Request("POST"));
        Assert.That(Server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Each_attempt_is_a_new_message_with_a_new_proof()
    {
        var time = new ManualTime(DateTimeOffset.UtcNow);
        Server.Answer = context =>
        {
            time.Advance(TimeSpan.FromMinutes(20));
            return LoopbackServer.Json(context, Server.Requests.Count < 3 ? 503 : 200, "{}");
        };
        var client = Client(configure: o => (o.Retry, o.TimeProvider, o.Timeout, o.AttemptTimeout) = (AtOnce, time, TimeSpan.FromHours(24), TimeSpan.FromHours(1)));
        await client.SendAsync(new ApiRequest(new ApiOperation("Things.put", "PUT", "/v1/things", Operations.Api, ApiAuthentication.Jwt), "/v1/things", null).Json(new Thing { Name = "again" }));
        Assert.That(Server.Requests.Select(r => r.Text), Is.All.EqualTo("""{"name":"again"}""").And.Exactly(3).Items);
        Assert.That(Server.Requests.Select(r => r.Header("Authorization")), Is.Unique);
    }

    [Test]
    public async Task The_limits_of_the_waits_double_from_their_first_and_end_at_the_longest()
    {
        Server.Reply(503, "{}");
        var options = new RetryOptions { MaxRetries = 4, TransientDelay = TimeSpan.FromMilliseconds(4), MaxDelay = TimeSpan.FromMilliseconds(20), Random = () => 0.5 };
        var error = (await Assert.ThrowsAsync<VonageApiException>(() => Client(configure: o => o.Retry = options).SendAsync(Request("GET"))))!;
        Assert.That(error.Attempts.Select(a => a.Delay?.TotalMilliseconds), Is.EqualTo((double?[])[2, 4, 8, 10, null]));
    }

    [Test]
    public async Task A_refusal_because_of_the_rate_is_given_more_time()
    {
        FailFirst(429, 1);
        var time = new ManualTime();
        var call = Client(configure: o => (o.Retry, o.TimeProvider) = (new RetryOptions { Random = () => 0.5 }, time)).SendAsync(Request("GET"));
        await Patience.UntilAsync(() => time.NextTimer == TimeSpan.FromMilliseconds(500));
        time.Advance(TimeSpan.FromMilliseconds(499));
        Assert.That(call.IsCompleted, Is.False);
        time.Advance(TimeSpan.FromMilliseconds(1));
        await call;
    }

    [TestCase("Retry-After", "3", 3)]
    [TestCase("Retry-After", "Sat, 21 Nov 2026 12:00:05 GMT", 5)]
    [TestCase("Retry-After", "Sat, 21 Nov 2026 11:00:00 GMT", 0)]
    [TestCase("Retry-After-Ms", "1500.5", 1.5005)]
    [TestCase("X-RateLimit-Reset", "1795262404000", 4)]
    [TestCase("X-RateLimit-Reset", "1795262404", 4)]
    [TestCase("X-RateLimit-Reset", "7", 7)]
    [TestCase("Retry-After", "99999999999", uint.MaxValue)]
    [TestCase("Retry-After-Ms", "99999999999999", uint.MaxValue / 1000.0)]
    [TestCase("Retry-After-Ms", "-Infinity", 0)]
    [TestCase("Retry-After", "1, 2", 0)]
    [TestCase("Retry-After", "+3", 0)]
    [TestCase("Retry-After", "1e2", 0)]
    [TestCase("Retry-After", "-1", 0)]
    [TestCase("X-RateLimit-Reset", "99999999999999999", 0)]
    public async Task The_wait_is_at_least_what_the_server_asks_for(string header, string value, double seconds)
    {
        Server.Answer = context =>
        {
            context.Response.Headers.Date = "Sat, 21 Nov 2026 12:00:00 GMT";
            context.Response.Headers[header] = value;
            context.Response.Headers["X-RateLimit-Remaining"] = "0";
            return LoopbackServer.Json(context, 503, "{}");
        };
        var options = new RetryOptions { MaxRetries = 1, MaxDelay = TimeSpan.FromTicks(1), Random = () => 0 };
        var error = (await Assert.ThrowsAsync<VonageApiException>(() => Client(configure: o => o.Retry = options).SendAsync(Request("GET"))))!;
        Assert.That(error.RetryAfter ?? TimeSpan.Zero, Is.EqualTo(TimeSpan.FromSeconds(seconds)));
        Assert.That(Server.Requests, Has.Count.EqualTo(seconds > 0 ? 1 : 2));
        if (seconds > 0)
            Assert.That(error.Message, Does.Contain("not attempted again").And.Contain("RetryOptions.MaxDelay"));
    }

    [Test]
    public async Task A_reset_of_the_quota_is_none_while_some_of_it_is_left()
    {
        Server.Answer = context =>
        {
            context.Response.Headers["X-RateLimit-Remaining"] = "5";
            context.Response.Headers["X-RateLimit-Reset"] = "60";
            return LoopbackServer.Json(context, 429, "{}");
        };
        var error = (await Assert.ThrowsAsync<VonageApiException>(() => Client(configure: o => o.Retry = AtOnce).SendAsync(Request("GET"))))!;
        Assert.That((error.RetryAfter, Server.Requests.Count), Is.EqualTo(((TimeSpan?)null, 3)));
    }

    [Test]
    public async Task A_wait_that_could_not_end_in_time_is_not_begun()
    {
        Server.Answer = context =>
        {
            context.Response.Headers.RetryAfter = "5";
            return LoopbackServer.Json(context, 503, "{}");
        };
        // Who waited would do so for ever: nobody moves this clock.
        var call = Client(configure: o => (o.Retry, o.TimeProvider, o.Timeout) = (AtOnce, new ManualTime(), TimeSpan.FromSeconds(4))).SendAsync(Request("GET"));
        var error = (await Assert.ThrowsAsync<VonageApiException>(() => call.WaitAsync(Patience.Limit)))!;
        Assert.That(error.RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(5)));
        Assert.That(error.Message, Does.Contain("the wait of 5 s would not end before the timeout of 4 s"));
    }

    [Test]
    public async Task The_caller_can_cancel_the_wait()
    {
        Server.Answer = context =>
        {
            context.Response.Headers.RetryAfter = "15";
            return LoopbackServer.Json(context, 503, "{}");
        };
        using var source = new CancellationTokenSource();
        var time = new ManualTime();
        var call = Client(configure: o => (o.Retry, o.TimeProvider) = (AtOnce, time)).SendAsync(Request("GET"), source.Token);
        await Patience.UntilAsync(() => time.NextTimer == TimeSpan.FromSeconds(15));
        await source.CancelAsync();
        var error = (await Assert.CatchAsync<OperationCanceledException>(() => call))!;
        Assert.That((error.CancellationToken, error.Message), Is.EqualTo((source.Token, "Things.legacy was cancelled by its caller while it waited for the next attempt, after: 503 Service Unavailable.")));
    }

    [Test]
    public async Task The_reply_is_released_before_the_wait()
    {
        var contents = new List<TrackedContent>();
        var time = new ManualTime();
        using var handler = new StubHandler((_, _) =>
        {
            contents.Add(new TrackedContent());
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { Content = contents[^1] });
        });
        using var http = new HttpClient(handler);
        var call = new VonageApiClient(http, Keys.All, new VonageClientOptions { TimeProvider = time, Retry = new() { MaxRetries = 1, Random = () => 1 } }).SendAsync(Request("GET"));
        await Patience.UntilAsync(() => time.NextTimer == TimeSpan.FromMilliseconds(50));
        Assert.That(contents.Single().IsDisposed, Is.True);
        time.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<VonageApiException>(() => call);
    }

    [Test]
    public async Task An_outage_is_not_multiplied()
    {
        Server.Reply(503, "{}");
        var client = Client(configure: o => o.Retry = new() { Quota = 100, Random = () => 0 });
        VonageApiException? last = null;
        for (var i = 0; i < 20; i++)
            last = await Assert.ThrowsAsync<VonageApiException>(() => client.SendAsync(Request("GET")));
        Assert.That(Server.Requests, Has.Count.EqualTo(20 + (100 / 14)));
        Assert.That(last!.Message, Does.Contain("RetryOptions.Quota"));
    }

    [Test]
    public async Task A_success_gives_its_quota_back()
    {
        var client = Client(configure: o => o.Retry = new() { Quota = 14, Random = () => 0 });
        for (var i = 0; i < 3; i++)
        {
            FailFirst(503, 1);
            await client.SendAsync(Request("GET"));
        }

        // Twice the price of one retry in failures: the quota is empty, until other successes have filled it again.
        Server.Reply(503, "{}");
        await Assert.ThrowsAsync<VonageApiException>(() => client.SendAsync(Request("GET")));
        Server.Reply(200, "{}");
        for (var i = 0; i < 14; i++)
            await client.SendAsync(Request("GET"));
        FailFirst(503, 1);
        await client.SendAsync(Request("GET"));
    }

    [Test]
    public async Task A_quota_without_an_end_stays_without_one()
    {
        var client = Client(configure: o => o.Retry = new() { Quota = int.MaxValue, Random = () => 0 });
        FailFirst(503, 1);
        for (var i = 0; i < 20; i++)
            await client.SendAsync(Request("GET"));
        FailFirst(503, 1);
        await client.SendAsync(Request("GET"));
    }

    [Test]
    public async Task A_call_can_have_options_of_its_own()
    {
        Server.Reply(503, "{}");
        var client = Client(configure: o => o.Retry = AtOnce);
        await Assert.ThrowsAsync<VonageApiException>(() => client.SendAsync(Request("GET", new RequestOptions { Retry = RetryOptions.None })));
        Assert.That(Server.Requests, Has.Count.EqualTo(1));
        await Assert.ThrowsAsync<VonageApiException>(() => client.SendAsync(Request("GET", new RequestOptions { Retry = new() { MaxRetries = 1, Random = () => 0 } })));
        Assert.That(Server.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task By_default_a_call_is_repeated()
    {
        FailFirst(503, 2);
        await Client(configure: o => o.Retry = new VonageClientOptions().Retry).SendAsync(Request("GET"));
        Assert.That(Server.Requests, Has.Count.EqualTo(3));
    }

    [TestCase(true, 3)]
    [TestCase(false, 1)]
    public async Task A_body_is_sent_again_only_if_it_can_be_read_again(bool canSeek, int attempts)
    {
        Server.Reply(503, "{}");
        using var file = new MemoryStream([1, 2, 3]);
        await using var stream = canSeek ? (Stream)file : new System.IO.Compression.BrotliStream(new MemoryStream([0x8b, 1, 0x80, 1, 2, 3, 4, 3]), System.IO.Compression.CompressionMode.Decompress);
        await Assert.ThrowsAsync<VonageApiException>(() => Client(configure: o => o.Retry = AtOnce).SendAsync(Request("PUT").Multipart(new Upload(stream))));
        Assert.That(Server.Requests, Has.Count.EqualTo(attempts));
    }

    [Test]
    public async Task A_download_is_repeated_until_its_first_byte_has_been_written()
    {
        FailFirst(503, 1);
        using var file = new MemoryStream();
        await Client(configure: o => o.Retry = AtOnce).DownloadAsync(Operations.GetThing(), file);
        Assert.That((Server.Requests.Count, file.Length), Is.EqualTo((2, 2L)));

        Server.Answer = async context =>
        {
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
            await Patience.UntilAsync(() => file.Length == 3);
            context.Abort();
        };
        await Assert.ThrowsAsync<ApiConnectionException>(() => Client(configure: o => o.Retry = AtOnce).DownloadAsync(Operations.GetThing(), file));
        Assert.That((Server.Requests.Count, file.Length), Is.EqualTo((3, 3L)));
    }

    [Test]
    public async Task A_cached_token_that_is_refused_is_renewed_once()
    {
        var time = new ManualTime();
        var client = Client(configure: o => (o.TimeProvider, o.AttemptTimeout, o.Timeout) = (time, TimeSpan.FromHours(1), TimeSpan.FromHours(1)));
        await client.SendAsync(Operations.CreateThing(new Thing { Name = "a" }));

        FailFirst(401, 1);
        await client.SendAsync(Operations.CreateThing(new Thing { Name = "a" }));
        var tokens = Server.Requests.Select(r => r.Header("Authorization")).ToArray();
        Assert.That(tokens, Has.Length.EqualTo(3));
        Assert.That(tokens[1], Is.EqualTo(tokens[0]).And.Not.EqualTo(tokens[2]));

        Server.Reply(401, "{}");
        await Assert.ThrowsAsync<VonageApiException>(() => client.SendAsync(Operations.CreateThing(new Thing { Name = "a" })));
        Assert.That(Server.Requests, Has.Count.EqualTo(4), "the token has just replaced another one, which was refused, too");

        time.Advance(TimeSpan.FromSeconds(10));
        await Assert.ThrowsAsync<VonageApiException>(() => client.SendAsync(Operations.CreateThing(new Thing { Name = "a" })));
        Assert.That(Server.Requests, Has.Count.EqualTo(6));
    }

    [Test]
    public async Task A_token_that_was_signed_for_the_call_is_not_renewed()
    {
        Server.Reply(401, "{}");
        await Assert.ThrowsAsync<VonageApiException>(() => Client(VonageCredentials.FromApplication(Keys.ApplicationId, Keys.Pkcs8)).SendAsync(Operations.GetThing()));
        Assert.That(Server.Requests, Has.Count.EqualTo(1));
    }

    [TestCase(404, "lost")]
    [TestCase(410, "lost")]
    [TestCase(404, "503")]
    public async Task A_repeated_deletion_that_finds_nothing_has_done_it(int status, string first)
    {
        LoseFirst(first, status);
        HttpStatusCode? seen = null;
        await Client(configure: o => o.Retry = AtOnce).SendAsync(Request("DELETE", new() { OnReply = reply => seen = reply.StatusCode }));
        Assert.That((Server.Requests.Count, (int)seen!), Is.EqualTo((2, status)));
        LoseFirst(first, status);
        await new Vonage.Raw.RawClient(Client(configure: o => o.Retry = AtOnce)).DeleteAsync("https://rest.nexmo.com/legacy", null, ApiAuthentication.Basic);
    }

    // Without an attempt that may have deleted it, it was not there; and a response that is missing cannot be made up.
    [TestCase("DELETE", "none", 404, false, false)]
    [TestCase("DELETE", "429", 404, false, false)]
    [TestCase("DELETE", "lost", 409, false, false)]
    [TestCase("PUT", "lost", 404, false, false)]
    [TestCase("DELETE", "lost", 404, true, true)]
    public async Task Any_other_repetition_that_finds_nothing_has_failed(string method, string first, int status, bool needsReply, bool isExplained)
    {
        LoseFirst(first, status);
        var client = Client(configure: o => o.Retry = AtOnce);
        var error = (await Assert.ThrowsAsync<VonageApiException>(() => needsReply ? client.SendAsync<Thing>(Request(method)) : client.SendAsync(Request(method))))!;
        Assert.That((int)error.StatusCode!, Is.EqualTo(status));
        Assert.That(error.Message, isExplained ? Does.EndWith("An attempt before may have deleted what is not there now.") : Does.Not.Contain("deleted"));
    }

    [Test]
    public void What_cannot_be_sent_is_not_attempted()
    {
        Assert.That(async () => await Client(Keys.Account, o => o.Retry = AtOnce).SendAsync(new ApiRequest(Operations.With("GET", ApiAuthentication.Jwt), "/", null)), Throws.InstanceOf<MissingCredentialsException>());
        Assert.That(Server.Requests, Is.Empty);
    }

    [TestCase("MaxRetries must be from 0 to 10.", -1)]
    [TestCase("MaxRetries must be from 0 to 10.", 11)]
    public void An_option_that_is_not_valid_is_an_error(string message, int retries) =>
        Assert.That(() => new RetryOptions { MaxRetries = retries }, Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains(message));

    [Test]
    public void Delays_and_quotas_are_checked_too()
    {
        var negative = TimeSpan.FromTicks(-1);
        Assert.That(() => new RetryOptions { TransientDelay = negative }, Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new RetryOptions { ThrottledDelay = negative }, Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new RetryOptions { MaxDelay = TimeSpan.FromDays(2) }, Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new RetryOptions { Quota = -1 }, Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new RetryOptions { Random = null! }, Throws.ArgumentNullException);
        Assert.That(() => new VonageClientOptions { AttemptTimeout = TimeSpan.Zero }, Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static ApiRequest Request(string method, RequestOptions? options = null) => new(Operations.With(method, ApiAuthentication.Basic), "/legacy", options);

    private void FailFirst(int status, int times) => Server.Answer = context => LoopbackServer.Json(context, times-- > 0 ? status : 200, "{}");

    private void LoseFirst(string fault, int status)
    {
        Server.Requests.Clear();
        Server.Answer = context =>
        {
            if (Server.Requests.Count > 1 || fault == "none")
                return LoopbackServer.Json(context, status, "{}");
            if (fault != "lost")
                return LoopbackServer.Json(context, int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture), "{}");
            context.Abort();
            return Task.CompletedTask;
        };
    }

    /// <summary>Fails as the platform does: without a connection, it asks for no body.</summary>
    private sealed class NoRoute(HttpRequestError failure) : HttpMessageHandler
    {
        public int Count { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            if (failure is HttpRequestError.ResponseEnded or HttpRequestError.Unknown && request.Content is { } content)
                await content.CopyToAsync(Stream.Null, cancellationToken);
            throw new HttpRequestException(failure, "no route");
        }
    }

    private sealed class TrackedContent : ByteArrayContent
    {
        public TrackedContent()
            : base([])
        {
        }

        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }

    private sealed class Upload(Stream stream) : IMultipartContent
    {
        public void WriteTo(MultipartWriter writer) => writer.File("file", new FileContent(stream, "a.bin"));
    }
}
