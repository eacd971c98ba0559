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

    public static CancellationTokenSource Rent(TimeSpan timeout)
    {
        if (!Pool.TryDequeue(out var source))
            return new CancellationTokenSource(timeout);
        Interlocked.Decrement(ref _count);
        source.CancelAfter(timeout);
        return source;
    }

    public static void Return(CancellationTokenSource source)
    {
        // A source that was canceled cannot be reused.
        if (source.TryReset())
        {
            if (Interlocked.Increment(ref _count) <= Limit)
            {
                Pool.Enqueue(source);
                return;
            }

            Interlocked.Decrement(ref _count);
        }

        source.Dispose();
    }
#else
    public static CancellationTokenSource Rent(TimeSpan timeout) => new(timeout);

    public static void Return(CancellationTokenSource source) => source.Dispose();
#endif
}
