using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Vonage.Generator.Tests.Support;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Host">The host of the spec that it was meant for.</param>
/// <param name="Target">Path and query, escaped as they came.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Bytes">The body.</param>
internal sealed record SentRequest(string Method, string Host, string Target, IHeaderDictionary Headers, byte[] Bytes)
{
    public string Path => Target.Split('?')[0];

    public string Query => Target.Contains('?', StringComparison.Ordinal) ? Target[(Target.IndexOf('?', StringComparison.Ordinal) + 1)..] : string.Empty;

    public string Body => Encoding.UTF8.GetString(Bytes);

    public string Authorization => Headers.Authorization.ToString();

    /// <summary>The parts of a multipart body, each as name, file name, content type and text.</summary>
    public async Task<IReadOnlyList<SentPart>> PartsAsync()
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(Headers.ContentType.ToString()).Boundary).Value!;
        var reader = new MultipartReader(boundary, new MemoryStream(Bytes));
        var parts = new List<SentPart>();
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            var disposition = section.GetContentDispositionHeader()!;
            var text = await new StreamReader(section.Body).ReadToEndAsync();
            parts.Add(new SentPart(disposition.Name.Value!, NullIfEmpty(disposition.FileName.Value), NullIfEmpty(section.ContentType), text));
        }
        return parts;
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

/// <summary>A part of a multipart body.</summary>
internal sealed record SentPart(string Name, string? FileName, string? ContentType, string Text);

/// <summary>What a server answers.</summary>
internal sealed record WireReply(int Status, string Body, string? ContentType);

/// <summary>One test's share of the loopback server: what it answers, and what it got.</summary>
internal sealed class Wire
{
    private readonly ConcurrentQueue<WireReply> _replies = new();
    private readonly ConcurrentQueue<SentRequest> _requests = new();

    public string Id { get; } = Guid.NewGuid().ToString("N");

    public IReadOnlyCollection<SentRequest> Requests => _requests;

    /// <summary>The one request that came.</summary>
    public SentRequest Sent => _requests.Single();

    /// <summary>Answers the next request that has no answer yet. Without any, requests are answered with an empty object.</summary>
    public void Reply(string body, int status = 200, string? contentType = "application/json") => _replies.Enqueue(new WireReply(status, body, contentType));

    public WireReply Take(SentRequest request)
    {
        _requests.Enqueue(request);
        return _replies.TryDequeue(out var reply) ? reply : new WireReply(200, "{}", "application/json");
    }
}
