namespace Vonage.Core;

/// <summary>
/// The server could not be reached, or the connection broke before the reply was complete. In the second case the request may have had
/// its effect: before sending it again, ask the API.
/// </summary>
public sealed class ApiConnectionException : ApiException
{
    internal ApiConnectionException(ApiRequest request, Exception inner)
        : base(request, $"{request.Operation.Name} failed: no complete reply came. {inner.Message}", inner)
    {
    }
}
