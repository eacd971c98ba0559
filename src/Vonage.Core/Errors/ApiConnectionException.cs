namespace Vonage.Core;

/// <summary>
/// The exception that is thrown when the server cannot be reached, or the connection fails before the response is complete. In the second
/// case the API may have processed the request: check before you send it again.
/// </summary>
public sealed class ApiConnectionException : ApiException
{
    internal ApiConnectionException(ApiRequest request, Exception inner)
        : base(request, $"{request.Operation.Name} failed: no complete response was received. {inner.Message}", inner)
    {
    }
}
