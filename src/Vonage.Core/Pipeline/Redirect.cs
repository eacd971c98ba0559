namespace Vonage.Core.Pipeline;

/// <summary>Recognizes a redirect that an HttpClient followed on its own. Whether it does is known only afterwards: its handler cannot be seen.</summary>
internal static class Redirect
{
    private const string Consequence = "Its headers were sent there, except Authorization, which the platform removes.";

    // .NET Framework and Mono, whose version is 4, replace the address of every message.
    private static readonly bool KeepsAddress = Environment.Version.Major >= 5;

    /// <summary>Throws if a response comes from another address than the one that the message was sent to, or from there after a detour.</summary>
    public static void ThrowIfFollowed(HttpResponseMessage response, HttpRequestMessage message, Uri? sent)
    {
        var last = response.RequestMessage?.RequestUri ?? message.RequestUri;
        if (last is not null && IsOther(last, sent))
        {
            response.Dispose();
            throw Error(last, Consequence);
        }

        // A handler that follows a redirect replaces the address of the message, even if the last redirect leads back. Handlers that select a
        // server for a request restore it.
        if (KeepsAddress && !ReferenceEquals(message.RequestUri, sent))
        {
            response.Dispose();
            throw Error(sent!, $"It came back from another address, which is not known. {Consequence}");
        }
    }

    public static bool IsOther(Uri address, Uri? sent) => !ReferenceEquals(address, sent) && address != sent;

    public static HttpRequestException Error(Uri target, string consequence) => new(
        $"The HttpClient followed a redirect to {target.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)} on its own. {consequence} Use an HttpClient whose handler does not follow redirects: new HttpClient(new HttpClientHandler {{ AllowAutoRedirect = false }}).");
}
