namespace Vonage.Core.Pipeline;

/// <content>Requests to full URLs: what Vonage.Raw sends, the way the typed ones go.</content>
public partial class ApiClient
{
    /// <summary>A request to a full URL, with the host that the user chose in its place.</summary>
    internal ApiRequest Absolute(Uri url, HttpMethod method, string name, ApiAuthentication authentication, RequestOptions? options)
    {
        var address = _hosts.Find(url, options?.BaseAddress);
        var schemes = authentication == ApiAuthentication.None ? Array.Empty<ApiAuthentication>() : [authentication];
        var operation = new ApiOperation(name, method.Method, url.AbsolutePath, new ApiServer(url.GetLeftPart(UriPartial.Authority)), schemes);
        return new ApiRequest(operation, address, url, options) { Accept = "*/*" };
    }

    /// <summary>Sends a request and reads its reply into memory, as it is, for RestSharp to read.</summary>
    /// <exception cref="ApiException">The server answered with an error, or not at all.</exception>
    internal Task<HttpResponseMessage> ExchangeAsync(ApiRequest request, CancellationToken cancellationToken) => RunAsync(
        request,
        async deadline =>
        {
            var response = await SendAsync(request, deadline).ConfigureAwait(false);
            try
            {
                await _replies.CheckStatusAsync(request, response, deadline).ConfigureAwait(false);
                response.Content = await BufferAsync(response.Content, deadline.Token).ConfigureAwait(false);
                return response;
            }
            catch
            {
                response.Dispose();
                throw;
            }
        },
        cancellationToken);

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
