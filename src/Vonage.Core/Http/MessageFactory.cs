using System.Net.Http.Headers;

namespace Vonage.Core;

/// <summary>Makes the HTTP message for one attempt at a request. Its scheme marks it afterwards.</summary>
internal sealed class MessageFactory(HttpClient http, TimeProvider clock, string userAgent)
{
    public HttpRequestMessage Create(ApiRequest request, in Route route)
    {
        var message = route.Scheme.CreateMessage(request, route, clock);
#if NET
        message.Version = http.DefaultRequestVersion;
        message.VersionPolicy = http.DefaultVersionPolicy;
#else
        _ = http;
#endif
        AddHeaders(message, request);
        return message;
    }

    private static void AddExtra(HttpRequestMessage message, string name, string value)
    {
        foreach (var c in value)
            if (c is '\r' or '\n' or '\0')
                throw new InvalidRequestException(name, "is a header whose value contains a line break. Remove the line break.");
        if (!Replace(message.Headers, name, value) && (message.Content is not { } content || !Replace(content.Headers, name, value)))
            throw new InvalidRequestException(name, "is not a valid header for this request.");
    }

    // Only an attempt to add a header shows, without an exception, whether it belongs here; it may leave two values.
    private static bool Replace(HttpHeaders headers, string name, string value) =>
        headers.TryAddWithoutValidation(name, value) && headers.Remove(name) && headers.TryAddWithoutValidation(name, value);

    private void AddHeaders(HttpRequestMessage message, ApiRequest request)
    {
        // These values are constants of the library: parsing them for each request would only allocate memory.
        message.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        if (request.Headers is { } declared)
            foreach (var header in declared)
                AddExtra(message, header.Key, header.Value);
        if (request.Options is { HasHeaders: true } options)
            foreach (var header in options.Headers)
                AddExtra(message, header.Key, header.Value);
    }
}
