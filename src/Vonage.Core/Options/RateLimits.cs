using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace Vonage.Core;

/// <summary>Limits the number of attempts per second, by account, host, operation, sender or anything else that an <see cref="ApiCall"/> has.</summary>
/// <remarks>
/// Attempts that wait are sent in the order in which they came; one that is cancelled leaves its turn to the next. Time in which nothing is sent does not add
/// up. The limits hold for the clients that share an instance, in one process.
/// </remarks>
/// <param name="timeProvider">The clock. The default is <see cref="TimeProvider.System"/>.</param>
public sealed class RateLimits(TimeProvider? timeProvider = null) : PartitionedRateLimiter<ApiCall>
{
    /// <summary>The lowest rate: one attempt in 1000 seconds.</summary>
    public const double MinRate = 0.001;

    /// <summary>The highest rate.</summary>
    public const double MaxRate = 1_000_000;

    private readonly List<Rule> _rules = [];
    private readonly TurnQueue _turns = new(timeProvider ?? TimeProvider.System);

    /// <summary>Adds a limit, before the first call. An attempt keeps to all limits that apply to it: it waits for all of them together.</summary>
    /// <param name="attemptsPerSecond">The rate, from 0.001 to 1000000.</param>
    /// <param name="partition">Returns what is counted together, such as the account of a call; <see langword="null"/> if the limit does not apply to a call.</param>
    /// <returns>This instance.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not valid.</exception>
    public RateLimits Add(double attemptsPerSecond, Func<ApiCall, string?> partition)
    {
        ArgumentNullException.ThrowIfNull(partition);
        if (!(attemptsPerSecond >= MinRate && attemptsPerSecond <= MaxRate))
            throw new ArgumentOutOfRangeException(nameof(attemptsPerSecond), attemptsPerSecond, "The rate must be from 0.001 (one attempt in 1000 seconds) to 1000000.");
        // The lowest rate comes first, as those who wait claim their permits.
        var next = _rules.FindIndex(rule => rule.Rate > attemptsPerSecond);
        _rules.Insert(next < 0 ? _rules.Count : next, new Rule(attemptsPerSecond, partition));
        return this;
    }

    /// <summary>Returns the limits that an attempt keeps to, the lowest rate first, for a limiter that several processes share.</summary>
    /// <param name="call">The attempt.</param>
    public IReadOnlyList<RateLimit> LimitsOf(ApiCall call)
    {
        var found = new List<RateLimit>(_rules.Count);
        for (var i = 0; i < _rules.Count; i++)
            if (_rules[i].Partition(call) is { } partition)
                found.Add(new RateLimit($"{i}:{_rules[i].Rate.ToString(System.Globalization.CultureInfo.InvariantCulture)}:{partition}", _rules[i].Rate));
        return found;
    }

    /// <inheritdoc/>
    public override RateLimiterStatistics? GetStatistics(ApiCall resource)
    {
        var limits = Find(resource, 0);
        return _turns.Locked(() => limits.OrderBy(limit => limit.Available).FirstOrDefault() is not { } scarcest ? null : new RateLimiterStatistics
        {
            CurrentAvailablePermits = scarcest.Available,
            CurrentQueuedCount = scarcest.Waiting,
            TotalSuccessfulLeases = scarcest.Granted,
            TotalFailedLeases = scarcest.Refused,
        });
    }

    /// <inheritdoc/>
    protected override RateLimitLease AttemptAcquireCore(ApiCall resource, int permitCount) => _turns.TryEnter(Find(resource, permitCount), permitCount);

    /// <inheritdoc/>
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(ApiCall resource, int permitCount, CancellationToken cancellationToken) =>
        _turns.EnterAsync(Find(resource, permitCount), permitCount, cancellationToken);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _turns.Close();
        base.Dispose(disposing);
    }

    private PacedPermits[] Find(ApiCall call, int permitCount)
    {
        var found = new List<PacedPermits>(_rules.Count);
        foreach (var rule in _rules)
            if (rule.Find(call, _turns) is { } limit)
                found.Add(limit.Limit >= permitCount ? limit : throw new ArgumentOutOfRangeException(nameof(permitCount), permitCount, $"A limit never has more than {limit.Limit} permits at once."));
        return [.. found];
    }

    private sealed class Rule(double rate, Func<ApiCall, string?> partition)
    {
        private const int ManyPartitions = 1000;

        private readonly ConcurrentDictionary<string, PacedPermits> _limits = new(StringComparer.Ordinal);

        public double Rate => rate;

        public Func<ApiCall, string?> Partition => partition;

        public PacedPermits? Find(ApiCall call, TurnQueue turns)
        {
            if (partition(call) is not { } key)
                return null;
            if (_limits.TryGetValue(key, out var known))
                return known;
            if (_limits.Count >= ManyPartitions)
                turns.Locked(RemoveIdle);
            return _limits.GetOrAdd(key, _ => new PacedPermits(rate));
        }

        // Whoever found a limit just before it is removed still has his turn by it.
        private bool RemoveIdle()
        {
            foreach (var entry in _limits)
                if (entry.Value.IsIdle)
                    _limits.TryRemove(entry.Key, out _);
            return true;
        }
    }
}
