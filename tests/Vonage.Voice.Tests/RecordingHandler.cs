using System.Net;
using System.Text;

namespace Vonage.Voice.Tests;

/// <summary>Answers in the server's place, and keeps what it was asked.</summary>
internal sealed class RecordingHandler(HttpStatusCode status = HttpStatusCode.OK, string body = "{}", string mediaType = "application/json") : HttpMessageHandler
{
    public List<(string Method, string Url, string? Authorization, string? Body)> Requests { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Add((request.Method.Method, request.RequestUri!.AbsoluteUri, request.Headers.Authorization?.Scheme, sent));
        return new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, mediaType), RequestMessage = request };
    }
}
