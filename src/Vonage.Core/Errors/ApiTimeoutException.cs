using System.Globalization;

namespace Vonage.Core;

/// <summary>
/// The exception that is thrown when the response is not complete before the timeout elapses. Unless <see cref="ApiException.WasSent"/> is
/// <see cref="RequestSent.No"/>, the API may have processed the request: check before you send it again.
/// </summary>
/// <remarks>A request that the caller cancels throws <see cref="OperationCanceledException"/> instead.</remarks>
public sealed class ApiTimeoutException : ApiException
{
    internal ApiTimeoutException(ApiRequest request, TimeSpan timeout, Exception inner, ApiResponse? reply = null)
        : this(request, Delivery.Of(request, reply), timeout, inner, reply)
    {
    }

    private ApiTimeoutException(ApiRequest request, RequestSent sent, TimeSpan timeout, Exception inner, ApiResponse? reply)
        : base(request, sent, reply, Describe(request, sent, reply, timeout), inner) =>
        Timeout = timeout;

    /// <summary>The timeout of the request.</summary>
    public TimeSpan Timeout { get; }

    private static string Describe(ApiRequest request, RequestSent sent, ApiResponse? reply, TimeSpan timeout)
    {
        var limit = timeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + " s";
        return sent switch
        {
            RequestSent.No => $"{request.Operation.Name} failed: it was not sent within {limit}. Nothing was sent.",
            RequestSent.Yes => $"{request.Operation.Name} failed: the response ({ErrorText.Status(reply!.StatusCode)}) was not complete within {limit}.",
            _ => $"{request.Operation.Name} failed: no complete response was received within {limit}. The API may have processed the request.",
        };
    }
}
