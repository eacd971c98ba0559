using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Vonage.Simulation.Specs;

namespace Vonage.Simulation;

/// <summary>A response before it is sent.</summary>
/// <param name="status">The status code.</param>
public sealed class ExchangeResponse(int status)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private byte[]? _written;

    /// <summary>The status code.</summary>
    public int Status { get; } = status;

    /// <summary>The media type of the body.</summary>
    public string? ContentType { get; set; }

    /// <summary>The headers, except those of the body.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The body as JSON.</summary>
    public JsonNode? Json { get; set; }

    /// <summary>The body if it is not JSON.</summary>
    public ReadOnlyMemory<byte>? Content { get; set; }

    internal async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.StatusCode = Status;
        foreach (var (name, value) in Headers)
            response.Headers[name] = value;
        if (Status is StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified || Bytes() is not { } bytes)
            return;
        response.ContentType = ContentType;
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The body as it is sent. It is written once: a response does not change after it was determined.</summary>
    internal ReadOnlyMemory<byte>? Bytes()
    {
        if (Content is not null || Json is null)
            return Content;
        return _written ??= Encoding.UTF8.GetBytes(MediaTypes.IsJson(ContentType) ? Json.ToJsonString(Readable) : Json.ToString());
    }
}
