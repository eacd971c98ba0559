using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace Vonage.Core;

/// <summary>
/// Limits the number of attempts per second, by account, host, operation, sender or anything else that an <see cref="ApiCall"/> has. Attempts
/// that wait are sent in the order in which they came; one that is cancelled leaves its turn to the next. Time in which nothing is sent does
/// not add up. The limits hold for the clients that share an instance, in one process.
/// </summary>
/// <param name="timeProvider">The clock. The default is <see cref="TimeProvider.System"/>.</param>
public sealed class RateLimits(TimeProvider? timeProvider = null) : PartitionedRateLimiter<ApiCall>
{
    /// <summary>The lowest rate: one attempt in 1000 seconds.</summary>
    public const double MinRate = 0.001;

    /// <summary>The highest rate.</summary>
    public const double MaxRate = 1_000_000;

    private readonly List<Rule> _rules = [];

    /// <summary>Adds a limit, before the first call. An attempt keeps to all limits that apply to it.</summary>
    /// <param name="attemptsPerSecond">The rate, from 0.001 to 1000000.</param>
    /// <param name="partition">Returns what is counted together, such as the account of a call; <see langword="null"/> if the limit does not apply to a call.</param>
    /// <returns>This instance.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not valid.</exception>
    public RateLimits Add(double attemptsPerSecond, Func<ApiCall, string?> partition)
    {
        ArgumentNullException.ThrowIfNull(partition);
        if (!(attemptsPerSecond >= MinRate && attemptsPerSecond <= MaxRate))
            throw new ArgumentOutOfRangeException(nameof(attemptsPerSecond), attemptsPerSecond, "The rate must be from 0.001 (one attempt in 1000 seconds) to 1000000.");
        // The lowest rate comes first: a turn by a higher one is not kept while the attempt waits for another.
        var next = _rules.FindIndex(rule => rule.Rate > attemptsPerSecond);
        _rules.Insert(next < 0 ? _rules.Count : next, new Rule(attemptsPerSecond, partition, timeProvider ?? TimeProvider.System));
        return this;
    }

    /// <inheritdoc/>
    public override RateLimiterStatistics? GetStatistics(ApiCall resource) =>
        _rules.Select(rule => rule.Find(resource)?.GetStatistics()).OrderBy(statistics => statistics?.CurrentAvailablePermits).FirstOrDefault(statistics => statistics is not null);

    /// <inheritdoc/>
    protected override RateLimitLease AttemptAcquireCore(ApiCall resource, int permitCount)
    {
        foreach (var rule in _rules)
            if (rule.Find(resource)?.AttemptAcquire(permitCount) is { IsAcquired: false } refused)
                return refused;
        return PacedLimiter.Granted;
    }

    /// <inheritdoc/>
    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(ApiCall resource, int permitCount, CancellationToken cancellationToken)
    {
        foreach (var rule in _rules)
            if (rule.Find(resource) is { } limiter && await limiter.AcquireAsync(permitCount, cancellationToken).ConfigureAwait(false) is { IsAcquired: false } refused)
                return refused;
        return PacedLimiter.Granted;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        foreach (var rule in _rules)
            rule.Dispose();
        base.Dispose(disposing);
    }

    private sealed class Rule(double rate, Func<ApiCall, string?> partition, TimeProvider clock) : IDisposable
    {
        private const int ManyPartitions = 1000;

        private readonly ConcurrentDictionary<string, PacedLimiter> _limiters = new(StringComparer.Ordinal);

        public double Rate => rate;

        public PacedLimiter? Find(ApiCall call)
        {
            if (partition(call) is not { } key)
                return null;
            if (_limiters.TryGetValue(key, out var known))
                return known;
            if (_limiters.Count >= ManyPartitions)
                RemoveIdle();
            return _limiters.GetOrAdd(key, _ => new PacedLimiter(rate, clock));
        }

        public void Dispose()
        {
            foreach (var limiter in _limiters.Values)
                limiter.Dispose();
        }

        // Whoever found a limiter just before it is removed still has his turn by it.
        private void RemoveIdle()
        {
            foreach (var entry in _limiters)
                if (entry.Value.IdleDuration is not null)
                    _limiters.TryRemove(entry.Key, out _);
        }
    }
}
