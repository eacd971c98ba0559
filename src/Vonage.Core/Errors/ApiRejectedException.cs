namespace Vonage.Core;

/// <summary>
/// The exception that is thrown when the client itself holds a request back: its rate limiter, a circuit breaker, or a handler of the application does not let
/// it pass.
/// </summary>
/// <remarks>
/// Nothing was sent, or, if the call was attempted before, nothing more: then the exception has the status, the headers and the body of the last attempt, if it
/// had a response.
/// </remarks>
public sealed class ApiRejectedException : ApiException
{
    internal ApiRejectedException(ApiRequest request, string reason, TimeSpan? retryAfter, Exception? inner = null)
        : this(request, request.Failure?.StatusCode is null ? Delivery.Of(request, null) : RequestSent.Yes, reason, retryAfter, inner)
    {
    }

    private ApiRejectedException(ApiRequest request, RequestSent sent, string reason, TimeSpan? retryAfter, Exception? inner)
        : base(request, sent, request.Failure, $"{request.Operation.Name} failed: {reason}. {Consequence(request, sent)}", inner ?? request.Failure)
    {
        if (retryAfter is not null)
            RetryAfter = retryAfter;
    }

    internal static string NothingSent(ApiRequest request) => request.Sent == 0 ? "nothing was sent" : "nothing was sent again";

    // Only the application knows what its handlers had done before one of them refused.
    private static string Consequence(ApiRequest request, RequestSent sent) => sent == RequestSent.No ? "Nothing was sent."
        : request.Failure is null ? "Whether anything was sent before is not known."
        : "Nothing was sent again.";
}
