namespace Vonage.Core;

/// <summary>Controls when and how often a request is attempted, for example with retries, rate limits or circuit breakers.</summary>
public interface IApiResilience
{
    /// <summary>Executes a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="attempt">
    /// Sends the request once. Each attempt builds and authenticates a new message, so a token that expired between two attempts is renewed.
    /// Transport failures are thrown as <see cref="HttpRequestException"/> or <see cref="OperationCanceledException"/>.
    /// </param>
    /// <param name="cancellationToken">Canceled when the caller cancels the request or its timeout elapses.</param>
    /// <returns>The response to use, whatever its status. The implementation must dispose the responses that it does not return.</returns>
    Task<HttpResponseMessage> SendAsync(ApiRequest request, Func<CancellationToken, Task<HttpResponseMessage>> attempt, CancellationToken cancellationToken);
}
