#if !NET
using System.Net;
#endif

namespace Vonage.Core;

/// <summary>The connections of all clients that were given none. They live as long as the process.</summary>
internal static class SharedHttpClient
{
    public static HttpClient Instance { get; } = new(CreateHandler())
    {
        // Each call has its own deadline.
        Timeout = Timeout.InfiniteTimeSpan,
#if NET
        // Over TLS, where the server speaks it; 1.1 everywhere else.
        DefaultRequestVersion = System.Net.HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
#endif
    };

    // Redirects are not followed here: whoever follows one must decide whether the credentials may come along.
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
