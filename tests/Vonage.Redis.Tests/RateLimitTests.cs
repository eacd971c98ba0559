using System.Diagnostics;
using StackExchange.Redis;
using Vonage.Core;
using Vonage.Redis.Tests.Support;

namespace Vonage.Redis.Tests;

/// <summary>Limits that several connections share, as several processes do.</summary>
internal sealed class RateLimitTests : RedisTest
{
    [Test]
    public async Task Nobody_gets_more_than_others_who_wait_as_well()
    {
        const int Calls = 160;
        var counts = new int[4];
        using var stop = new CancellationTokenSource();
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(counts.Select(async (_, process) =>
        {
            var limits = await LimitsAsync(new RateLimits().Add(50, call => call.Account));

            // Those who have more calls waiting do not get more for that.
            await Task.WhenAll(Enumerable.Range(0, 1 + (process * 5)).Select(async _ =>
            {
                while (await TryEnterAsync(limits, Call(), stop.Token))
                {
                    Interlocked.Increment(ref counts[process]);
                    if (counts.Sum() >= Calls)
                        await stop.CancelAsync();
                }
            }));
        }));

        Assert.That(counts.Sum() / clock.Elapsed.TotalSeconds, Is.LessThan(51));
        Assert.That(counts, Has.All.InRange(counts.Sum() * 0.15, counts.Sum() * 0.35));
    }

    [Test]
    public async Task Calls_of_a_process_are_sent_in_the_order_in_which_they_came()
    {
        var limits = await LimitsAsync(new RateLimits().Add(50, call => call.Account));
        var order = new List<int>();
        var calls = new List<Task>();
        for (var i = 0; i < 20; i++)
        {
            var number = i;
            calls.Add(EnterAsync(number));
        }

        await Task.WhenAll(calls);

        Assert.That(order, Is.EqualTo(Enumerable.Range(0, 20)));

        async Task EnterAsync(int number)
        {
            using var lease = await limits.AcquireAsync(Call());
            lock (order)
                order.Add(number);
        }
    }

    [Test]
    public async Task All_limits_of_a_call_are_taken_or_none()
    {
        var rules = new RateLimits().Add(0.5, call => call.Sender).Add(20, call => call.Account);
        var (first, second) = (await LimitsAsync(rules), await LimitsAsync(rules));
        await first.AcquireAsync(Call(sender: "12025550100"));
        using var giveUp = new CancellationTokenSource();
        var waiting = first.AcquireAsync(Call(sender: "12025550100"), cancellationToken: giveUp.Token).AsTask();
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 20; i++)
            await second.AcquireAsync(Call());
        var time = clock.Elapsed;
        await giveUp.CancelAsync();

