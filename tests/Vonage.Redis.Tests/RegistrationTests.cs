using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Vonage.Core;
using Vonage.Redis.Tests.Support;
using Vonage.Sms;

namespace Vonage.Redis.Tests;

/// <summary>What <c>AddVonageRedis</c> adds.</summary>
internal sealed class RegistrationTests : RedisTest
{
    [Test]
    public async Task Two_hosts_share_the_documented_limits_and_their_webhooks()
    {
        await using var api = await CountingServer.StartAsync();
        await using var first = Host(api, options => { });
        await using var second = Host(api, options => { });
        var from = new SmsRequest("12025550100", "447700900000", "Hello");
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await first.GetRequiredService<ISmsClient>().SendAsync(from);
        await second.GetRequiredService<ISmsClient>().SendAsync(from);

        Assert.That(clock.Elapsed.TotalSeconds, Is.InRange(0.9, 10), "one SMS per second from a US long number");
        Assert.That(GuardOf(first), Is.InstanceOf<RedisWebhookReplayGuard>());
        Assert.That(await GuardOf(first)!.TryReserveAsync("1", DateTimeOffset.UtcNow.AddMinutes(1)), Is.True);
        Assert.That(await GuardOf(second)!.TryReserveAsync("1", DateTimeOffset.UtcNow.AddMinutes(1)), Is.False);
        Assert.That(first.GetRequiredService<IInboundSmsStore>(), Is.InstanceOf<RedisInboundSmsStore>());
        Assert.That(await first.GetRequiredService<InboundSmsAssembler>().AddAsync(new InboundSms { Text = "x" }), Has.Count.EqualTo(1));

        static IWebhookReplayGuard? GuardOf(IServiceProvider host) => host.GetRequiredService<IOptions<VonageWebhookOptions>>().Value.Verification.ReplayGuard;
    }

    [Test]
    public async Task Accounts_with_a_rate_of_their_own_do_not_wait_for_each_other()
    {
        await using var api = await CountingServer.StartAsync();
        var services = new ServiceCollection();
        foreach (var name in (string[])["a", "b"])
            services.AddVonage(name, options => Set(options, api, o => o.RequestsPerSecond = 0.1));
        services.AddVonageRedis(Server.Connection);
        await using var provider = services.BuildServiceProvider();
        var message = new SmsRequest("Vonage", "447700900000", "Hello");
        await provider.GetRequiredKeyedService<ISmsClient>("a").SendAsync(message);
        await provider.GetRequiredKeyedService<ISmsClient>("b").SendAsync(message);

        Assert.That(api.Times, Has.Count.EqualTo(2));
        var error = await Assert.ThrowsAsync<ApiRejectedException>(() => provider.GetRequiredKeyedService<ISmsClient>("a").SendAsync(message, new RequestOptions { Timeout = TimeSpan.FromSeconds(1) }));
        Assert.That(error!.WasSent, Is.EqualTo(RequestSent.No));
    }

    [Test]
    public async Task A_limiter_of_the_applications_stays()
    {
        await using var api = await CountingServer.StartAsync();
        var own = Keep(new RateLimits().Add(1, call => call.Account));
        await using var host = Host(api, options => options.RateLimiter = own);
        await host.GetRequiredService<ISmsClient>().SendAsync(new SmsRequest("Vonage", "447700900000", "Hello"));

        Assert.That(own.GetStatistics(new ApiCall("Sms.send", HttpMethod.Post, "rest.nexmo.com", "API key abcd1234"))!.TotalSuccessfulLeases, Is.EqualTo(1));
    }

    [Test]
    public async Task A_host_starts_without_redis()
    {
        Server.Kill();
        await using var api = await CountingServer.StartAsync();
        await using var host = Host(api, options => options.RequestsPerSecond = 100);

        await host.GetRequiredService<ISmsClient>().SendAsync(new SmsRequest("Vonage", "447700900000", "Hello"));

        Assert.That(api.Times, Has.Count.EqualTo(1));
    }

    [Test]
    public void What_is_not_valid_is_said_at_once()
    {
        var services = new ServiceCollection();

        Assert.That(() => services.AddVonageRedis("localhost,passwrd=hunter2"), Throws.ArgumentException.With.Message.Not.Contains("hunter2"));
        Assert.That(() => services.AddVonageRedis(" "), Throws.ArgumentException);
        Assert.That(() => services.AddVonageRedis("localhost", options => options.LocalShare = 25), Throws.ArgumentException.With.Message.StartsWith("LocalShare is 25, but must be greater than 0 and at most 1."));
        Assert.That(() => services.AddVonageRedis("localhost", options => options.KeyPrefix = ""), Throws.ArgumentException.With.Message.StartsWith("KeyPrefix is empty."));
        Assert.That(() => services.AddVonageRedis("localhost", options => options.WhenUnavailable = (RedisOutage)7), Throws.ArgumentException.With.Message.StartsWith("WhenUnavailable is 7"));
        Assert.That(() => services.AddVonageRedis("localhost", options => options.ReservationTime = TimeSpan.Zero), Throws.ArgumentException.With.Message.StartsWith("ReservationTime is 00:00:00"));
    }

    private static void Set(VonageOptions options, CountingServer api, Action<VonageOptions> more)
    {
        (options.ApiKey, options.ApiSecret, options.SignatureSecret) = ("abcd1234", "secret", "signature-secret-of-32-characters!");
        options.Hosts["rest.nexmo.com"] = new Uri(api.Address);
        options.Retry = RetryOptions.None;
        more(options);
    }

    private ServiceProvider Host(CountingServer api, Action<VonageOptions> more)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddVonage(options => Set(options, api, more));
        services.AddVonageRedis(Server.Connection);
        return services.BuildServiceProvider();
    }
}
