using System.Net;
using System.Text;
using Newtonsoft.Json.Linq;

namespace TestSupport.Secrets;

/// <summary>What can go wrong with a request that reached the server, by its name.</summary>
internal sealed record Fault(string Name, Func<HttpResponseMessage> Answer)
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("refused", () => Text(HttpStatusCode.Unauthorized, """{"title":"Unauthorized","detail":"You did not provide correct credentials."}""")),
        new("an error page", () => Text(HttpStatusCode.BadGateway, "<html>Bad gateway</html>")),
        new("another shape", () => Text(HttpStatusCode.OK, """[{"price":"many","messages":7,"status":{}}]""")),
        new("cut off", () => Text(HttpStatusCode.OK, """{"messages":[{"status":"0""")),
        new("empty", () => Text(HttpStatusCode.OK, "")),
        new("a redirect", () => new HttpResponseMessage(HttpStatusCode.TemporaryRedirect) { Headers = { Location = new("https://evil.example/") } }),
        new("not there", () => throw new HttpRequestException("Connection refused (127.0.0.1:9)")),
        new("too slow", () => throw new TaskCanceledException("timeout", new TimeoutException())),
    ];

    public override string ToString() => Name;

    private static HttpResponseMessage Text(HttpStatusCode status, string body) => new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}

/// <summary>Sends requests to the server, and answers one of them with a fault. It keeps the secrets that it sees.</summary>
internal sealed class FaultHandler() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
{
    private int _count;

    /// <summary>The request to spoil, counted from 1.</summary>
    public int At { get; set; }

    public Fault? Fault { get; set; }

    public bool WasReached => _count >= At;

    public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

    public void Restart(Fault fault, int at) => (_count, Fault, At) = (0, fault, at);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Headers.Authorization?.Parameter is { } proof)
            Keep(proof);
        KeepPairs(request.RequestUri!.Query.TrimStart('?'));
        if (request.Content is { } content)
            KeepBody(await content.ReadAsStringAsync(cancellationToken));
        var response = await base.SendAsync(request, cancellationToken);
        if (++_count != At || Fault is null)
            return response;
        response.Dispose();
        var spoilt = Fault.Answer();
        spoilt.RequestMessage = request;
        return spoilt;
    }

    private void Keep(string secret)
    {
        if (secret.Length > 7)
            Seen.Add(secret);
    }

    private void KeepPairs(string pairs)
    {
        foreach (var pair in pairs.Split('&').Select(text => text.Split('=', 2)).Where(pair => pair.Length == 2))
            if (pair[0] is "sig" or "api_secret" or "text")
                Keep(WebUtility.UrlDecode(pair[1]));
    }

    // Of a JSON body, what reads as words: a message or a name. Identifiers stand in paths, which errors name.
    private void KeepBody(string body)
    {
        Keep(body);
        if (!body.StartsWith('{'))
            KeepPairs(body);
        else
            foreach (var value in JObject.Parse(body).Descendants().OfType<JValue>().Select(value => value.ToString()).Where(text => text.Contains(' ')))
                Keep(value);
    }
}
