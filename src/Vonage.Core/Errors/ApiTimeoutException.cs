using System.Globalization;

namespace Vonage.Core;

/// <summary>
/// The exception that is thrown when the response is not complete before the timeout elapses. The API may have processed the request: check
/// before you send it again. A request that the caller cancels throws <see cref="OperationCanceledException"/> instead.
/// </summary>
public sealed class ApiTimeoutException : ApiException
{
    internal ApiTimeoutException(ApiRequest request, TimeSpan timeout, Exception inner)
        : base(request, $"{request.Operation.Name} failed: no complete response was received within {timeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s. The API may have processed the request.", inner) =>
        Timeout = timeout;

    /// <summary>The timeout of the request.</summary>
    public TimeSpan Timeout { get; }
}
