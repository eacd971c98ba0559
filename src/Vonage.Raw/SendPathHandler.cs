using Vonage.Core;

namespace Vonage.Raw;

/// <summary>Sends the requests of RestSharp on the send path of the typed calls, with the same hosts, authentication, timeouts and errors.</summary>
internal sealed class SendPathHandler(ApiClient api) : HttpMessageHandler
{
    // RestSharp does not pass other data to the message.
    private readonly AsyncLocal<RawCall?> _current = new();

    /// <summary>Sets what the next request in this asynchronous flow needs.</summary>
    /// <param name="call">The call. Its time and its caller's token end it: RestSharp has one token for both.</param>
    public void Prepare(RawCall call) => _current.Value = call;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = _current.Value!;
        var sent = api.Absolute(request.RequestUri!, request.Method, RawClient.Operation, call.Authentication, call.Options);
        foreach (var header in request.Headers)
            sent.Header(header.Key, string.Join(header.Key == "User-Agent" ? " " : ", ", header.Value));
        sent.Timeout = call.Timeout;
        call.Request = sent;
        if (request.Content is { } content)
            sent.With(await RestBody.CreateAsync(content, call.Authentication, cancellationToken).ConfigureAwait(false));
        return await api.ExchangeAsync(sent, call.CancellationToken).ConfigureAwait(false);
    }
}

/// <summary>A call of RestSharp's.</summary>
internal sealed class RawCall(ApiAuthentication authentication, RequestOptions? options, TimeSpan? timeout, CancellationToken cancellationToken)
{
    public ApiAuthentication Authentication => authentication;

    public RequestOptions? Options => options;

    /// <summary>The time of the call, if it is less than that of its options.</summary>
    public TimeSpan? Timeout => timeout;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>The request on the send path, once RestSharp has sent it.</summary>
    public ApiRequest? Request { get; set; }
}
