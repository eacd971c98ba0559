using Vonage.Core;

namespace Vonage.Voice;

/// <summary>Checks URLs that Vonage calls: they must be absolute http or https URLs.</summary>
internal static class WebUrl
{
    private const string Rule = "must be an absolute http or https URL, such as https://example.com/events.";

    public static Uri Parse(string field, string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && IsWeb(parsed) ? parsed : throw new InvalidRequestException(field, Rule);

    public static void Check(string field, Uri? url)
    {
        if (url is not null && !IsWeb(url))
            throw new InvalidRequestException(field, Rule);
    }

    public static void Check(string field, IList<Uri>? urls)
    {
        for (var i = 0; i < urls?.Count; i++)
            if (urls[i] is null || !IsWeb(urls[i]))
                throw new InvalidRequestException($"{field}[{i}]", Rule);
    }

    private static bool IsWeb(Uri url) => url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);
}
