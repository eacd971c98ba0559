namespace Vonage.Core;

/// <summary>The exception that is thrown when the server cannot be reached, or the connection fails before the response is complete.</summary>
/// <remarks>
/// <see cref="ApiException.WasSent"/> indicates which; if it is not <see cref="RequestSent.No"/>, the API may have processed the request: check before you send
/// it again.
/// </remarks>
public sealed class ApiConnectionException : ApiException
{
    internal ApiConnectionException(ApiRequest request, Exception inner, ApiResponse? reply = null)
        : this(request, Delivery.Of(request, reply), inner, reply)
    {
    }

    private ApiConnectionException(ApiRequest request, RequestSent sent, Exception inner, ApiResponse? reply)
        : base(request, sent, reply, Describe(request, sent, reply, inner), inner)
    {
    }

    private static string Describe(ApiRequest request, RequestSent sent, ApiResponse? reply, Exception inner) => sent switch
    {
        RequestSent.No => $"{request.Operation.Name} failed: no connection was established. Nothing was sent. {inner.Message}",
        RequestSent.Yes => $"{request.Operation.Name} failed: the connection broke before the response ({ErrorText.Status(reply!.StatusCode)}) was complete. {inner.Message}",
        _ => $"{request.Operation.Name} failed: no response was received. The API may have processed the request. {inner.Message}",
    };
}
