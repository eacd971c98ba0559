#if !NET
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
#endif

namespace Vonage.Core.Pipeline;

/// <summary>Determines whether a failed attempt can have reached the server.</summary>
internal static class Delivery
{
    /// <summary>Determines whether any attempt of a request reached the server.</summary>
    public static RequestSent Of(ApiRequest request, ApiResponse? reply) =>
        reply is not null ? RequestSent.Yes : request.MayHaveArrived ? RequestSent.Unknown : RequestSent.No;

    /// <summary>
    /// Determines whether an attempt certainly did not reach the server: there was no connection, or the content, which follows the headers,
    /// was never asked for. A handler of the application's can fail for its own reasons, such as another connection, after the message was sent.
    /// </summary>
    public static bool IsExcluded(HttpRequestMessage message, Exception error) => message switch
    {
        ApiMessage { HasReply: true } => false,
        { Content: ApiContent content } => !content.WasRead,
        _ => IsConnectTimeout(error) || (error is HttpRequestException failure && IsBeforeConnection(failure)),
    };

    /// <summary>Recognizes the timeout of a handler for connecting. That of an HttpClient, for everything, was caused by another cancellation.</summary>
    public static bool IsConnectTimeout(Exception error) =>
        error is OperationCanceledException { InnerException: TimeoutException { InnerException: not OperationCanceledException } };

#if NET
    private static bool IsBeforeConnection(HttpRequestException error) => error.HttpRequestError is HttpRequestError.NameResolutionError
        or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError or HttpRequestError.VersionNegotiationError;
#else
    private static bool IsBeforeConnection(HttpRequestException error) => error.InnerException switch
    {
        // The platform wraps what happens to an established connection in an IOException.
        SocketException => true,
        AuthenticationException => true,
        WebException { Status: var status } => status is WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.ProxyNameResolutionFailure
            or WebExceptionStatus.ConnectFailure or WebExceptionStatus.TrustFailure or WebExceptionStatus.SecureChannelFailure,
        _ => false,
    };
#endif
}
