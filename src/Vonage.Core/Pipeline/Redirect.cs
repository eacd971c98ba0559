namespace Vonage.Core.Pipeline;

/// <summary>Recognizes a redirect that an HttpClient followed on its own. Whether it does is known only afterwards: its handler cannot be seen.</summary>
internal static class Redirect
{
    /// <summary>Throws if a response comes from another address than the one that the message was sent to.</summary>
    public static void ThrowIfFollowed(HttpResponseMessage response, HttpRequestMessage message, Uri? sent)
    {
        var last = response.RequestMessage?.RequestUri ?? message.RequestUri;
        if (last is null || !IsOther(last, sent))
            return;
        response.Dispose();
        throw Error(last, "Its headers were sent there, except Authorization, which the platform removes.");
    }

    public static bool IsOther(Uri address, Uri? sent) => !ReferenceEquals(address, sent) && address != sent;

    public static HttpRequestException Error(Uri target, string consequence) => new(
        $"The HttpClient followed a redirect to {target.GetLeftPart(UriPartial.Authority)} on its own. {consequence} Use an HttpClient whose handler does not follow redirects: new HttpClient(new HttpClientHandler {{ AllowAutoRedirect = false }}).");
}
