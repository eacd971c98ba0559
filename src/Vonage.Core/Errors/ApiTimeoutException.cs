using System.Globalization;

namespace Vonage.Core;

/// <summary>
/// The reply did not come within the time that the call had. The request may have had its effect: before sending it again, ask the API.
/// A call that its own <see cref="CancellationToken"/> ended throws <see cref="OperationCanceledException"/> instead.
/// </summary>
public sealed class ApiTimeoutException : ApiException
{
    internal ApiTimeoutException(ApiRequest request, TimeSpan timeout, Exception inner)
        : base(request, $"{request.Operation.Name} failed: no complete reply came within {timeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s. The request may have had its effect.", inner) =>
        Timeout = timeout;

    /// <summary>The time that the call had.</summary>
    public TimeSpan Timeout { get; }
}
