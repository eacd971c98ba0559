using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Vonage.Core;

/// <summary>A circuit breaker for each host: if too many attempts fail, further ones fail at once for a while (<see cref="ApiClientOptions.CircuitBreaker"/>).</summary>
/// <remarks>
/// A failure is one on the way, a timeout, or a status of 500 or above. What is held back is an <see cref="ApiRejectedException"/>. The defaults are Polly's: a
/// tenth of at least 100 attempts in 30 seconds opens the circuit for 5 seconds.
/// </remarks>
public class CircuitBreakerOptions : CircuitBreakerStrategyOptions<HttpResponseMessage>
{
    /// <summary>Initializes a new instance of the <see cref="CircuitBreakerOptions"/> class.</summary>
    public CircuitBreakerOptions() => ShouldHandle = static arguments => new ValueTask<bool>(
        arguments.Outcome is { Result.StatusCode: >= HttpStatusCode.InternalServerError } or { Exception: HttpRequestException or IOException or TimeoutException or TimeoutRejectedException }
        || (arguments.Outcome.Exception is OperationCanceledException cancellation && IsTimeout(cancellation, arguments.Context)));

    // A caller who cancels says nothing about the server.
    private static bool IsTimeout(OperationCanceledException cancellation, ResilienceContext context) =>
        context.Properties.TryGetValue(AttemptPipelines.DeadlineKey, out var deadline) && (deadline.IsOver || (cancellation.InnerException is TimeoutException && !deadline.IsCancelledByCaller));
}
