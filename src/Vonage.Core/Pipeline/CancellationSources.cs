#if NET
using System.Collections.Concurrent;
#endif

namespace Vonage.Core.Pipeline;

/// <summary>Reuses cancellation sources and their timers, if the platform can reset them.</summary>
internal static class CancellationSources
{
#if NET
    private const int Limit = 256;

    private static readonly ConcurrentQueue<TimedSource> Pool = new();
    private static int _count;

    // A call that ends on the thread that began it, or another one of the pool, finds its source here without any contention.
    [ThreadStatic]
    private static TimedSource? _last;

    /// <param name="timeout">The time that the source has.</param>
    /// <param name="now">The system's coarse clock, which costs as much as a header to read.</param>
    public static CancellationTokenSource Rent(TimeSpan timeout, long now)
    {
        var source = _last;
        if (source is not null)
            _last = null;
        else if (Pool.TryDequeue(out source))
            Interlocked.Decrement(ref _count);
        else
            source = TimedSource.Create();
        source.Start(DueAfter(timeout, now));
        return source;
    }

    private static long DueAfter(TimeSpan timeout, long now) => now + ((timeout.Ticks + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond);

    public static void Restart(CancellationTokenSource source, TimeSpan timeout)
    {
        if (source is TimedSource timed)
            timed.Restart(timeout);
        else
            source.CancelAfter(timeout);
    }

    public static void Return(CancellationTokenSource source)
    {
        var timed = (TimedSource)source;
        if (!timed.TryStop())
            return;
        if (_last is null)
        {
            _last = timed;
        }
        else if (Interlocked.Increment(ref _count) <= Limit)
        {
            Pool.Enqueue(timed);
        }
        else
        {
            Interlocked.Decrement(ref _count);
            timed.Dispose();
        }
    }

    public static CancellationTokenSource Create(TimeSpan timeout, TimeProvider clock) => new(timeout, clock);

    /// <summary>
    /// A source whose timer runs on when a use of it ends, and learns only when it fires what has become of that: calls rarely take all of their
    /// time, and to set a timer and stop it for each costs a twentieth of one.
    /// </summary>
    private sealed class TimedSource : CancellationTokenSource
    {
        private const long Idle = 0;
        private const long Over = -1;

        private readonly Timer _timer;
        private long _due;
        private long _fires = long.MaxValue;
        private bool _isDisposed;

        private TimedSource() => _timer = new Timer(static state => ((TimedSource)state!).OnTimer(), this, Timeout.Infinite, Timeout.Infinite);

        // A timer would keep what flows with the call that happens to be the first.
        public static TimedSource Create()
        {
            if (ExecutionContext.IsFlowSuppressed())
                return new TimedSource();
            using (ExecutionContext.SuppressFlow())
                return new TimedSource();
        }

        public void Start(long due)
        {
            Interlocked.Exchange(ref _due, due);
            if (due < Volatile.Read(ref _fires))
                Set(due);
        }

        /// <summary>Gives a use more time, if it is not over yet.</summary>
        public void Restart(TimeSpan timeout)
        {
            var (due, current) = (DueAfter(timeout, Environment.TickCount64), Volatile.Read(ref _due));
            if (current != Over && Interlocked.CompareExchange(ref _due, due, current) == current && due < Volatile.Read(ref _fires))
                Set(due);
        }

        /// <summary>Ends a use.</summary>
        /// <returns>Whether another may follow. A source whose time was over is canceled, or will be in a moment.</returns>
        public bool TryStop()
        {
            if (Interlocked.Exchange(ref _due, Idle) == Over)
                return false;
            if (TryReset())
                return true;
            Dispose();
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            lock (_timer)
            {
                _isDisposed = true;
                _timer.Dispose();
            }

            base.Dispose(disposing);
        }

        private void Set(long due)
        {
            lock (_timer)
            {
                if (_isDisposed || due >= _fires)
                    return;
                _fires = due;
                _timer.Change(Math.Max(0, due - Environment.TickCount64), Timeout.Infinite);
            }
        }

        private void OnTimer()
        {
            lock (_timer)
                _fires = long.MaxValue;
            var due = Interlocked.Read(ref _due);
            if (due is Idle or Over)
                return;

            // Only the use whose time is over has this time: another one began later.
            if (due > Environment.TickCount64)
                Set(due);
            else if (Interlocked.CompareExchange(ref _due, Over, due) == due)
                Cancel();
        }
    }
#else
    public static CancellationTokenSource Rent(TimeSpan timeout, long now) => new(timeout);

    public static void Restart(CancellationTokenSource source, TimeSpan timeout) => source.CancelAfter(timeout);

    public static void Return(CancellationTokenSource source) => source.Dispose();

    public static CancellationTokenSource Create(TimeSpan timeout, TimeProvider clock) => clock.CreateCancellationTokenSource(timeout);
#endif
}
