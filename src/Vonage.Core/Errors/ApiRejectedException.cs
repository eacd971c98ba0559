namespace Vonage.Core;

/// <summary>
/// The exception that is thrown when the client itself holds a request back: its rate limiter or a circuit breaker does not let it pass. Nothing
/// was sent, or, if the call was attempted before, nothing more.
/// </summary>
public sealed class ApiRejectedException : ApiException
{
    internal ApiRejectedException(ApiRequest request, string reason, TimeSpan? retryAfter, Exception? inner = null)
        : base(request, Delivery.Of(request, null), null, $"{request.Operation.Name} failed: {reason}. {NothingSent(request).Replace("nothing", "Nothing")}.", inner) => RetryAfter = retryAfter;

    internal static string NothingSent(ApiRequest request) => request.Sent == 0 ? "nothing was sent" : "nothing was sent again";
}
