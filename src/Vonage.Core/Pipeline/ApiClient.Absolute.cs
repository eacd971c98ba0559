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
                response.Content = await BufferAsync(request, response, deadline).ConfigureAwait(false);
                return response;
            }
            catch
            {
                response.Dispose();
                throw;
            }
        },
        cancellationToken);

    private async Task<HttpContent> BufferAsync(ApiRequest request, HttpResponseMessage response, CallDeadline deadline)
    {
        using var original = response.Content;
        using var body = await _replies.ReadBodyAsync(request, response, deadline).ConfigureAwait(false);
        var copy = new ByteArrayContent(body.ToArray());
        foreach (var header in original.Headers)
            copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
        return copy;
    }
}
