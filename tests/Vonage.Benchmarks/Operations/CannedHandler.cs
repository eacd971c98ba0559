using System.Net;
using System.Net.Http.Headers;

namespace Vonage.Benchmarks.Operations;

/// <summary>Takes a request as the network would, its body to the last byte, and answers from memory.</summary>
internal sealed class CannedHandler(byte[] reply) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <summary>A client that always gets this reply.</summary>
    public static HttpClient CreateClient(string reply) => new(new CannedHandler(System.Text.Encoding.UTF8.GetBytes(reply)));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } body)
            await body.CopyToAsync(Stream.Null, cancellationToken);
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(reply) { Headers = { ContentType = Json } },
        };
    }
}
