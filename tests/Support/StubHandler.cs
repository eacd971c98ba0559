using System.Net;
using System.Text;

namespace TestSupport;

/// <summary>Stands in for the network: keeps what would have gone to hosts that no test may reach, and answers as a test says.</summary>
internal sealed class StubHandler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>? answer = null) : HttpMessageHandler
{
    public List<(Uri Url, RecordedRequest Request)> Sent { get; } = [];

    public RecordedRequest Request => Sent.Single().Request;

    public Uri Url => Sent.Single().Url;

    /// <summary>Answers every request with the same body.</summary>
    public static StubHandler Of(string body, HttpStatusCode status = HttpStatusCode.OK, string mediaType = "application/json") =>
        new((_, _) => Task.FromResult(Json(body, status, mediaType)));

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK, string mediaType = "application/json") =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, mediaType) };

    public static HttpResponseMessage Redirect(string location, HttpStatusCode status = HttpStatusCode.Found)
    {
        var response = new HttpResponseMessage(status);
        response.Headers.TryAddWithoutValidation("Location", location);
        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        lock (Sent)
            Sent.Add((request.RequestUri!, new RecordedRequest(request.Method.Method, request.RequestUri!.AbsolutePath, request.RequestUri.Query, headers, body)));
        var response = answer is null ? Json("{}") : await answer(request, cancellationToken);
        response.RequestMessage ??= request;
        return response;
    }
}
