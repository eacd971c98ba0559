using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;
using Vonage.Core;

namespace Vonage.Redis;

/// <summary>
/// Rate limits that hold for all processes that share a Redis server, for <see cref="ApiClientOptions.RateLimiter"/>. Attempts are spaced evenly; one that
/// keeps to several limits takes all of them at once.
/// </summary>
/// <remarks>
/// <para>In a process, attempts that keep to the same limits are sent in the order in which they came; among processes, the one that has waited longest comes
/// first.</para>
/// <para>Redis has no more to do than one script per attempt, and one more for each time that an attempt comes too early. A limit loses 1.5 % of its rate, so that what the
/// network delays does not arrive together with what follows.</para>
/// </remarks>
public sealed class RedisRateLimits : PartitionedRateLimiter<ApiCall>
{
    // What Redis says it has lost, other processes may not have noticed yet.
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(3);

    private readonly RateLimits _limits;
    private readonly SharedTurns _shared;
    private readonly LocalTurns? _local;
    private readonly Availability _redis;
    private readonly Gates _gates = new();

    /// <summary>Initializes a new instance of the class.</summary>
    /// <param name="connection">The connection to Redis, or to a server that speaks its protocol and runs Lua scripts. The caller remains responsible for disposing it.</param>
    /// <param name="limits">The limits, the same in all processes, such as <see cref="VonageRateLimits.Documented"/>.</param>
    /// <param name="options">The options; <see langword="null"/> for the defaults. They are read once, here.</param>
    /// <param name="logger">The log, which says when an outage of Redis begins and ends; <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    public RedisRateLimits(IConnectionMultiplexer connection, RateLimits limits, VonageRedisOptions? options = null, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _limits = limits ?? throw new ArgumentNullException(nameof(limits));
        options = VonageRedisOptions.Checked(options);
        _shared = new SharedTurns(connection, options.KeyPrefix + "limits:", Recovery);
        _local = options.WhenUnavailable == RedisOutage.UseLocalLimits ? new LocalTurns(options.LocalShare) : null;
        _redis = new Availability(options, logger ?? NullLogger.Instance);
    }

    /// <summary>Whether the limits are shared. They are not while Redis cannot be reached, nor in the 3 seconds after that.</summary>
    public bool IsShared => _redis.IsShared;

    /// <summary>Returns <see langword="null"/>: what other processes wait for is not known here.</summary>
    /// <param name="resource">The attempt.</param>
    public override RateLimiterStatistics? GetStatistics(ApiCall resource) => null;

    /// <summary>Not supported, because it would block until Redis answers. Use <see cref="PartitionedRateLimiter{TResource}.AcquireAsync"/>.</summary>
    /// <param name="resource">The attempt.</param>
    /// <param name="permitCount">The number of permits.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    protected override RateLimitLease AttemptAcquireCore(ApiCall resource, int permitCount) =>
        throw new NotSupportedException("RedisRateLimits cannot answer without waiting for Redis. Use AcquireAsync.");

    /// <inheritdoc/>
    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(ApiCall resource, int permitCount, CancellationToken cancellationToken)
    {
        var limits = _limits.LimitsOf(resource);
        if (limits.Count == 0 || permitCount == 0)
            return GrantedLease.Instance;
        var key = string.Join('\n', limits.Select(limit => limit.Key));

        // One of all who keep to the same limits looks for the next turn; the others wait behind him.
        TimeSpan wait;
        using (await _gates.EnterAsync(key, cancellationToken).ConfigureAwait(false))
            wait = await FindTurnAsync(limits, permitCount, cancellationToken).ConfigureAwait(false);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, cancellationToken).ConfigureAwait(false);
        return GrantedLease.Instance;
    }

    /// <summary>Waits until the turn comes, but for the time that is returned, or until it is granted by Redis.</summary>
    private async Task<TimeSpan> FindTurnAsync(IReadOnlyList<RateLimit> limits, int count, CancellationToken cancellationToken)
    {
        // In an outage, a process keeps to its own turns until its first shared one.
        var isOutage = !_redis.IsShared;
        if (isOutage && _local is not null)
            await _local.TakeAsync(limits, count, cancellationToken).ConfigureAwait(false);
        if (await FindSharedTurnAsync(limits, count, cancellationToken).ConfigureAwait(false) is { } wait)
        {
            _local?.Note(limits, count, wait);
            return wait;
        }

        if (!isOutage)
            await _local!.TakeAsync(limits, count, cancellationToken).ConfigureAwait(false);
        return TimeSpan.Zero;
    }

    /// <summary>Waits until Redis grants a turn, and returns the time until it comes; <see langword="null"/> if this process has to find it by itself.</summary>
    private async Task<TimeSpan?> FindSharedTurnAsync(IReadOnlyList<RateLimit> limits, int count, CancellationToken cancellationToken)
    {
        var who = Guid.NewGuid().ToString("N");
        long since = 0;
        while (true)
        {
            Turn turn;
            try
            {
                if (!_redis.MayAsk())
                    return _local is null ? throw Unavailable(null) : null;
                turn = await _shared.AskAsync(limits, count, who, since).ConfigureAwait(false);
            }
            catch (Exception error) when (error is RedisException or TimeoutException or ObjectDisposedException)
            {
                if (_redis.Lose(error))
                    _local?.Begin();
                return _local is null ? throw Unavailable(error) : null;
            }

            if (turn.Kind == TurnKind.Recovering && _local is not null)
            {
                if (_redis.Recover())
                    _local.Begin();
                return null;
            }

            _redis.Find();
            if (turn.Kind == TurnKind.Granted)
                return turn.Wait;
            since = turn.Since;
            await Task.Delay(SharedTurns.Milliseconds(turn.Wait), cancellationToken).ConfigureAwait(false);
        }
    }

    private static InvalidOperationException Unavailable(Exception? error) => new("Redis cannot be reached, and VonageRedisOptions.WhenUnavailable is RefuseCalls", error);
}
