using Vonage.Core;

namespace Vonage.Raw;

/// <summary>Sends the requests of RestSharp on the send path of the typed calls, with the same hosts, authentication, timeouts and errors.</summary>
internal sealed class SendPathHandler(ApiClient api) : HttpMessageHandler
{
    // RestSharp does not pass other data to the message.
    private readonly AsyncLocal<Call?> _current = new();

    /// <summary>Sets the authentication and options of the next request in this asynchronous flow.</summary>
    public void Prepare(ApiAuthentication authentication, RequestOptions? options) => _current.Value = new Call(authentication, options);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = _current.Value!;
        var sent = api.Absolute(request.RequestUri!, request.Method, RawClient.Operation, call.Authentication, call.Options);
        foreach (var header in request.Headers)
            sent.Header(header.Key, string.Join(header.Key == "User-Agent" ? " " : ", ", header.Value));
        if (request.Content is { } content)
            sent.With(await RestBody.CreateAsync(content, call.Authentication, cancellationToken).ConfigureAwait(false));
        return await api.ExchangeAsync(sent, cancellationToken).ConfigureAwait(false);
    }

    private sealed record Call(ApiAuthentication Authentication, RequestOptions? Options);
}
