using Vonage.Core;

namespace Vonage.Raw;

/// <summary>Lets RestSharp's requests go the way of the typed ones: hosts, authentication, deadline and errors are the send path's.</summary>
internal sealed class SendPathHandler(ApiClient api) : HttpMessageHandler
{
    // RestSharp takes nothing along to the message but what it sends.
    private readonly AsyncLocal<Call?> _current = new();

    /// <summary>Says what the next request of this asynchronous flow needs.</summary>
    public void Prepare(AuthenticationScheme authentication, RequestOptions? options) => _current.Value = new Call(authentication, options);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = _current.Value!;
        var sent = api.Absolute(request.RequestUri!, request.Method, RawClient.Operation, call.Authentication, call.Options);
        foreach (var header in request.Headers)
            sent.Header(header.Key, string.Join(header.Key == "User-Agent" ? " " : ", ", header.Value));
        if (request.Content is { } content)
            sent.With(new RestBody(content));
        return await api.ExchangeAsync(sent, cancellationToken).ConfigureAwait(false);
    }

    private sealed record Call(AuthenticationScheme Authentication, RequestOptions? Options);
}
