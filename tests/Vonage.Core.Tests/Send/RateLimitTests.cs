using System.Threading.RateLimiting;
using Vonage.Core.Pipeline;

namespace Vonage.Core.Tests;

/// <summary>What a client's rate limiter does to its calls.</summary>
internal sealed class RateLimitTests : ServerTest
{
    // One of the account, to which none of the limits of senders or operations applies.
    private static readonly ApiCall Any = new("Account.getBalance", HttpMethod.Get, "rest.nexmo.com", "API key abcd1234");

    [Test]
    public async Task Twice_the_rate_does_not_stop_the_calls_that_fit()
    {
        // Without the runner's context, a timer's continuation runs where the clock is moved.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var time = new ManualTime();
        using var limits = new RateLimits(time).Add(10, _ => "all");
        var client = Client(configure: o => (o.RateLimiter, o.TimeProvider, o.Timeout) = (limits, time, TimeSpan.FromSeconds(1)));
        var calls = new List<Task>();
        for (var i = 0; i < 100; i++)
        {
            if (i < 80)
                calls.Add(client.SendAsync(Operations.GetThing()));
            await SettleAsync(calls, limits);
            time.Advance(TimeSpan.FromMilliseconds(50));
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
        time.Advance(TimeSpan.FromMilliseconds(100));
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
        using var source = new CancellationTokenSource();
        var call = client.SendAsync(Operations.GetThing(), source.Token);
        await Patience.UntilAsync(() => limits.GetStatistics(Any)!.CurrentQueuedCount == 1);
        await source.CancelAsync();
        var error = (await Assert.CatchAsync<OperationCanceledException>(() => call))!;
        Assert.That((error.CancellationToken, error.Message), Is.EqualTo((source.Token, "Things.get was cancelled by its caller while it waited for its turn; nothing was sent.")));
        Assert.That(Server.Requests, Has.Count.EqualTo(1));
    }

    [TestCase("Voice.createCall", 3)]
    [TestCase("Voice.getCall", 15)]
    [TestCase("Pricing.getCountry", 1)]
    [TestCase("WhatsAppTemplates.list", 40)]
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
        var waited = TimeSpan.Zero;
        while (!next.IsCompleted && time.NextTimer is { } step)
        {
            waited += step;
            time.Advance(step);
            await Task.WhenAny(next, Task.Delay(100));
        }

        Assert.That(burst / waited.TotalSeconds, Is.InRange(perSecond * 0.75, perSecond));
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

    // The example of the documentation: 10 attempts per second for each sender, and 30 for the account. The senders want twice as much.
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(6)]
    public async Task All_of_the_documented_rate_is_used_although_callers_give_up_while_they_wait(int senders)
    {
        // Without the runner's context, a timer's continuation runs where the clock is moved.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var time = new ManualTime();
        using var limits = VonageRateLimits.Documented(time).Add(10, call => call.Operation == "Sms.send" ? call.Sender : null);
        var waiting = new Queue<(CancellationTokenSource Patience, DateTimeOffset End)>();
        var calls = new List<Task<RateLimitLease>>();
        var start = time.GetUtcNow();
        for (var tick = 0; tick < 10_000; tick += 10)
        {
            for (var sender = 0; sender < senders && tick % 50 == 0; sender++)
            {
                var patience = new CancellationTokenSource();
                waiting.Enqueue((patience, time.GetUtcNow() + TimeSpan.FromMilliseconds(500)));
                calls.Add(limits.AcquireAsync(new ApiCall("Sms.send", HttpMethod.Post, "rest.nexmo.com", "API key abcd1234", $"sender {sender}"), 1, patience.Token).AsTask());
            }

            time.Advance(TimeSpan.FromMilliseconds(10));
            while (waiting.TryPeek(out var oldest) && oldest.End <= time.GetUtcNow())
                await waiting.Dequeue().Patience.CancelAsync();
        }

        foreach (var (patience, _) in waiting)
            await patience.CancelAsync();
        await Task.WhenAll(calls.Select(call => call.ContinueWith(_ => { }, TaskScheduler.Default)));

        // The period of 30 per second is 34 or, with two permits, 67 ms, which the steps of this clock make 70.
        var granted = limits.GetStatistics(new ApiCall("Account.getBalance", HttpMethod.Get, "rest.nexmo.com", "API key abcd1234"))!.TotalSuccessfulLeases;
        Assert.That(granted / (time.GetUtcNow() - start).TotalSeconds, Is.InRange(Math.Min(10 * senders, 2 / 0.070) * 0.98, Math.Min(10 * senders, 30) + 0.3), "with the first ones, which do not wait");
        Assert.That(calls.Count(call => call.IsCanceled), Is.GreaterThan(calls.Count / 5));
    }

