#if !NET
using System.Net;
#endif

namespace Vonage.Core.Pipeline;

/// <summary>The HTTP connections that clients share if they are created without an HttpClient. They exist as long as the process.</summary>
internal static class SharedHttpClient
{
    // A browser has no such connections: nobody who brings an HttpClient may need them.
    private static readonly Lazy<HttpClient> Shared = new(() => new HttpClient(CreateHandler())
    {
        // Each request has its own deadline.
        Timeout = Timeout.InfiniteTimeSpan,
#if NET
        // HTTP/2 over TLS if the server supports it; otherwise HTTP/1.1.
        DefaultRequestVersion = System.Net.HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
#endif
    });

    public static HttpClient Instance => Shared.Value;

    /// <summary>Whether a client is this one, which is not created to find out.</summary>
    public static bool Is(HttpClient http) => Shared.IsValueCreated && ReferenceEquals(http, Shared.Value);

    // Redirects are not followed here: the code that follows one must decide whether to send the credentials.
#if NET
    private static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = System.Net.DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(3),
        ConnectTimeout = TimeSpan.FromSeconds(30),
        EnableMultipleHttp2Connections = true,
    };
#else
    private static HttpClientHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
    };
#endif
}