        Assert.That(time.TotalSeconds, Is.InRange(0.9, 2), "20 calls at 20 a second, beside one that waits for a turn in 2 seconds");
        Assert.That(waiting.IsCompletedSuccessfully, Is.False);
        await Assert.ThrowsAsync<TaskCanceledException>(() => waiting);
    }

    [Test]
    public async Task A_claim_of_one_who_is_gone_holds_up_nobody_for_long()
    {
        var (hasEntered, turns) = await Patience.TryAsync(TimeSpan.FromMilliseconds(100), ClaimAsync, result => !result.HasEntered && result.Turns < 5);
        Assert.That(hasEntered, Is.False);
        Assert.That(turns, Is.LessThan(5));

        async Task<(bool HasEntered, double Turns)> ClaimAsync(TimeSpan turn)
        {
            var rules = new RateLimits().Add(1 / turn.TotalSeconds, call => call.Account);
            var (limits, others) = (await LimitsAsync(rules), await LimitsAsync(rules));
            await limits.AcquireAsync(Call());
            using var gone = new CancellationTokenSource(turn / 5);
            var hasEntered = await TryEnterAsync(others, Call(), gone.Token);
            var clock = Stopwatch.StartNew();
            await limits.AcquireAsync(Call());
            return (hasEntered, clock.Elapsed / turn);
        }
    }

    [Test]
    public async Task A_server_whose_clock_is_behind_holds_up_nobody()
    {
        var connection = await ConnectAsync();
        var limits = Keep(new RedisRateLimits(connection, new RateLimits().Add(10, call => call.Account)));
        await limits.AcquireAsync(Call());
        var later = (DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeMilliseconds() * 1000).ToString(System.Globalization.CultureInfo.InvariantCulture);
        await connection.GetDatabase().HashSetAsync("{vonage}:limits:0:10:API key abcd1234", [new("next", later), new("last", later)]);

        var clock = Stopwatch.StartNew();
        await limits.AcquireAsync(Call());
        Assert.That(clock.Elapsed, Is.LessThan(Patience.Limit));
    }

    [Test]
    public async Task Without_redis_a_process_keeps_to_its_share_and_then_to_the_shared_limits_again()
    {
        var limits = await LimitsAsync(new RateLimits().Add(40, call => call.Account), new() { LocalShare = 0.25 });
        await limits.AcquireAsync(Call());
        Assert.That(limits.IsShared, Is.True);
        Server.Kill();
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 10; i++)
            await limits.AcquireAsync(Call());
        Assert.That(clock.Elapsed.TotalSeconds, Is.InRange(0.95, 5), "10 calls at a quarter of 40 a second");
        Assert.That(limits.IsShared, Is.False);
        await Server.RunAsync();
        while (!limits.IsShared)
            await limits.AcquireAsync(Call());
        clock.Restart();
        for (var i = 0; i < 40; i++)
            await limits.AcquireAsync(Call());
        Assert.That(clock.Elapsed.TotalSeconds, Is.InRange(0.9, 3), "40 calls, which take 4 seconds by this process's share");
    }

    [Test]
    public async Task Without_redis_calls_are_refused_if_that_was_chosen()
    {
        await using var api = await CountingServer.StartAsync();
        var limits = await LimitsAsync(new RateLimits().Add(40, call => call.Account), new() { WhenUnavailable = RedisOutage.RefuseCalls });
        var options = new VonageClientOptions { RateLimiter = limits, Hosts = { ["rest.nexmo.com"] = new Uri(api.Address) } };
        using var http = new HttpClient();
        var sms = new Sms.SmsClient(http, VonageCredentials.FromApiKey("abcd1234", "secret"), options);
        var message = new Sms.SmsRequest("Vonage", "447700900000", "Hello");
        await sms.SendAsync(message);
        Server.Kill();

        var error = await Assert.ThrowsAsync<ApiRejectedException>(() => sms.SendAsync(message));
        Assert.That(error!.Message, Does.Contain("Redis cannot be reached").And.Contains("Nothing was sent."));
        Assert.That(error.WasSent, Is.EqualTo(RequestSent.No));
        await Server.RunAsync();
        while (!limits.IsShared)
            await TryEnterAsync(limits, Call(), CancellationToken.None);
        await sms.SendAsync(message);
        Assert.That(api.Times, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Whoever_does_not_want_to_wait_for_redis_is_told_to()
    {
        var limits = await LimitsAsync(new RateLimits().Add(40, call => call.Account));

        Assert.That(() => limits.AttemptAcquire(Call()), Throws.InstanceOf<NotSupportedException>().With.Message.Contains("Use AcquireAsync."));
        Assert.That(limits.GetStatistics(Call()), Is.Null);
    }

    [Test]
    public async Task A_call_without_a_limit_does_not_ask()
    {
        var limits = await LimitsAsync(new RateLimits().Add(1, call => call.Sender));
        Server.Kill();
        for (var i = 0; i < 5; i++)
            Assert.That((await limits.AcquireAsync(Call())).IsAcquired, Is.True);
        Assert.That(limits.IsShared, Is.True);
    }

    private static ApiCall Call(string? sender = null) => new("Sms.send", HttpMethod.Post, "rest.nexmo.com", "API key abcd1234", sender);

    private static async Task<bool> TryEnterAsync(RedisRateLimits limits, ApiCall call, CancellationToken cancellationToken)
    {
        try
        {
            using var lease = await limits.AcquireAsync(call, 1, cancellationToken);
            return lease.IsAcquired;
        }
        catch (Exception error) when (error is OperationCanceledException or InvalidOperationException)
        {
            return false;
        }
    }

    private async Task<RedisRateLimits> LimitsAsync(RateLimits limits, VonageRedisOptions? options = null) =>
        Keep(new RedisRateLimits(Keep(await ConnectionMultiplexer.ConnectAsync(new ConfigurationOptions
        {
            EndPoints = { Server.Connection },
            AbortOnConnectFail = false,
            BacklogPolicy = BacklogPolicy.FailFast,
            ReconnectRetryPolicy = new LinearRetry(200),
        })), limits, options));
}
