using StackExchange.Redis;

namespace Vonage.Redis;

/// <summary>Stores in Redis which webhooks were handled, so that no server accepts one that another has accepted.</summary>
/// <remarks>While Redis cannot be reached, webhooks are answered with an error, and Vonage delivers them again later.</remarks>
/// <param name="connection">The connection to Redis. The caller remains responsible for disposing it.</param>
/// <param name="options">The options; <see langword="null"/> for the defaults. They are read once, here.</param>
/// <exception cref="ArgumentException">An option is not valid.</exception>
public sealed class RedisWebhookReplayGuard(IConnectionMultiplexer connection, VonageRedisOptions? options = null) : IWebhookReplayGuard
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    private readonly IConnectionMultiplexer _connection = connection ?? throw new ArgumentNullException(nameof(connection));
    private readonly VonageRedisOptions _options = VonageRedisOptions.Checked(options);

    /// <inheritdoc/>
    public Task<bool> TryReserveAsync(string id, DateTimeOffset expires, CancellationToken cancellationToken = default)
    {
        var time = Left(expires);
        return Database.StringSetAsync(KeyOf(id), "reserved", time < _options.ReservationTime ? time : _options.ReservationTime, When.NotExists).WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task ConfirmAsync(string id, DateTimeOffset expires, CancellationToken cancellationToken = default) =>
        Database.StringSetAsync(KeyOf(id), "handled", Left(expires)).WaitAsync(cancellationToken);

    /// <inheritdoc/>
    public Task ReleaseAsync(string id, CancellationToken cancellationToken = default) => Database.KeyDeleteAsync(KeyOf(id)).WaitAsync(cancellationToken);

    private IDatabase Database => _connection.GetDatabase();

    private RedisKey KeyOf(string id) => $"{_options.KeyPrefix}webhook:{id ?? throw new ArgumentNullException(nameof(id))}";

    // A key without an expiry would stay for ever.
    private static TimeSpan Left(DateTimeOffset expires)
    {
        var left = expires - DateTimeOffset.UtcNow;
        return left > Shortest ? left : Shortest;
    }
}
