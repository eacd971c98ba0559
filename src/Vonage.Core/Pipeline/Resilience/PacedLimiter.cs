using System.Threading.RateLimiting;

namespace Vonage.Core.Pipeline;

/// <summary>Grants permits at a steady rate, in the order in which they are asked for.</summary>
/// <remarks>
/// A permit is returned when its period has elapsed, not when the attempt ends. The token bucket of the platform would run a timer even while
/// nothing is sent, adds idle time up to a burst, and cannot use the client's clock.
/// </remarks>
internal sealed class PacedLimiter : RateLimiter
{
    private readonly TimeProvider _clock;
    private readonly ConcurrencyLimiter _permits;
    private readonly TimeSpan _period;

    public PacedLimiter(double permitsPerSecond, TimeProvider clock)
    {
        // Timers count whole milliseconds: high rates have several permits, so that rounding up costs no more than a fiftieth.
        var permits = (int)Math.Ceiling(permitsPerSecond / 20);
        _period = TimeSpan.FromMilliseconds(Math.Ceiling(1000 * permits / permitsPerSecond));
        _clock = clock;
        _permits = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = permits, QueueLimit = int.MaxValue, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
    }

    /// <summary>A permit that its holder need not return.</summary>
    public static RateLimitLease Granted { get; } = new Permit();

    public override TimeSpan? IdleDuration => _permits.IdleDuration;

    public override RateLimiterStatistics? GetStatistics() => _permits.GetStatistics();

    protected override RateLimitLease AttemptAcquireCore(int permitCount) => Spend(_permits.AttemptAcquire(permitCount));

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) =>
        Spend(await _permits.AcquireAsync(permitCount, cancellationToken).ConfigureAwait(false));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _permits.Dispose();
        base.Dispose(disposing);
    }

    private RateLimitLease Spend(RateLimitLease lease)
    {
        if (!lease.IsAcquired)
            return lease;
        _ = ReturnAsync(lease);
        return Granted;
    }

    private async Task ReturnAsync(RateLimitLease lease)
    {
        using (lease)
        {
#if NET
            await Task.Delay(_period, _clock).ConfigureAwait(false);
#else
            await _clock.Delay(_period).ConfigureAwait(false);
#endif
        }
    }

    private sealed class Permit : RateLimitLease
    {
        public override bool IsAcquired => true;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }
}
