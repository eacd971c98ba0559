using System.Net;
using System.Text;

namespace Vonage.Sms.Tests;

/// <summary>Answers in the server's place, with its last reply to all further requests, and keeps what it was asked.</summary>
internal sealed class StubServer(params string[] bodies) : HttpMessageHandler
{
    public List<(string Method, string Url, string? Body)> Requests { get; } = [];

    public SmsClient CreateClient() => new(new HttpClient(this), VonageCredentials.FromApiKey("abcd1234", "secret"), new VonageClientOptions { Retry = new() { Random = () => 0 } });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var body = bodies[Math.Min(Requests.Count, bodies.Length - 1)];
        Requests.Add((request.Method.Method, request.RequestUri!.AbsoluteUri, sent));
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json"), RequestMessage = request };
        response.Headers.Add("X-Request-Id", "req-1");
        return response;
    }
}
