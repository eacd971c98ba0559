using System.Net;
using System.Threading.RateLimiting;
using Newtonsoft.Json.Linq;
using Polly;
using Vonage.Core.Pipeline;

namespace Vonage.Core.Tests;

/// <summary>Tokens that requests of their own fetch: once for all who need them, and never as part of what was sent.</summary>
internal sealed class TokenAuthenticationTests
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private static readonly ApiServer Server = new("https://api.nexmo.com");

    private static readonly ApiOperation Look = new("Things.look", "POST", "/look", Server, new Tokens(isRenewable: true));

    private static readonly ApiOperation LookOnce = new("Things.lookOnce", "POST", "/look", Server, new Tokens(isRenewable: false));

    private static readonly ApiOperation Fetch = new("Things.fetch", "POST", "/token", Server, ApiAuthentication.Jwt);

    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    private readonly List<string> _fetches = [];
    private TaskCompletionSource? _gate;
    private TaskCompletionSource? _firstGate;
    private Func<string, HttpResponseMessage>? _reply;
    private HttpResponseMessage? _refusal;
    private StubHandler _network = null!;

    [SetUp]
    public void Connect()
    {
        _fetches.Clear();
        (_gate, _firstGate, _reply, _refusal) = (null, null, null, null);
        _network = new StubHandler(AnswerAsync);
    }

    [TearDown]
    public void Disconnect()
    {
        _network.Dispose();
        _refusal?.Dispose();
    }

    [Test]
    public async Task Calls_for_one_key_share_one_fetch()
    {
        _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var client = Client();
        var calls = Enumerable.Range(0, 20).Select(_ => client.SendAsync(Request())).ToList();
        _gate.SetResult();
        await Task.WhenAll(calls);
        await client.SendAsync(Request());
        Assert.That(_fetches, Is.EqualTo(["447700900000"]));
        Assert.That(Authorizations(), Is.EqualTo(Enumerable.Repeat("Bearer token-1", 21)));
    }

    [Test]
    public async Task Another_key_other_credentials_and_another_server_have_tokens_of_their_own()
    {
        var client = Client();
        await client.SendAsync(Request());
        await client.SendAsync(Request("447700900001"));
        await client.SendAsync(Request(options: new() { Credentials = Keys.All.WithApiKey("abcd4321", "secret") }));
        await client.SendAsync(Request(options: new() { BaseAddress = new Uri("https://gateway.example/vonage") }));
        Assert.That(_fetches, Has.Count.EqualTo(4));
        Assert.That(_network.Sent.Select(sent => sent.Url.AbsoluteUri).Where(url => url.Contains("gateway")), Is.EqualTo(["https://gateway.example/vonage/token", "https://gateway.example/vonage/look"]));
    }

    [Test]
    public async Task Equal_credentials_share_their_tokens()
    {
        var client = Client();
        await client.SendAsync(Request(options: new() { Credentials = Copy(Keys.Pkcs1) }));
        await client.SendAsync(Request(options: new() { Credentials = Copy(Keys.Pkcs1) }));
        Assert.That(_fetches, Has.Count.EqualTo(1));
        await client.SendAsync(Request(options: new() { Credentials = Copy(Keys.Pkcs1).WithSignature("another") }));
        Assert.That(_fetches, Has.Count.EqualTo(2));

        static VonageCredentials Copy(string key) => VonageCredentials.FromApplication(Keys.ApplicationId, key);
    }

    [Test]
    public async Task A_token_is_renewed_before_it_ends()
    {
        var clock = new ManualTime();
        var client = Client(options => options.TimeProvider = clock);
        await client.SendAsync(Request());
        clock.Advance(Lifetime - TimeSpan.FromSeconds(31));
        await client.SendAsync(Request());
        clock.Advance(TimeSpan.FromSeconds(2));
        await client.SendAsync(Request());
        Assert.That(Authorizations(), Is.EqualTo(["Bearer token-1", "Bearer token-1", "Bearer token-2"]));
    }

    [Test]
    public async Task A_cached_token_that_is_refused_is_replaced_and_the_request_sent_again()
    {
        var client = Client();
        await client.SendAsync(Request());
        _reply = authorization => new(authorization == "Bearer token-1" ? HttpStatusCode.Unauthorized : HttpStatusCode.OK);
        await client.SendAsync(Request());
        Assert.That(Authorizations(), Is.EqualTo(["Bearer token-1", "Bearer token-1", "Bearer token-2"]));
        Assert.That(_network.Sent[^1].Request.Text, Is.EqualTo("""{"phone":"447700900000"}"""));
    }

    [Test]
    public async Task A_new_token_that_is_refused_is_the_result_and_not_kept()
    {
        _reply = _ => new(HttpStatusCode.Unauthorized);
        var client = Client();
        for (var i = 1; i <= 2; i++)
        {
            var error = await Assert.ThrowsAsync<VonageApiException>(() => client.SendAsync(Request()));
            Assert.That((error!.StatusCode, error.WasSent, _fetches.Count), Is.EqualTo((HttpStatusCode.Unauthorized, RequestSent.Yes, i)));
        }
    }

    [Test]
    public async Task A_token_that_cannot_be_renewed_is_not_fetched_twice_for_one_call()
    {
        var client = Client();
        await client.SendAsync(Request(operation: LookOnce));
        _reply = _ => new(HttpStatusCode.Unauthorized);
        await Assert.ThrowsAsync<VonageApiException>(() => client.SendAsync(Request(operation: LookOnce)));
        Assert.That(_fetches, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_call_without_its_token_was_not_sent()
    {
        _refusal = StubHandler.Json("""{"title":"Bad Request","detail":"No Network Application"}""", HttpStatusCode.BadRequest);
        _refusal.Headers.Add("X-Request-Id", "r1");
        var error = (await Assert.ThrowsAsync<ApiTokenException>(() => Client().SendAsync(Request())))!;
        Assert.That((error.Operation, error.WasSent, error.StatusCode, error.RequestId), Is.EqualTo(("Things.look", RequestSent.No, (HttpStatusCode?)HttpStatusCode.BadRequest, "r1")));
        Assert.That(error.Message, Does.StartWith("Things.look was not sent: the access token for it could not be obtained. Things.fetch failed: 400 Bad Request. What the server says of it is in Body only"));
        Assert.That((error.InnerException as VonageApiException)?.Problem?.Detail, Is.EqualTo("No Network Application"));
        Assert.That(_network.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_fetch_that_failed_is_not_kept()
    {
        _refusal = new(HttpStatusCode.BadRequest);
        var client = Client();
        await Assert.ThrowsAsync<ApiTokenException>(() => client.SendAsync(Request()));
        _refusal = null;
        await client.SendAsync(Request());
        Assert.That(Authorizations(), Is.EqualTo(["Bearer token-2"]));
    }

    [Test]
    public async Task A_fetch_that_was_lost_is_not_known_as_a_call_that_was_sent()
    {
        _network.Dispose();
        _network = new StubHandler((_, _) => throw new HttpRequestException("broken"));
        var error = (await Assert.ThrowsAsync<ApiTokenException>(() => Client().SendAsync(Request())))!;
        Assert.That((error.WasSent, error.StatusCode), Is.EqualTo((RequestSent.No, (HttpStatusCode?)null)));
        Assert.That(error.InnerException, Is.InstanceOf<ApiConnectionException>());
    }

    [Test]
    public async Task A_reply_that_cannot_be_used_is_shown_nowhere()
    {
        foreach (var body in (string[])["""{"token":"secret-1"}""", """{"access_token":"secret-1""", """["secret-1"]"""])
        {
            _refusal = StubHandler.Json(body);
            var error = (await Assert.ThrowsAsync<ApiTokenException>(() => Client().SendAsync(Request())))!;
            Assert.That($"{error} {error.Body} {(error.InnerException as ApiException)?.Body}", Does.Not.Contain("secret-1").And.Contain("Things.fetch: the response cannot be used: 200 OK"));
        }
    }

    [TestCase("")]
    [TestCase(" ")]
    [TestCase("tok en")]
    [TestCase("a\\r\\nX: y")]
    public async Task A_token_that_is_none_is_not_sent(string token)
    {
        _refusal = StubHandler.Json($$"""{"access_token":"{{token}}"}""");

        var error = (await Assert.ThrowsAsync<ApiTokenException>(() => Client().SendAsync(Request())))!;

        Assert.That((error.WasSent, _network.Sent.Count(sent => sent.Url.AbsolutePath == "/look")), Is.EqualTo((RequestSent.No, 0)));
        Assert.That(error.Message, Does.Contain("The access token is empty, or has white space"));
    }

    [Test]
    public async Task Who_gives_up_does_not_end_the_call_of_the_others()
    {
        _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var client = Client();
        using var cancellation = new CancellationTokenSource();
        var first = client.SendAsync(Request(), cancellation.Token);
        var second = client.SendAsync(Request());
        var third = client.SendAsync(Request(options: new() { Timeout = Short }));
        await cancellation.CancelAsync();
        Assert.That(async () => await first, Throws.InstanceOf<OperationCanceledException>());
        var late = await Assert.ThrowsAsync<ApiTimeoutException>(() => third);
        Assert.That(late!.WasSent, Is.EqualTo(RequestSent.No));
        _gate.SetResult();
        await second;
        Assert.That(Authorizations().Single(), Does.StartWith("Bearer token-"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Who_waits_for_the_fetch_of_a_call_that_ends_fetches_on_its_own(bool isCancelled)
    {
        _firstGate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var clock = new ManualTime();
        var client = Client(options => options.TimeProvider = clock);
        using var cancellation = new CancellationTokenSource();
        var first = client.SendAsync(Request(options: new() { Timeout = isCancelled ? null : Short }), cancellation.Token);
        await Patience.UntilAsync(() => Fetches() == 1);
        var others = Enumerable.Range(0, 5).Select(_ => client.SendAsync(Request())).ToList();
        if (isCancelled)
            await cancellation.CancelAsync();
        else
            clock.Advance(Short);
        Assert.That(async () => await first, isCancelled ? Throws.InstanceOf<OperationCanceledException>() : Throws.InstanceOf<ApiTimeoutException>());
        await Task.WhenAll(others);
        await client.SendAsync(Request());
        Assert.That(_fetches, Has.Count.EqualTo(2));
        Assert.That(Authorizations(), Is.EqualTo(Enumerable.Repeat("Bearer token-2", 6)));
        _firstGate.SetResult();
    }

    [Test]
    public async Task A_call_does_not_wait_for_a_fetch_that_was_given_up_before()
    {
        _firstGate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var clock = new ManualTime();
        var client = Client(options => options.TimeProvider = clock);
        await GiveUpAsync(client, Request(options: new() { Timeout = Short }), clock);
        await client.SendAsync(Request());
        Assert.That(Authorizations(), Is.EqualTo(["Bearer token-2"]));
        _firstGate.SetResult();
    }

    [Test]
    public async Task The_first_of_two_fetches_that_ends_serves_all()
    {
        (_firstGate, _gate) = (new(TaskCreationOptions.RunContinuationsAsynchronously), new(TaskCreationOptions.RunContinuationsAsynchronously));
        var clock = new ManualTime();
        var client = Client(options => options.TimeProvider = clock);
        await GiveUpAsync(client, Request(options: new() { Timeout = Short }), clock);
        var second = client.SendAsync(Request());
        Assert.That(() => Fetches(), Is.EqualTo(2).After(60_000, 5));
        _firstGate.SetResult();
        await second;
        Assert.That(Authorizations(), Is.EqualTo(["Bearer token-1"]));
        _gate.SetResult();
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Who_waits_for_a_fetch_that_ends_without_an_answer_fetches_on_its_own(bool isTimeout)
    {
        _firstGate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var client = Client(options => options.Timeout = isTimeout ? TimeSpan.FromMilliseconds(200) : TimeSpan.FromSeconds(20));
        var first = client.SendAsync(Request(options: new() { Timeout = TimeSpan.FromSeconds(20) }));
        var second = client.SendAsync(Request(options: new() { Timeout = TimeSpan.FromSeconds(20) }));
        if (!isTimeout)
            _firstGate.SetException(new TaskCanceledException("The pending requests were cancelled."));
        await second;
        var failure = await Assert.ThrowsAsync<ApiTokenException>(() => first);
        Assert.That(failure!.InnerException, isTimeout ? Is.InstanceOf<ApiTimeoutException>() : Is.InstanceOf<ApiConnectionException>());
        Assert.That(Authorizations(), Is.EqualTo(["Bearer token-2"]));
        _firstGate.TrySetResult();
    }

    // The second exchange of a code would fail, or end the first.
    [Test]
    public async Task What_can_be_fetched_once_is_not_fetched_twice_at_the_same_time()
    {
        _firstGate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var clock = new ManualTime();
        var client = Client(options => options.TimeProvider = clock);
        await GiveUpAsync(client, Request(operation: LookOnce, options: new() { Timeout = Short }), clock);
        var second = client.SendAsync(Request(operation: LookOnce));
        _firstGate.SetResult();
        await second;
        Assert.That((_fetches.Count, Authorizations().Single()), Is.EqualTo((1, "Bearer token-1")));
    }

    [TestCase("""{"title":"Bad Request","detail":"447700900000 is unknown"}""")]
    [TestCase("""{"error":"invalid_grant","error_description":"code 447700900000"}""")]
    [TestCase("""{"errors":["447700900000"]}""")]
    [TestCase("<html>447700900000</html>")]
    public async Task What_the_server_says_of_a_token_is_in_no_message(string body)
    {
        _refusal = StubHandler.Json(body, HttpStatusCode.BadRequest);
        var error = (await Assert.ThrowsAsync<ApiTokenException>(() => Client().SendAsync(Request())))!;
        Assert.That(error.ToString(), Does.Not.Contain("447700900000").And.Contain("400 Bad Request"));
        Assert.That(error.Body, Is.EqualTo(body));
    }

    [Test]
    public void What_a_token_is_for_is_kept_as_a_hash()
    {
        var key = TokenKey.Of(ApiAuthentication.Jwt, Keys.All, "https://api.nexmo.com", "447700900000");
        Assert.That(key.ToString(), Does.Not.Contain("447700900000"));
        Assert.That(key, Is.EqualTo(TokenKey.Of(ApiAuthentication.Jwt, Keys.All, "https://api.nexmo.com", "447700900000")).And.Not.EqualTo(TokenKey.Of(ApiAuthentication.Jwt, Keys.All, "https://api.nexmo.com", "447700900001")));
    }

    [Test]
    public async Task The_requests_for_a_token_are_part_of_the_attempt_which_has_its_turn()
    {
        using var limiter = PartitionedRateLimiter.Create<ApiCall, string>(_ => RateLimitPartition.GetConcurrencyLimiter("all", _ => new() { PermitLimit = 1, QueueLimit = 10 }));
        var attempts = 0;
        var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>().AddStrategy(_ => new Counting(() => attempts++), new Nothing()).Build();
        var client = Client(options => (options.RateLimiter, options.Pipeline, options.Timeout) = (limiter, pipeline, TimeSpan.FromSeconds(20)));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => client.SendAsync(Request($"44770090000{i}"))));
        Assert.That((_fetches.Count, attempts), Is.EqualTo((5, 5)));
    }

    [Test]
    public void A_limiter_and_an_error_know_the_account_of_the_call()
    {
        _reply = _ => new(HttpStatusCode.Forbidden);
        var asked = new List<ApiCall>();
        using var limiter = PartitionedRateLimiter.Create<ApiCall, string>(call =>
        {
            asked.Add(call);
            return RateLimitPartition.GetNoLimiter("none");
        });
        Assert.That(() => Client(options => options.RateLimiter = limiter).SendAsync(Request()), Throws.InstanceOf<VonageApiException>().With.Message.Contains($"application {Keys.All.ApplicationId}"));
        Assert.That(asked.Single().Account, Does.Contain(Keys.All.ApplicationId));
    }

    [Test]
    public async Task Other_credentials_are_told_what_is_missing()
    {
        using var http = new HttpClient(_network, disposeHandler: false);
        var error = await Assert.ThrowsAsync<MissingCredentialsException>(() => new VonageApiClient(http, VonageCredentials.FromApiKey("abcd1234", "secret")).SendAsync(Request()));
        Assert.That(error!.Message, Does.Contain("It accepts Tokens, which requires an application's id and private key"));
        Assert.That(_network.Sent, Is.Empty);
    }

    [Test]
    public void The_tokens_of_many_keys_do_not_fill_the_memory()
    {
        var store = new TokenStore();
        var keys = Enumerable.Range(0, 25_000).Select(i => new TokenKey(ApiAuthentication.Jwt, Keys.All, "https://api.nexmo.com", $"{i}")).ToList();
        var fetched = 0;
        string Get(TokenKey key) => store.GetAsync(key, TimeProvider.System, () => Task.FromResult(new AccessToken($"{++fetched}", Lifetime)), canRepeat: true, CancellationToken.None).AsTask().Result;
        foreach (var key in keys)
            Get(key);
        var kept = keys.AsEnumerable().Reverse().TakeWhile(key => int.Parse(Get(key).Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture) <= keys.Count).Count();
        Assert.That(kept, Is.InRange(9_000, 10_000));
    }

    [Test]
    public void A_token_shows_nothing_of_itself() => Assert.That(new AccessToken("secret-1", Lifetime).ToString(), Does.Not.Contain("secret-1"));

    private static ApiRequest Request(string phone = "447700900000", RequestOptions? options = null, ApiOperation? operation = null) =>
        new ApiRequest(operation ?? Look, "/look", options).Json(new JObject { ["phone"] = phone });

    // Its time is over when its fetch has begun.
    private async Task GiveUpAsync(VonageApiClient client, ApiRequest request, ManualTime clock)
    {
        var call = client.SendAsync(request);
        await Patience.UntilAsync(() => Fetches() == 1);
        clock.Advance(Short);
        await Assert.ThrowsAsync<ApiTimeoutException>(() => call);
    }

    private int Fetches()
    {
        lock (_fetches)
            return _fetches.Count;
    }

    private VonageApiClient Client(Action<VonageClientOptions>? configure = null)
    {
        var options = new VonageClientOptions { Retry = RetryOptions.None };
        configure?.Invoke(options);
        return new VonageApiClient(new HttpClient(_network, disposeHandler: false), Keys.All, options);
    }

    private IEnumerable<string?> Authorizations() => _network.Sent.Where(sent => sent.Request.Path.EndsWith("/look", StringComparison.Ordinal)).Select(sent => sent.Request.Header("Authorization"));

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        if (!message.RequestUri!.AbsolutePath.EndsWith("/token", StringComparison.Ordinal))
            return _reply?.Invoke(message.Headers.GetValues("Authorization").Single()) ?? new(HttpStatusCode.OK);
        string number;
        int count;
        var fetched = JObject.Parse(await message.Content!.ReadAsStringAsync(cancellationToken));
        lock (_fetches)
        {
            _fetches.Add(number = (string)fetched["phone"]!);
            count = _fetches.Count;
        }

        if ((count == 1 ? _firstGate ?? _gate : _gate) is { } gate)
            await gate.Task.WaitAsync(cancellationToken);
        return _refusal ?? StubHandler.Json($$"""{"access_token":"token-{{count}}"}""");
    }

    private sealed class Tokens(bool isRenewable) : TokenAuthentication("Tokens", ApiAuthentication.Jwt)
    {
        protected override string KeyOf(ApiRequest request) => (string)((JObject)((JsonBody)request.Body!).Content)["phone"]!;

        protected override bool CanRenew(ApiRequest request) => isRenewable;

        protected override async Task<AccessToken> FetchAsync(ApiRequest request, ApiClient client, RequestOptions options)
        {
            var fetch = new ApiRequest(Fetch, "/token", options).Json(new JObject { ["phone"] = KeyOf(request) });
            var token = await client.SendAsync(fetch, json => JToken.ReadFrom(json) is JObject members && (string?)members["access_token"] is { } text ? text : null);
            return new AccessToken(token, Lifetime);
        }
    }

    private sealed class Nothing : ResilienceStrategyOptions;

    private sealed class Counting(Action count) : ResilienceStrategy<HttpResponseMessage>
    {
        protected override ValueTask<Outcome<HttpResponseMessage>> ExecuteCore<TState>(Func<ResilienceContext, TState, ValueTask<Outcome<HttpResponseMessage>>> callback, ResilienceContext context, TState state)
        {
            count();
            return callback(context, state);
        }
    }
}
