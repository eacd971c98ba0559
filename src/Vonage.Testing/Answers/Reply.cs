using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Vonage.Testing.Specs;

namespace Vonage.Testing.Answers;

/// <summary>An answer before it is sent.</summary>
internal sealed class Reply(int status)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public int Status { get; } = status;

    public string? ContentType { get; set; }

    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The body as JSON.</summary>
    public JsonNode? Json { get; set; }

    /// <summary>The body where it is not JSON.</summary>
    public byte[]? Content { get; set; }

    public async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.StatusCode = Status;
        foreach (var (name, value) in Headers)
            response.Headers[name] = value;
        if (Bytes() is not { } bytes)
            return;
        response.ContentType = ContentType;
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
    }

    private byte[]? Bytes()
    {
        if (Content is not null || Json is null)
            return Content;
        return Encoding.UTF8.GetBytes(MediaTypes.IsJson(ContentType) ? Json.ToJsonString(Readable) : Json.ToString());
    }
}