    [Test]
    public async Task Calls_that_fit_succeed_next_to_a_sender_who_wants_more_than_his_limit()
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var time = new ManualTime();
        using var limits = VonageRateLimits.Documented(time).Add(10, call => call.Operation == "Sms.send" ? call.Sender : null);
        var operation = new ApiOperation("Sms.send", "POST", "/sms/json", Operations.Rest, ApiAuthentication.Basic);
        var client = Client(Keys.Account, o => (o.RateLimiter, o.TimeProvider, o.Timeout) = (limits, time, TimeSpan.FromSeconds(2)));
        Task SendAsync(string sender) => client.SendAsync(new ApiRequest(operation, "/sms/json", null).Form(new Message(sender)));
        var (greedy, modest) = (new List<Task>(), new List<Task>());
        for (var i = 0; i < 100; i++)
        {
            if (i < 60)
                greedy.Add(SendAsync("greedy"));
            if (i < 60 && i % 6 == 0)
                modest.Add(SendAsync("modest"));
            await SettleAsync([.. greedy, .. modest], limits);
            time.Advance(TimeSpan.FromMilliseconds(50));
        }

        await Task.WhenAll(modest);
        Assert.That(async () => await Task.WhenAll(greedy), Throws.InstanceOf<ApiRejectedException>());
        Assert.That(greedy.Count(call => call.IsCompletedSuccessfully), Is.GreaterThan(15));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Whoever_does_not_get_his_turn_by_one_limit_takes_nothing_of_another(bool waits)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var time = new ManualTime();
        using var limits = new RateLimits(time).Add(1, call => call.Sender).Add(2, call => call.Account);
        ApiCall From(string sender) => new("Sms.send", HttpMethod.Post, "rest.nexmo.com", "account", sender);
        Assert.That(limits.AttemptAcquire(From("a")).IsAcquired, Is.True);
        using var patience = new CancellationTokenSource();
        if (waits)
        {
            var wait = limits.AcquireAsync(From("b"), 1, patience.Token).AsTask();
            Assert.That(limits.GetStatistics(From("b"))!.CurrentQueuedCount, Is.EqualTo(1));
            await patience.CancelAsync();
            Assert.That(async () => await wait, Throws.InstanceOf<OperationCanceledException>());
            Assert.That(limits.GetStatistics(From("b"))!.CurrentQueuedCount, Is.Zero);
        }
        else
        {
            Assert.That(limits.AttemptAcquire(From("b")).IsAcquired, Is.False);
        }

