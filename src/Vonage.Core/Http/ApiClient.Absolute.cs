namespace Vonage.Core;

/// <content>Requests to full URLs: what Vonage.Raw sends, the way the typed ones go.</content>
public partial class ApiClient
{
    internal TimeProvider Clock => _clock;

    internal string UserAgent { get; }

    internal IReadOnlyList<string> RequestIdHeaders { get; }

    /// <summary>A request to a full URL, with the host that the user chose in its place.</summary>
    internal ApiRequest Absolute(Uri url, HttpMethod method, string name, AuthenticationScheme authentication, RequestOptions? options, bool isReplyText = false)
    {
        var address = _hosts.Find(url);
        var schemes = authentication == AuthenticationScheme.None ? Array.Empty<AuthenticationScheme>() : [authentication];
        var operation = new ApiOperation(name, method.Method, url.AbsolutePath, new ApiServer(url.GetLeftPart(UriPartial.Authority)), schemes) { IsReplyText = isReplyText };
        if (options?.Host is { } host)
            address = _hosts.Find(operation.Server, host);
        return new ApiRequest(operation, address, url, options) { Accept = "*/*" };
    }

    /// <summary>Sends a request and reads its reply into memory, as it is, for RestSharp to read.</summary>
    /// <exception cref="ApiException">The server answered with an error, or not at all.</exception>
    internal async Task<HttpResponseMessage> ExchangeAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var deadline = Start(request, cancellationToken);
        HttpRequestMessage? message = null;
        HttpResponseMessage? response = null;
        try
        {
            response = await StartAsync(request, deadline.Token, out message).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
                throw await FailAsync(request, response, deadline, cancellationToken).ConfigureAwait(false);
            response.Content = await BufferAsync(response.Content, deadline.Token).ConfigureAwait(false);
            return response;
        }
        catch (Exception error)
        {
            response?.Dispose();
            if (Translate(error, request, deadline, cancellationToken) is { } known)
                throw known;
            throw;
        }
        finally
        {
            message?.Dispose();
            deadline.Stop();
        }
    }

    private static async Task<HttpContent> BufferAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var original = content;
        var bytes = new MemoryStream();
        var body = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await body.CopyToAsync(bytes, CopyLength, cancellationToken).ConfigureAwait(false);
        bytes.Position = 0;
        var copy = new StreamContent(bytes);
        foreach (var header in content.Headers)
            copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
        return copy;
    }
}
