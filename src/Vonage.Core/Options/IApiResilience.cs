namespace Vonage.Core;

/// <summary>The place for retries, rate limits, circuit breakers: it decides when, and how often, a call is attempted.</summary>
public interface IApiResilience
{
    /// <summary>Runs a call.</summary>
    /// <param name="request">The call.</param>
    /// <param name="attempt">
    /// Sends the request once. Each time a fresh message is built and authenticated, so that a token which ran out between two attempts is
    /// renewed. What goes wrong on the way comes out as <see cref="HttpRequestException"/> or <see cref="OperationCanceledException"/>.
    /// </param>
    /// <param name="cancellationToken">Ends when the caller gives up or the call's time is over.</param>
    /// <returns>The reply to use, whatever its status. Replies that are not returned are the implementation's to dispose of.</returns>
    Task<HttpResponseMessage> SendAsync(ApiRequest request, Func<CancellationToken, Task<HttpResponseMessage>> attempt, CancellationToken cancellationToken);
}
