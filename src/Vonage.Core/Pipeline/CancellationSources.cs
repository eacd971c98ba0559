#if NET
using System.Collections.Concurrent;
#endif

namespace Vonage.Core.Pipeline;

/// <summary>Reuses cancellation sources and their timers, if the platform can reset them.</summary>
internal static class CancellationSources
{
#if NET
    private const int Limit = 256;

    private static readonly ConcurrentQueue<CancellationTokenSource> Pool = new();
    private static int _count;

    // A call that ends on the thread that began it, or another one of the pool, finds its source here without any contention.
    [ThreadStatic]
    private static CancellationTokenSource? _last;

    public static CancellationTokenSource Rent(TimeSpan timeout)
    {
        var source = _last;
        if (source is not null)
        {
            _last = null;
        }
        else
        {
            if (!Pool.TryDequeue(out source))
                return new CancellationTokenSource(timeout);
            Interlocked.Decrement(ref _count);
        }

        source.CancelAfter(timeout);
        return source;
    }

    public static void Return(CancellationTokenSource source)
    {
        // A source that was canceled cannot be reused.
        if (!source.TryReset())
        {
            source.Dispose();
        }
        else if (_last is null)
        {
            _last = source;
        }
        else if (Interlocked.Increment(ref _count) <= Limit)
        {
            Pool.Enqueue(source);
        }
        else
        {
            Interlocked.Decrement(ref _count);
            source.Dispose();
        }
    }

    public static CancellationTokenSource Create(TimeSpan timeout, TimeProvider clock) => new(timeout, clock);
#else
    public static CancellationTokenSource Rent(TimeSpan timeout) => new(timeout);

    public static void Return(CancellationTokenSource source) => source.Dispose();

    public static CancellationTokenSource Create(TimeSpan timeout, TimeProvider clock) => clock.CreateCancellationTokenSource(timeout);
#endif
}
