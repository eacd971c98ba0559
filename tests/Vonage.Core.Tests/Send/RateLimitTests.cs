using System.Threading.RateLimiting;
using Vonage.Core.Pipeline;

namespace Vonage.Core.Tests;

/// <summary>What a client's rate limiter does to its calls.</summary>
internal sealed class RateLimitTests : ServerTest
{
    [Test]
    public async Task Twice_the_rate_does_not_stop_the_calls_that_fit()
    {
        using var limits = new RateLimits().Add(10, _ => "all");
        var client = Client(configure: o => (o.RateLimiter, o.Timeout) = (limits, TimeSpan.FromSeconds(1)));
        var calls = new List<Task>();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromSeconds(4))
        {
            calls.Add(client.SendAsync(Operations.GetThing()));
            await Task.Delay(50);
        }

        var errors = new List<Exception>();
        foreach (var call in calls)
        {
            try
            {
                await call;
            }
            catch (ApiException error)
            {
                errors.Add(error);
            }
        }

        // All of the rate is used, and everyone else is told that nothing was sent.
        Assert.That(Server.Requests.Count, Is.InRange(25, 50));
        Assert.That(calls.Skip(calls.Count / 2).Count(c => c.IsCompletedSuccessfully), Is.GreaterThan(10), "in the second half of the load");
        Assert.That(calls.Count(c => c.IsCompletedSuccessfully), Is.EqualTo(Server.Requests.Count));
        Assert.That(errors, Is.Not.Empty.And.All.InstanceOf<ApiRejectedException>().And.All.Message.Contains("Nothing was sent."));
        await client.SendAsync(Operations.GetThing());
        await client.SendAsync(Operations.GetThing());
    }

    [Test]
    public async Task Calls_are_counted_by_what_their_limit_says()
    {
        var time = new ManualTime();
        using var limits = new RateLimits(time).Add(1, call => call.Sender).Add(2, call => call.Operation == "Things.get" ? $"{call.Account} {call.Host}" : null);
        ApiCall From(string sender) => new("Things.create", HttpMethod.Post, "api.nexmo.com", "API key abcd1234", sender);
        ApiCall Get(string account) => new("Things.get", HttpMethod.Get, "api.nexmo.com", account);

        Assert.That(limits.AttemptAcquire(From("1")).IsAcquired, Is.True);
        Assert.That(limits.AttemptAcquire(From("1")).IsAcquired, Is.False);
        Assert.That(limits.AttemptAcquire(From("2")).IsAcquired, Is.True);
        Assert.That(limits.AttemptAcquire(Get("a")).IsAcquired, Is.True);
        Assert.That(limits.AttemptAcquire(Get("a")).IsAcquired, Is.False);
        Assert.That(limits.AttemptAcquire(Get("b")).IsAcquired, Is.True);
        Assert.That(limits.GetStatistics(Get("a"))!.CurrentAvailablePermits, Is.Zero);

        time.Advance(TimeSpan.FromMilliseconds(500));
        Assert.That((await limits.AcquireAsync(Get("a"))).IsAcquired, Is.True);
        Assert.That(limits.AttemptAcquire(From("1")).IsAcquired, Is.False);
        var waiting = limits.AcquireAsync(From("1"));
        time.Advance(TimeSpan.FromMilliseconds(500));
        Assert.That((await waiting).IsAcquired, Is.True);
    }

    [Test]
    public async Task A_limiter_sees_the_account_the_host_the_operation_and_the_sender()
    {
        var seen = new List<ApiCall>();
        using var limiter = PartitionedRateLimiter.Create<ApiCall, int>(call =>
        {
            seen.Add(call);
            return RateLimitPartition.GetNoLimiter(0);
        });
        await Client(Keys.Account, o => o.RateLimiter = limiter).SendAsync(new ApiRequest(Operations.With("POST", ApiAuthentication.Basic), "/legacy", null).Form(new Message()));
        var call = seen.Distinct().Single();
        Assert.That((call.Operation, call.Method, call.Host, call.Account, call.Sender), Is.EqualTo(("Things.legacy", HttpMethod.Post, "rest.nexmo.com", "API key abcd1234", "ACME")));
    }

    [Test]
    public async Task A_limiter_that_lets_nobody_wait_is_obeyed_at_once()
    {
        using var limiter = PartitionedRateLimiter.Create<ApiCall, int>(_ => RateLimitPartition.GetFixedWindowLimiter(0, _ => new FixedWindowRateLimiterOptions { PermitLimit = 1, QueueLimit = 0, Window = TimeSpan.FromMinutes(1) }));
        var client = Client(configure: o => o.RateLimiter = limiter);
        await client.SendAsync(Operations.GetThing());
        var error = (await Assert.ThrowsAsync<ApiRejectedException>(() => client.SendAsync(Operations.GetThing())))!;
        Assert.That(error.RetryAfter, Is.GreaterThan(TimeSpan.Zero).And.LessThanOrEqualTo(TimeSpan.FromMinutes(1)));
        Assert.That(error.Message, Does.Contain("lets no more calls wait").And.Contain("Nothing was sent."));
        Assert.That(Server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Each_attempt_asks_for_its_turn()
    {
        Server.Reply(503, "{}");
        using var limiter = PartitionedRateLimiter.Create<ApiCall, int>(_ => RateLimitPartition.GetConcurrencyLimiter(0, _ => new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 0 }));
        var client = Client(configure: o => (o.Retry, o.RateLimiter) = (new() { Random = () => 0 }, limiter));
        await Assert.ThrowsAsync<VonageApiException>(() => client.SendAsync(Operations.GetThing()));
        Assert.That(limiter.GetStatistics(new ApiCall("a", HttpMethod.Get, "b")), Has.Property("TotalSuccessfulLeases").EqualTo(3).And.Property("CurrentAvailablePermits").EqualTo(1));
    }

    [Test]
    public async Task Who_cancels_while_he_waits_has_sent_nothing()
    {
        using var limits = new RateLimits().Add(0.01, _ => "all");
        var client = Client(configure: o => (o.RateLimiter, o.Timeout) = (limits, Timeout.InfiniteTimeSpan));
        await client.SendAsync(Operations.GetThing());
        using var source = new CancellationTokenSource(50);
        var error = (await Assert.CatchAsync<OperationCanceledException>(() => client.SendAsync(Operations.GetThing(), source.Token)))!;
        Assert.That((error.CancellationToken, error.Message), Is.EqualTo((source.Token, "Things.get was cancelled by its caller while it waited for its turn; nothing was sent.")));
        Assert.That(Server.Requests, Has.Count.EqualTo(1));
    }

    [TestCase("Voice.createCall", 3)]
    [TestCase("Voice.getCall", 15)]
    [TestCase("Pricing.getCountry", 1)]
    [TestCase("Account.getBalance", 30)]
    [TestCase("Sms.send", 30)]
    public async Task The_documented_limits_are_those_of_an_account(string operation, int perSecond)
    {
        var time = new ManualTime();
        using var limits = VonageRateLimits.Documented(time);
        var call = new ApiCall(operation, HttpMethod.Get, "api.nexmo.com", "API key abcd1234", "ACME");
        var burst = 0;
        while (limits.AttemptAcquire(call).IsAcquired)
            burst++;
        var next = limits.AcquireAsync(call).AsTask();
        var waited = 0;
        for (; !next.IsCompleted && waited < 2000; waited += 10)
        {
            time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.WhenAny(next, Task.Delay(5));
        }

        Assert.That(1000.0 * burst / waited, Is.InRange(perSecond * 0.75, perSecond));
    }

    [Test]
    public void A_long_number_of_the_us_sends_one_sms_a_second()
    {
        using var limits = VonageRateLimits.Documented(new ManualTime());
        ApiCall From(string sender, string account = "a") => new("Sms.send", HttpMethod.Post, "rest.nexmo.com", account, sender);
        Assert.That(limits.AttemptAcquire(From("15550100000")).IsAcquired, Is.True);
        Assert.That(limits.AttemptAcquire(From("15550100000", "b")).IsAcquired, Is.False);
        Assert.That(limits.AttemptAcquire(From("447700900000", "c")).IsAcquired, Is.True);
        Assert.That(limits.AttemptAcquire(From("447700900000", "d")).IsAcquired, Is.True);
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(double.NaN)]
    [TestCase(2_000_000)]
    public void A_rate_that_is_none_is_an_error(double rate) => Assert.That(() => new RateLimits().Add(rate, _ => ""), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public async Task Partitions_that_nobody_uses_are_forgotten()
    {
        var time = new ManualTime();
        using var limits = new RateLimits(time).Add(1, call => call.Sender);
        for (var i = 0; i < 1000; i++)
            limits.AttemptAcquire(new ApiCall("a", HttpMethod.Get, "b", sender: $"{i}"));
        time.Advance(TimeSpan.FromSeconds(2));
        for (var i = 0; i < 1000; i++)
            while (limits.GetStatistics(new ApiCall("a", HttpMethod.Get, "b", sender: $"{i}"))!.CurrentAvailablePermits == 0)
                await Task.Delay(1);
        Assert.That(limits.GetStatistics(new ApiCall("a", HttpMethod.Get, "b", sender: "0"))!.TotalSuccessfulLeases, Is.EqualTo(1));
        limits.AttemptAcquire(new ApiCall("a", HttpMethod.Get, "b", sender: "one more"));
        Assert.That(limits.GetStatistics(new ApiCall("a", HttpMethod.Get, "b", sender: "0"))!.TotalSuccessfulLeases, Is.Zero);
    }

    private sealed class Message : IFormContent, ISentMessage
    {
        public string? Sender => "ACME";

        public void WriteTo(FormWriter writer) => writer.Add("from", Sender);
    }
}
