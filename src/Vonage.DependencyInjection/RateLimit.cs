using System.Threading.RateLimiting;

namespace Vonage;

/// <summary>Limits the number of requests per second. Waiting requests are sent in order.</summary>
/// <remarks>
/// A permit is returned when its period has elapsed, not when the response arrives. A token bucket would run a timer even while nothing is
/// sent, for the lifetime of the process, because the handlers of a client factory are not disposed; and it cannot use the client's clock.
/// </remarks>
internal sealed class RateLimit : DelegatingHandler
{
    public const double Slowest = 0.001;
    public const double Fastest = 1_000_000;

    private readonly TimeProvider _clock;
    private readonly ConcurrencyLimiter _limiter;
    private readonly TimeSpan _period;

    public RateLimit(double requestsPerSecond, TimeProvider clock)
    {
        // Timers count whole milliseconds: high rates have several permits, so that rounding up costs no more than a fiftieth.
        var permits = (int)Math.Ceiling(requestsPerSecond / 20);
        _period = TimeSpan.FromMilliseconds(Math.Ceiling(1000 * permits / requestsPerSecond));
        _clock = clock;
        _limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = permits, QueueLimit = int.MaxValue, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var lease = await _limiter.AcquireAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        ObjectDisposedException.ThrowIf(!lease.IsAcquired, this);
        _ = ReturnAsync(lease);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _limiter.Dispose();
        base.Dispose(disposing);
    }

    private async Task ReturnAsync(RateLimitLease lease)
    {
        using (lease)
            await Task.Delay(_period, _clock).ConfigureAwait(false);
    }
}
