using System.Net.Http.Headers;

namespace Vonage.Core;

/// <summary>Creates and authenticates the HTTP message for one attempt.</summary>
internal sealed class MessageFactory(HttpClient http, TimeProvider clock, string userAgent)
{
    public HttpRequestMessage Create(ApiRequest request, in Route route)
    {
        var query = request.QueryString;
        HttpContent? content;
        string? authorization = null;
        switch (route.Scheme)
        {
            case AuthenticationScheme.Jwt or AuthenticationScheme.Basic:
                authorization = route.Credentials.GetAuthorization(route.Scheme, clock);
                content = Plain(request.Body);
                break;
            case AuthenticationScheme.None:
                content = Plain(request.Body);
                break;
            case var scheme when ProvesInQuery(scheme, request):
                query = QueryBuilder.Append(query, route.Credentials.GetParameters(scheme, QueryBuilder.Parse(query), clock));
                content = Plain(request.Body);
                break;
            default:
                content = BodyFactory.Create(request.Body, route.Scheme, route.Credentials, clock);
                break;
        }

        var message = new HttpRequestMessage(request.Operation.Method, route.Address.With(request.Path, query)) { Content = content };
#if NET
        message.Version = http.DefaultRequestVersion;
        message.VersionPolicy = http.DefaultVersionPolicy;
#else
        _ = http;
#endif
        AddHeaders(message, request, authorization);
        return message;
    }

    private static HttpContent? Plain(ApiBody? body) => body is null ? null : BodyFactory.Create(body);

    private static bool ProvesInQuery(AuthenticationScheme scheme, ApiRequest request) => scheme switch
    {
        AuthenticationScheme.Query => true,
        AuthenticationScheme.Signature => request.Body is null,
        _ => request.Body is null && (request.Operation.Method == HttpMethod.Get || request.Operation.Method == HttpMethod.Head),
    };

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

    private void AddHeaders(HttpRequestMessage message, ApiRequest request, string? authorization)
    {
        // These values are constants of the library: parsing them for each request would only allocate memory.
        message.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        if (authorization is not null)
            message.Headers.TryAddWithoutValidation("Authorization", authorization);
        if (request.Headers is { } declared)
            foreach (var header in declared)
                AddExtra(message, header.Key, header.Value);
        if (request.Options is { HasHeaders: true } options)
            foreach (var header in options.Headers)
                AddExtra(message, header.Key, header.Value);
    }
}
