using Microsoft.Extensions.DependencyInjection;
using Vonage.Account;
using Vonage.Core;
using Vonage.Testing;

namespace Vonage.AspNetCore.Tests;

/// <summary>What <see cref="VonageOptions.RequestsPerSecond"/> does, by a clock that the tests move.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class RateLimitTests
{
    private readonly ManualTime _time = new();
    private VonageSimulator _simulator = null!;

    [SetUp]
    public async Task Start() => _simulator = await VonageSimulator.StartAsync();

    [TearDown]
    public async Task Stop() => await _simulator.DisposeAsync();

    [TestCase(2, 1, 500)]
    [TestCase(3, 1, 334)]
    [TestCase(20, 1, 50)]
    [TestCase(60, 3, 50)]
    public async Task Requests_wait_for_their_turn_in_the_order_in_which_they_came(double rate, int atOnce, int milliseconds)
    {
        await using var provider = Services(rate);
        var calls = Enumerable.Range(0, 3 * atOnce).Select(_ => provider.GetRequiredService<IAccountClient>().GetBalanceAsync()).ToArray();

        for (var sent = atOnce; ; sent += atOnce)
        {
            await Task.WhenAll(calls[..sent]);
            Assert.That((_simulator.Requests.Count, calls.Count(call => call.IsCompleted)), Is.EqualTo((sent, sent)));
            if (sent == calls.Length)
                return;
            _time.Advance(TimeSpan.FromMilliseconds(milliseconds - 1));
            await Task.Delay(20);
            Assert.That(_simulator.Requests, Has.Count.EqualTo(sent), "a millisecond too early");
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }
    }

    [Test]
    public async Task A_cancelled_call_gives_its_turn_to_the_next()
    {
        await using var provider = Services(2);
        var client = provider.GetRequiredService<IAccountClient>();
        using var cancellation = new CancellationTokenSource();
        await client.GetBalanceAsync();
        var cancelled = client.GetBalanceAsync(cancellationToken: cancellation.Token);
        var next = client.GetBalanceAsync();

        await cancellation.CancelAsync();

        Assert.That(async () => await cancelled, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(next.IsCompleted, Is.False);
        _time.Advance(TimeSpan.FromMilliseconds(500));
        await next;
        Assert.That(_simulator.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task The_wait_takes_half_of_the_timeout_at_most()
    {
        await using var provider = Services(0.1);
        var client = provider.GetRequiredService<IAccountClient>();
        await client.GetBalanceAsync();
        var waiting = client.GetBalanceAsync(new RequestOptions { Timeout = TimeSpan.FromSeconds(5) });

        _time.Advance(TimeSpan.FromSeconds(2.5));

        Assert.That(async () => await waiting, Throws.InstanceOf<ApiRejectedException>().With.Message.Contains("Nothing was sent."));
        Assert.That(_simulator.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Time_without_requests_does_not_add_up()
    {
        await using var provider = Services(2);
        var client = provider.GetRequiredService<IAccountClient>();
        await client.GetBalanceAsync();
        _time.Advance(TimeSpan.FromHours(1));

        await client.GetBalanceAsync();
        var next = client.GetBalanceAsync();
        await Task.Delay(20);

        Assert.That(next.IsCompleted, Is.False);
        _time.Advance(TimeSpan.FromMilliseconds(500));
        await next;
    }

    [TestCase(0.001)]
    [TestCase(1_000_000)]
    public async Task The_slowest_and_the_fastest_rate_can_be_used(double rate)
    {
        await using var provider = Services(rate, TimeProvider.System);
        await provider.GetRequiredService<IAccountClient>().GetBalanceAsync();
        Assert.That(_simulator.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_documented_limits_can_be_kept()
    {
        await using var provider = Services(null);
        var client = provider.GetRequiredService<Vonage.Pricing.IPricingClient>();
        await client.GetCountryAsync(Vonage.Pricing.PricingProduct.Sms, "GB");
        var next = client.GetCountryAsync(Vonage.Pricing.PricingProduct.Sms, "GB");
        await Task.Delay(20);
        Assert.That(next.IsCompleted, Is.False);
        _time.Advance(TimeSpan.FromSeconds(1));
        await next;
    }

    private ServiceProvider Services(double? rate, TimeProvider? clock = null)
    {
        var services = new ServiceCollection();
        services.AddVonage(options =>
        {
            options.Credentials = _ => _simulator.Credentials;
            (options.RequestsPerSecond, options.DocumentedRateLimits, options.TimeProvider) = (rate, rate is null, clock ?? _time);
            foreach (var (host, address) in _simulator.Hosts)
                options.Hosts[host] = address;
        });
        return services.BuildServiceProvider(validateScopes: true);
    }
}
