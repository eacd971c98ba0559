using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Vonage;
using Vonage.Core;
using Vonage.Redis;
using Vonage.Sms;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that let several processes share rate limits and webhooks through Redis.</summary>
public static class VonageRedisServiceCollectionExtensions
{
    private static readonly TimeSpan ReconnectEvery = TimeSpan.FromMilliseconds(500);

    /// <summary>Shares rate limits, the replay guard of webhooks and the parts of inbound SMS with all processes that use the same Redis server.</summary>
    /// <remarks>
    /// The rate limits are those of all clients that <c>AddVonage</c> adds. The parts of inbound SMS are for an <see cref="InboundSmsAssembler"/>, which is added.
    /// Clients keep to <see cref="VonageOptions.RequestsPerSecond"/>, or else to the documented limits of Vonage: <see cref="VonageOptions.DocumentedRateLimits"/> is set. A client with a
    /// <see cref="ApiClientOptions.RateLimiter"/> of its own keeps it.
    /// </remarks>
    /// <param name="services">The service collection.</param>
    /// <param name="connection">The connection string, as StackExchange.Redis defines it: <c>redis-1:6379,password=…</c>.</param>
    /// <param name="configure">Configures how processes share.</param>
    /// <exception cref="ArgumentException">The connection string or an option is not valid.</exception>
    public static IServiceCollection AddVonageRedis(this IServiceCollection services, string connection, Action<VonageRedisOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connection);
        var configuration = ConfigurationOptions.Parse(connection);

        // Whoever waits for Redis does not send: a server that is away is known at once, and tried again soon.
        configuration.AbortOnConnectFail = false;
        configuration.BacklogPolicy = BacklogPolicy.FailFast;
        configuration.ReconnectRetryPolicy = new LinearRetry((int)ReconnectEvery.TotalMilliseconds);
        return services.AddVonageRedis(_ => ConnectionMultiplexer.Connect(configuration), configure);
    }

    /// <summary>Does the same with a connection of the application's.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="connection">Returns the connection, once. The service provider disposes it.</param>
    /// <param name="configure">Configures how processes share.</param>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    public static IServiceCollection AddVonageRedis(this IServiceCollection services, Func<IServiceProvider, IConnectionMultiplexer> connection, Action<VonageRedisOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(connection);
        var options = new VonageRedisOptions();
        configure?.Invoke(options);
        options = VonageRedisOptions.Checked(options);
        services.TryAddSingleton(provider => new RedisConnection(connection(provider)));
        services.TryAddSingleton<IInboundSmsStore>(provider => new RedisInboundSmsStore(ConnectionOf(provider), options));
        services.TryAddSingleton(provider => new InboundSmsAssembler(new InboundSmsAssemblerOptions { Store = provider.GetRequiredService<IInboundSmsStore>() }));
        services.AddOptions<VonageWebhookOptions>().PostConfigure<IServiceProvider>((webhooks, provider) =>
            webhooks.Verification.ReplayGuard ??= new RedisWebhookReplayGuard(ConnectionOf(provider), options));
        services.AddSingleton<IPostConfigureOptions<VonageOptions>>(provider => new SharedLimits(provider, options));
        return services;
    }

    private static IConnectionMultiplexer ConnectionOf(IServiceProvider provider) => provider.GetRequiredService<RedisConnection>().Value;

    // An application may have a connection of its own for something else.
    private sealed class RedisConnection(IConnectionMultiplexer value) : IDisposable
    {
        public IConnectionMultiplexer Value => value;

        public void Dispose() => value.Dispose();
    }

    private sealed class SharedLimits(IServiceProvider provider, VonageRedisOptions options) : IPostConfigureOptions<VonageOptions>
    {
        public void PostConfigure(string? name, VonageOptions account)
        {
            account.DocumentedRateLimits |= account is { RequestsPerSecond: null, RateLimiter: null };
            account.ShareRateLimits ??= limits => new RedisRateLimits(ConnectionOf(provider), limits, options, provider.GetService<ILoggerFactory>()?.CreateLogger("Vonage"));
        }
    }
}
