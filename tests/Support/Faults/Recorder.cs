namespace TestSupport.Faults;

/// <summary>A reply as a simulator gave it.</summary>
internal sealed record RecordedReply(int Status, string? MediaType, byte[] Body);

/// <summary>Keeps the replies that pass through it.</summary>
internal sealed class Recorder() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    public List<RecordedReply> Replies { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        Replies.Add(new RecordedReply((int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), body));
        return response;
    }
}