        time.Advance(TimeSpan.FromMilliseconds(500));
        Assert.That(limits.AttemptAcquire(From("b")).IsAcquired, Is.True);
    }

    [Test]
    public async Task Who_waits_for_a_slow_limit_does_not_hold_up_others_but_has_his_turn()
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var time = new ManualTime();
        using var limits = new RateLimits(time).Add(1, call => call.Sender).Add(10, call => call.Account);
        ApiCall From(string sender, string account) => new("Sms.send", HttpMethod.Post, "rest.nexmo.com", account, sender);
        Assert.That(limits.AttemptAcquire(From("a", "1")).IsAcquired, Is.True);
        var slow = limits.AcquireAsync(From("a", "1")).AsTask();
        var younger = limits.AcquireAsync(From("a", "2")).AsTask();
        for (var i = 0; i < 9; i++)
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            Assert.That(limits.AttemptAcquire(From($"b{i}", "1")).IsAcquired, Is.True, $"{i}");
        }

        // Both limits are free only if nobody else gets what the oldest waits for.
        time.Advance(TimeSpan.FromMilliseconds(50));
        var others = Enumerable.Range(0, 20).Select(i => limits.AcquireAsync(From($"c{i}", "1")).AsTask()).ToArray();
        time.Advance(TimeSpan.FromMilliseconds(50));
        Assert.That((await slow.WaitAsync(Patience.Limit)).IsAcquired, Is.True);
        Assert.That(younger.IsCompleted, Is.False);
        Assert.That(others.Count(other => other.IsCompleted), Is.Zero);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.That((await younger.WaitAsync(Patience.Limit)).IsAcquired, Is.True);
    }

    [Test]
    public async Task A_limiter_that_is_disposed_refuses_who_waits_and_who_comes()
    {
        var call = new ApiCall("a", HttpMethod.Get, "b");
        var limits = new RateLimits(new ManualTime()).Add(1, _ => "all");
        limits.AttemptAcquire(call);
        var waiting = limits.AcquireAsync(call).AsTask();
        Assert.That(() => limits.AttemptAcquire(call, 2), Throws.InstanceOf<ArgumentOutOfRangeException>());
        await limits.DisposeAsync();
        Assert.That((await waiting).IsAcquired, Is.False);
        Assert.That(() => limits.AttemptAcquire(call), Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public async Task A_limiter_that_fails_holds_the_call_back()
    {
        var failure = new InvalidOperationException("The store of the limits cannot be reached.");
        using var limiter = PartitionedRateLimiter.Create<ApiCall, int>(_ => throw failure);
        var client = Client(configure: o => o.RateLimiter = limiter);
        var error = (await Assert.ThrowsAsync<ApiRejectedException>(() => client.SendAsync(Operations.CreateThing(new Thing { Name = "a" }))))!;
        Assert.That((error.InnerException, error.WasSent, error.Attempts.Count, Server.Requests.Count), Is.EqualTo((failure, RequestSent.No, 0, 0)));
        Assert.That(error.Message, Does.Contain("the rate limiter of the client failed (RateLimiter): The store of the limits cannot be reached. Nothing was sent."));
    }

    [Test]
    public async Task Who_is_held_back_after_an_attempt_learns_what_came_of_it()
    {
        Server.Answer = context =>
        {
            context.Response.Headers["X-Request-Id"] = "req-1";
            return LoopbackServer.Json(context, 503, "busy", "text/plain");
        };
        using var limiter = PartitionedRateLimiter.Create<ApiCall, int>(_ => RateLimitPartition.GetFixedWindowLimiter(0, _ => new FixedWindowRateLimiterOptions { PermitLimit = 1, QueueLimit = 0, Window = TimeSpan.FromMinutes(1) }));
        var error = (await Assert.ThrowsAsync<ApiRejectedException>(() => Client(configure: o => (o.Retry, o.RateLimiter) = (new() { Random = () => 0 }, limiter)).SendAsync(Operations.GetThing())))!;
        Assert.That((error.StatusCode, error.RequestId, error.Body, error.WasSent), Is.EqualTo(((System.Net.HttpStatusCode?)503, "req-1", "busy", RequestSent.Yes)));
        Assert.That(error.Attempts.Select(attempt => (attempt.StatusCode, attempt.Delay)), Is.EqualTo(new[] { ((System.Net.HttpStatusCode?)503, (TimeSpan?)TimeSpan.Zero) }));
        Assert.That(error.Message, Does.EndWith("Nothing was sent again. It was attempted once before (503 Service Unavailable)."));
        Assert.That(error.InnerException, Is.InstanceOf<VonageApiException>().With.Property("Body").EqualTo("busy"));
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

    // Whoever has his turn is answered before the clock goes on. Some timers' continuations come a little later.
    private static async Task SettleAsync(IReadOnlyCollection<Task> calls, RateLimits limits)
    {
        for (var i = 0; i < 3; i++)
        {
            await Task.Delay(1).ConfigureAwait(false);
            await Patience.UntilAsync(() => calls.Count(call => !call.IsCompleted) == limits.GetStatistics(Any)!.CurrentQueuedCount).ConfigureAwait(false);
        }
    }

    private sealed class Message(string sender = "ACME") : IFormContent, ISentMessage
    {
        public string? Sender => sender;

        public void WriteTo(FormWriter writer) => writer.Add("from", Sender);
    }
}
