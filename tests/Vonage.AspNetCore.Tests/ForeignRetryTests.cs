using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.RateLimiting;
using Vonage.Account;
using Vonage.Core;
using Vonage.Sms;

namespace Vonage.AspNetCore.Tests;

/// <summary>A handler of the application's that retries must not send a message twice; what it tries is in the log.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ForeignRetryTests
{
    private readonly ConcurrentQueue<(string? Name, string Text)> _log = new();
    private LoopbackServer _server = null!;
    private bool _areAllLogged;

    [SetUp]
    public async Task StartAsync() => _server = await LoopbackServer.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _server.DisposeAsync();

    [Test]
    public async Task A_standard_resilience_handler_sends_an_sms_once()
    {
        _server.Reply(503, "{}");
        await using var provider = Services(builder => builder.AddStandardResilienceHandler(o => o.Retry.Delay = TimeSpan.FromMilliseconds(1)));
        var error = await Assert.ThrowsAsync<ApiConnectionException>(() => provider.GetRequiredService<ISmsClient>().SendAsync("ACME", "447700900000", "A text"));
        Assert.That(_server.Requests, Has.Count.EqualTo(1));
        Assert.That(error!.Message, Does.Contain("Remove the handler that retries, such as AddStandardResilienceHandler"));
        Assert.That(Logged("ForeignRetryRefused"), Is.EqualTo((string[])["Warning Sms.send: a handler of the HttpClient tried to send the request again. It was not sent. Remove the handler that retries, such as AddStandardResilienceHandler or AddStandardHedgingHandler, from the builder that AddVonage returns."]));
    }

    [Test]
    public async Task A_read_is_repeated_by_the_client_alone()
    {
        _server.Answer = context => LoopbackServer.Json(context, _server.Requests.Count < 3 ? 503 : 200, """{"value":1.5,"autoReload":false}""");
        await using var provider = Services(builder => builder.AddStandardResilienceHandler(o => o.Retry.Delay = TimeSpan.FromMilliseconds(1)));
        Assert.That((await provider.GetRequiredService<IAccountClient>().GetBalanceAsync()).Value, Is.EqualTo(1.5m));
        Assert.That(_server.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_handler_that_retries_below_all_others_is_found_too()
    {
        _server.Reply(503, "{}");
        await using var provider = Services(builder => builder.AddHttpMessageHandler(() => new TwiceHandler()));
        Assert.That(async () => await provider.GetRequiredService<ISmsClient>().SendAsync("ACME", "447700900000", "A text"), Throws.InstanceOf<ApiConnectionException>());
        Assert.That(_server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Hedging_sends_an_sms_once()
    {
        _server.Reply(503, "{}");
        await using var provider = Services(builder => builder.AddStandardHedgingHandler());
        Assert.That(async () => await provider.GetRequiredService<ISmsClient>().SendAsync("ACME", "447700900000", "A text"), Throws.InstanceOf<ApiConnectionException>());
        Assert.That(_server.Requests, Has.Count.EqualTo(1));
        Assert.That(Logged("ForeignRetryRefused"), Is.Not.Empty);
    }

    [Test]
    public async Task A_handler_that_fails_after_the_reply_has_not_kept_the_sms_from_being_sent()
    {
        _server.Reply(200, """{"message-count":"1","messages":[{"status":"0","message-id":"id-1"}]}""");
        await using var provider = Services(builder => builder.AddHttpMessageHandler(() => new Audit()));
        var error = await Assert.ThrowsAsync<ApiConnectionException>(() => provider.GetRequiredService<ISmsClient>().SendAsync("ACME", "447700900000", "A text"));
        Assert.That((error!.WasSent, _server.Requests.Count), Is.EqualTo((RequestSent.Unknown, 1)));
    }

    [Test]
    public async Task A_rate_limiter_of_the_applications_has_held_the_call_back()
    {
        _server.Reply(200, """{"message-count":"1","messages":[{"status":"0","message-id":"id-1"}]}""");
        await using var provider = Services(builder => builder.AddResilienceHandler("limit", pipeline => pipeline.AddRateLimiter(new FixedWindowRateLimiter(new() { PermitLimit = 1, QueueLimit = 0, Window = TimeSpan.FromHours(1) }))));
        var sms = provider.GetRequiredService<ISmsClient>();
        await sms.SendAsync("ACME", "447700900000", "A text");
        var error = await Assert.ThrowsAsync<ApiRejectedException>(() => sms.SendAsync("ACME", "447700900000", "A text"));
        Assert.That((error!.WasSent, error.Attempts.Count, _server.Requests.Count), Is.EqualTo((RequestSent.No, 0, 1)));
        Assert.That(error.InnerException, Is.InstanceOf<RateLimiterRejectedException>());
    }

    [Test]
    public async Task A_timeout_of_the_applications_is_one()
    {
        var time = new ManualTime();
        _server.Answer = context =>
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        await using var provider = Services(builder => builder.AddResilienceHandler("time", pipeline =>
        {
            pipeline.TimeProvider = time;
            pipeline.AddTimeout(TimeSpan.FromMilliseconds(100));
        }));
        var error = await Assert.ThrowsAsync<ApiTimeoutException>(() => provider.GetRequiredService<ISmsClient>().SendAsync("ACME", "447700900000", "A text"));
        Assert.That((error!.WasSent, error.Timeout, _server.Requests.Count), Is.EqualTo((RequestSent.Unknown, TimeSpan.FromMilliseconds(100), 1)));
    }

    [Test]
    public async Task The_log_has_calls_and_retries_and_nothing_that_they_contain()
    {
        _server.Answer = context => LoopbackServer.Json(context, _server.Requests.Count < 2 ? 503 : 200, """{"value":1.5,"autoReload":false}""");
        await using var provider = Services(_ => { });
        await provider.GetRequiredService<IAccountClient>().GetBalanceAsync();
        _server.Reply(402, """{"title":"No money","detail":"447700900000"}""");
        await Assert.ThrowsAsync<VonageApiException>(() => provider.GetRequiredService<ISmsClient>().SendAsync("ACME", "447700900000", "A text"));

        Assert.That(Logged("CallRetried").Single(), Does.StartWith("Information Account.getBalance (GET /account/get-balance) failed (503 Service Unavailable) and is attempted again after "));
        Assert.That(Logged("CallSucceeded").Single(), Does.StartWith("Debug Account.getBalance (GET /account/get-balance) succeeded after ").And.EndsWith(" ms, 2 request(s)"));
        Assert.That(Logged("CallFailed").Single(), Does.StartWith("Debug Sms.send (POST /sms/{format}) failed after ").And.EndsWith(" ms, 1 request(s): VonageApiException 402"));
        Assert.That(_log.Select(entry => entry.Text), Has.None.Contains("447700900000").And.None.Contains("A text").And.None.Contains("Secret1"));
    }

    [Test]
    public async Task The_platform_adds_no_addresses_to_the_log_unless_it_is_asked_to([Values] bool isAsked)
    {
        _server.Reply(200, "{}");
        _areAllLogged = true;
        await using var provider = Services(builder => _ = isAsked ? builder.AddDefaultLogger() : builder);
        await provider.GetRequiredService<IVonageClient>().Raw.GetAsync<string>("https://rest.nexmo.com/numbers/447700900000", null, ApiAuthentication.Basic);
        Assert.That(_log.Any(entry => entry.Text.Contains("447700900000", StringComparison.Ordinal)), Is.EqualTo(isAsked));
        Assert.That(_log.Any(entry => entry.Name == "RequestStart"), Is.EqualTo(isAsked));
    }

    private List<string> Logged(string name) => [.. _log.Where(entry => entry.Name == name).Select(entry => entry.Text)];

    private ServiceProvider Services(Action<IHttpClientBuilder> configure)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(new Log(_log, _areAllLogged)));
        configure(services.AddVonage(options =>
        {
            (options.ApiKey, options.ApiSecret, options.Retry) = ("abcd1234", "Secret1", new() { Random = () => 0 });
            options.Hosts["rest.nexmo.com"] = _server.Address;
        }));
        return services.BuildServiceProvider(validateScopes: true);
    }

    /// <summary>Keeps what the clients of the library write, and if asked to, what the platform writes about its HttpClient.</summary>
    private sealed class Log(ConcurrentQueue<(string? Name, string Text)> all, bool withOthers) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => withOthers || categoryName == "Vonage" ? new Logger(all) : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public void Dispose()
        {
        }

        private sealed class Logger(ConcurrentQueue<(string? Name, string Text)> all) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                all.Enqueue((eventId.Name, $"{logLevel} {formatter(state, exception)}"));
        }
    }

    private sealed class Audit : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await base.SendAsync(request, cancellationToken);
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The audit log cannot be reached.");
        }
    }
}
