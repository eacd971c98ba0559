using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Newtonsoft.Json.Linq;
using Vonage.Core;
using Vonage.Core.Pipeline;

namespace Vonage.Contract.Tests;

/// <summary>A scheme that only this project knows, on Core's public surface: OAuth 2.0 bearer tokens that are fetched and kept.</summary>
public class TokenSchemeTests
{
    private static readonly ApiAuthentication OAuth = new TokenScheme();

    private static readonly ApiOperation Check = new("NumberVerification.check", "POST", "/check", new ApiServer("https://api.example.com"), OAuth);

    private static readonly ApiOperation Replace = new("NumberVerification.replace", "PUT", "/check", new ApiServer("https://api.example.com"), OAuth);

    [Test]
    public async Task One_token_serves_all_calls()
    {
        var tokens = new TokenSource();
        using var network = Network(_ => HttpStatusCode.OK);
        var client = Client(network, tokens);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.SendAsync(Request())));
        await client.SendAsync(Request());
        Assert.That(tokens.Fetched, Is.EqualTo(1));
        Assert.That(Authorizations(network), Is.EqualTo(Enumerable.Repeat("Bearer token-1", 21)));
    }

    [Test]
    public async Task A_token_is_renewed_before_it_ends()
    {
        var clock = new ManualTime();
        var tokens = new TokenSource();
        using var network = Network(_ => HttpStatusCode.OK);
        var client = Client(network, tokens, clock);
        await client.SendAsync(Request());
        clock.Advance(TokenSource.Lifetime - TimeSpan.FromSeconds(10));
        await client.SendAsync(Request());
        Assert.That(Authorizations(network), Is.EqualTo((string[])["Bearer token-1", "Bearer token-2"]));
    }

    [Test]
    public async Task A_refused_token_is_replaced_once_and_the_request_sent_again()
    {
        using var network = Network(authorization => authorization == "Bearer token-1" ? HttpStatusCode.Unauthorized : HttpStatusCode.OK);
        await Client(network, new TokenSource()).SendAsync(Request());
        Assert.That(Authorizations(network), Is.EqualTo((string[])["Bearer token-1", "Bearer token-2"]));
        Assert.That(network.Sent.Select(sent => sent.Request.Text), Is.EqualTo((string[])["""{"phone":"+447700900000"}""", """{"phone":"+447700900000"}"""]));
    }

    [Test]
    public async Task A_second_refusal_is_the_result()
    {
        using var network = Network(_ => HttpStatusCode.Unauthorized);
        var error = await Assert.ThrowsAsync<ApiException>(() => Client(network, new TokenSource()).SendAsync(Request()));
        Assert.That(error!.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(network.Sent, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_body_that_cannot_be_read_again_is_not_sent_again()
    {
        using var network = Network(_ => HttpStatusCode.Unauthorized);
        await Assert.ThrowsAsync<ApiException>(() => Client(network, new TokenSource()).SendAsync(new ApiRequest(Check, "/check", null).Multipart(new Parts())));
        Assert.That(network.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Each_try_is_marked_anew()
    {
        var clock = new ManualTime();
        using var network = Network(authorization => authorization == "Bearer token-1" ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK);
        var request = new ApiRequest(Replace, "/check", new() { Timeout = Timeout.InfiniteTimeSpan }).Json(new JObject());
        await Client(network, new TokenSource(), clock, () => clock.Advance(TokenSource.Lifetime)).SendAsync(request);
        Assert.That(Authorizations(network), Is.EqualTo((string[])["Bearer token-1", "Bearer token-2"]));
    }

    [Test]
    public async Task The_fetch_is_part_of_the_calls_time()
    {
        using var network = Network(_ => HttpStatusCode.OK);
        var tokens = new TokenSource { Delay = Timeout.InfiniteTimeSpan };
        var options = new RequestOptions { Timeout = TimeSpan.FromMilliseconds(50) };
        await Assert.ThrowsAsync<ApiTimeoutException>(() => Client(network, tokens).SendAsync(Request(options)));
        Assert.That(network.Sent, Is.Empty);
    }

    [Test]
    public async Task Other_credentials_are_told_what_is_missing()
    {
        using var network = Network(_ => HttpStatusCode.OK);
        using var http = new HttpClient(network);
        var error = await Assert.ThrowsAsync<MissingCredentialsException>(() => new ApiClient(http, VonageCredentials.FromApiKey("abcd1234", "secret")).SendAsync(Request()));
        Assert.That(error!.Message, Does.Contain("OAuth, which requires a token source (TokenCredentials)"));
    }

    private static ApiRequest Request(RequestOptions? options = null) => new ApiRequest(Check, "/check", options).Json(new JObject { ["phone"] = "+447700900000" });

    private static StubHandler Network(Func<string, HttpStatusCode> answer) =>
        new((request, _) => Task.FromResult(new HttpResponseMessage(answer(request.Headers.Authorization!.ToString()))));

    private static IEnumerable<string?> Authorizations(StubHandler network) => network.Sent.Select(sent => sent.Request.Header("Authorization"));

    private static ApiClient Client(StubHandler network, TokenSource tokens, TimeProvider? clock = null, Action? betweenAttempts = null) =>
        new(new HttpClient(network, disposeHandler: false), new TokenCredentials(tokens), new ApiClientOptions { TimeProvider = clock ?? TimeProvider.System, AttemptTimeout = Timeout.InfiniteTimeSpan, Retry = new() { Random = () => Between(betweenAttempts) } });

    private static double Between(Action? action)
    {
        action?.Invoke();
        return 0;
    }

    private sealed class TokenScheme() : ApiAuthentication("OAuth")
    {
        public override bool CanUse(ApiCredentials credentials) => credentials is TokenCredentials;

        public override string Requires(ApiCredentials credentials) => "a token source (TokenCredentials)";

        protected override async ValueTask ApplyAsync(HttpRequestMessage message, ApiRequest request, ApiCredentials credentials, TimeProvider clock, CancellationToken cancellationToken) =>
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await ((TokenCredentials)credentials).Tokens.GetAsync(clock, cancellationToken));

        protected override bool Forget(HttpRequestMessage refused, ApiCredentials credentials, TimeProvider clock)
        {
            ((TokenCredentials)credentials).Tokens.Drop(refused.Headers.Authorization!.Parameter!);
            return true;
        }
    }

    private sealed class TokenCredentials(TokenSource tokens) : ApiCredentials
    {
        public TokenSource Tokens => tokens;

        public override bool Supports(ApiAuthentication scheme) => false;

        public override string DescribeRequirement(ApiAuthentication scheme) => "something else";
    }

    /// <summary>Fetches a token once for all that wait for it, and anew when it is about to end or was refused.</summary>
    private sealed class TokenSource
    {
        public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

        private readonly Lock _lock = new();
        private Task<string>? _current;
        private DateTimeOffset _end;

        public int Fetched { get; private set; }

        public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(20);

        // The fetch is everybody's: it goes on when one of those who wait for it gives up.
        public Task<string> GetAsync(TimeProvider clock, CancellationToken cancellationToken)
        {
            lock (_lock)
            {
                if (_current is null || (_current.IsCompletedSuccessfully && clock.GetUtcNow() >= _end - TimeSpan.FromSeconds(30)))
                    _current = FetchAsync(clock);
                return _current.WaitAsync(cancellationToken);
            }
        }

        public void Drop(string token)
        {
            lock (_lock)
                if (_current is { IsCompletedSuccessfully: true, Result: var current } && current == token)
                    _current = null;
        }

        private async Task<string> FetchAsync(TimeProvider clock)
        {
            await Task.Delay(Delay);
            _end = clock.GetUtcNow() + Lifetime;
            return $"token-{++Fetched}";
        }
    }

    private sealed class Parts : IMultipartContent
    {
        public void WriteTo(MultipartWriter writer) => writer.File("file", new FileContent(new GZipStream(new MemoryStream(), CompressionMode.Decompress), "a.bin"));
    }
}
