namespace Vonage.Core;

/// <content>Requests to full URLs: what Vonage.Raw needs to send RestSharp's the way the typed ones go.</content>
public partial class ApiClient
{
    internal HttpClient Http => _http;

    internal TimeProvider Clock => _clock;

    internal string UserAgent { get; }

    internal IReadOnlyList<string> RequestIdHeaders { get; }

    /// <summary>A request to a full URL, with the host that the user chose in its place.</summary>
    internal ApiRequest Absolute(Uri url, HttpMethod method, string name, AuthenticationScheme authentication, RequestOptions? options)
    {
        var address = _hosts.Find(url);
        var schemes = authentication == AuthenticationScheme.None ? Array.Empty<AuthenticationScheme>() : [authentication];
        var operation = new ApiOperation(name, method.Method, url.AbsolutePath, new ApiServer(url.GetLeftPart(UriPartial.Authority)), schemes);
        if (options?.Host is { } host)
            address = _hosts.Find(operation.Server, host);
        return new ApiRequest(operation, address, url, options) { Accept = "*/*" };
    }

    internal ApiException Fail(ApiReply reply, string? reason, Exception? inner) => CreateException(reply, reason, inner);
}
