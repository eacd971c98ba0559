using RestSharp;
using Vonage.Core;

namespace Vonage.Raw;

/// <summary>
/// Copies the caller's request before anything is added to it: credentials must not remain in an object that the caller keeps and may send
/// again.
/// </summary>
internal static class RequestCopy
{
    /// <summary>Gets the URL of the request with its segments replaced and without its query parameters.</summary>
    public static Uri UrlOf(RestClient client, RestRequest request)
    {
        if (!Uri.TryCreate(request.Resource, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
            throw new InvalidRequestException("url", "must be an absolute http or https URL.");
        return client.BuildUriWithoutQueryParameters(request);
    }

    public static bool HasAuthorization(RestRequest request) =>
        request.Parameters.Any(p => p.Type == ParameterType.HttpHeader && KnownHeaders.Authorization.Equals(p.Name, StringComparison.OrdinalIgnoreCase));

    public static RestRequest Create(RestRequest request, Uri url, RequestOptions? options)
    {
        var copy = new RestRequest(url, request.Method)
        {
            AlwaysMultipartFormData = request.AlwaysMultipartFormData,
            AlwaysSingleFileAsContent = request.AlwaysSingleFileAsContent,
            MultipartFormQuoteParameters = request.MultipartFormQuoteParameters,
            MultipartFormQuoteBoundary = request.MultipartFormQuoteBoundary,
            RequestFormat = request.RequestFormat,
            Timeout = request.Timeout,
            Version = request.Version,
            CachePolicy = request.CachePolicy,
            CookieContainer = request.CookieContainer,
            Interceptors = request.Interceptors,
        };
        foreach (var parameter in request.Parameters)
            if (parameter.Type != ParameterType.UrlSegment)
                copy.AddParameter(parameter);
        foreach (var file in request.Files)
            copy.AddFile(file.Name, file.GetFile, file.FileName, file.ContentType, file.Options);
        if (options is { HasHeaders: true })
            foreach (var header in options.Headers)
                copy.AddOrUpdateHeader(header.Key, header.Value);
        return copy;
    }
}
