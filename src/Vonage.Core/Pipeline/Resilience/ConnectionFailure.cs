#if !NET
using System.Net;
using System.Net.Sockets;
#endif

namespace Vonage.Core.Pipeline;

/// <summary>Recognizes failures that happened before a byte of a request could have left.</summary>
internal static class ConnectionFailure
{
    /// <summary>Whether no connection to the server was made.</summary>
    public static bool IsBeforeSending(Exception? error) =>
#if NET
        error is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError };
#else
        error is HttpRequestException { InnerException: WebException { Status: WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.ConnectFailure or WebExceptionStatus.ProxyNameResolutionFailure or WebExceptionStatus.TrustFailure or WebExceptionStatus.SecureChannelFailure } or SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound } };
#endif
}
