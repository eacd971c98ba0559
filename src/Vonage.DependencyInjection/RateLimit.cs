namespace Vonage;

/// <summary>Limits the number of requests per second. Waiting requests are sent in order of arrival.</summary>
internal sealed class RateLimit(double requestsPerSecond, TimeProvider clock) : DelegatingHandler
{
    private readonly TimeSpan _distance = TimeSpan.FromSeconds(1 / requestsPerSecond);
    private readonly Lock _gate = new();
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Reserve() is var wait && wait > TimeSpan.Zero)
            await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private TimeSpan Reserve()
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var turn = _next > now ? _next : now;
            _next = turn + _distance;
            return turn - now;
        }
    }
}
