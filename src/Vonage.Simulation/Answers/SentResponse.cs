using System.Text;
using Vonage.Simulation.Specs;

namespace Vonage.Simulation;

/// <summary>The response to a recorded request.</summary>
public sealed class SentResponse
{
    private const int MaxKept = 1024 * 1024;
    private readonly ReadOnlyMemory<byte> _content;

    internal SentResponse(ExchangeResponse response)
    {
        var content = response.Bytes() ?? default;
        (ContentType, Length) = (MediaTypes.Bare(response.ContentType), content.Length);
        _content = content.Length <= MaxKept ? content : content[..MaxKept].ToArray();
        Headers = response.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The headers, except those of the body.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The media type of the body, without parameters; empty if there is no body.</summary>
    public string ContentType { get; }

    /// <summary>The length of the body in bytes.</summary>
    public int Length { get; }

    /// <summary>The body as text. Of a large body, only the first MiB is kept.</summary>
    public string Body => Encoding.UTF8.GetString(_content.Span);

    internal long Size => _content.Length + Headers.Sum(header => sizeof(char) * (long)(header.Key.Length + header.Value.Length));
}
