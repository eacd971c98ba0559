using System.Diagnostics;
using Vonage.Core;

namespace Vonage.Redis;

/// <summary>The turns that a process gives itself during an outage.</summary>
/// <remarks>
/// They go on where the shared ones ended: processes that took turns one after the other still do, at the same distance, although they no longer know of each other.
/// Turns that all began when Redis went away would be sent together.
/// </remarks>
/// <param name="share">The part of the limits that this process may use.</param>
internal sealed class LocalTurns(double share)
{
    // Processes notice an outage one after the other. All leave the same time for that, so that none of them is late.
    private static readonly TimeSpan Noticing = TimeSpan.FromMilliseconds(50);

    // A turn that is taken a little late does not put off those that follow.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(20);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Dictionary<string, TimeSpan> _next = new(StringComparer.Ordinal);
    private TimeSpan _outage;
    private int _many = 1000;

    /// <summary>Begins an outage.</summary>
    public void Begin()
    {
        lock (_next)
        {
            _outage = _clock.Elapsed;
            foreach (var key in _next.Keys.ToList())
                _next[key] += Noticing;
        }
    }

    /// <summary>Notes a turn that Redis has granted.</summary>
    public void Note(IReadOnlyList<RateLimit> limits, int count, TimeSpan wait)
    {
        lock (_next)
        {
            RemoveOld();
            foreach (var limit in limits)
                _next[limit.Key] = _clock.Elapsed + wait + Time(limit, count);
        }
    }

    /// <summary>Waits for a turn by all limits.</summary>
    public async Task TakeAsync(IReadOnlyList<RateLimit> limits, int count, CancellationToken cancellationToken)
    {
        while (TryTake(limits, count) is { } wait)
            await Task.Delay(SharedTurns.Milliseconds(wait), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes a turn, or returns the time until it is worth trying again.</summary>
    private TimeSpan? TryTake(IReadOnlyList<RateLimit> limits, int count)
    {
        lock (_next)
        {
            var now = _clock.Elapsed;
            var wait = limits.Max(Due) - now;
            if (wait > TimeSpan.Zero)
                return wait;
            RemoveOld();
            foreach (var limit in limits)
                _next[limit.Key] = (Due(limit) is var due && due > now - Tolerance ? due : now) + Time(limit, count);
            return null;
        }
    }

    // Where this process had no turn before the outage, others may have used the whole limit.
    private TimeSpan Due(RateLimit limit) => _next.TryGetValue(limit.Key, out var next) && next >= _outage ? next : _outage + Time(limit, 1);

    private TimeSpan Time(RateLimit limit, int count) => SharedTurns.Interval(limit) * (count / share);

    private void RemoveOld()
    {
        if (_next.Count < _many)
            return;
        foreach (var key in _next.Where(limit => limit.Value < _clock.Elapsed).Select(limit => limit.Key).ToList())
            _next.Remove(key);
        _many = Math.Max(1000, 2 * _next.Count);
    }
}
