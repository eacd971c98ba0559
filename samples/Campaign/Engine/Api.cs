using Campaign.Store;
using StackExchange.Redis;
using Vonage;
using Vonage.Core;
using Vonage.Redis;
using Vonage.Testing;

namespace Campaign.Engine;

/// <summary>The Vonage APIs with the credentials of the environment, or else the simulator in this process.</summary>
internal sealed class Api : IAsyncDisposable
{
    private readonly IAsyncDisposable?[] _owned;

    private Api(IVonageClient client, VonageCredentials credentials, VonageSimulator? simulator, IAsyncDisposable? redis)
    {
        (Client, Credentials, Simulator) = (client, credentials, simulator);
        _owned = [simulator, redis];
    }

    public IVonageClient Client { get; }

    public VonageCredentials Credentials { get; }

    /// <summary>The simulator, if no credentials are set.</summary>
    public VonageSimulator? Simulator { get; }

    /// <summary>Whose campaigns this process may send: the API key of the environment, or the simulator.</summary>
    public static string Account => !VonageCredentials.AreInEnvironment ? CampaignSettings.Simulator
        : VonageCredentials.FromEnvironment().ApiKey ?? throw new CampaignException("VONAGE_API_KEY is not set, but other VONAGE_* variables are: SMS are sent with an API key. Set VONAGE_API_KEY and VONAGE_API_SECRET.");

    /// <param name="redis">Redis, through which the account's limits are shared with other programs; null for none.</param>
    public static async Task<Api> ConnectAsync(string? redis, CancellationToken cancellationToken)
    {
        // No retry and no waiting in the client: a message may be sent again only if its row says so.
        var options = new VonageClientOptions { Retry = RetryOptions.None };
        var connection = redis is null ? null : await ConnectAsync(redis);
        if (connection is not null)
            options.RateLimiter = new RedisRateLimits(connection, VonageRateLimits.Documented());
        if (VonageCredentials.AreInEnvironment)
            return new Api(VonageClient.FromEnvironment(options), VonageCredentials.FromEnvironment(), null, connection);
        var simulator = await VonageSimulator.StartAsync(cancellationToken: cancellationToken);
        return new Api(simulator.CreateClient(options), simulator.Credentials, simulator, connection);
    }

    // What these exceptions say of an address may have its password.
    private static async Task<ConnectionMultiplexer> ConnectAsync(string redis)
    {
        try
        {
            return redis.Contains("://", StringComparison.Ordinal) ? throw new ArgumentException(null, nameof(redis)) : await ConnectionMultiplexer.ConnectAsync(redis);
        }
        catch (ArgumentException)
        {
            throw new CampaignException("--redis must have the form host:port,password=…, with what else StackExchange.Redis reads.");
        }
        catch (RedisException)
        {
            throw new CampaignException("Redis cannot be reached, or refuses the password, at the address of --redis.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var owned in _owned)
            if (owned is not null)
                await owned.DisposeAsync();
    }
}
