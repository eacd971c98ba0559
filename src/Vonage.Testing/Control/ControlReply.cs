using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Vonage.Testing.Control;

/// <summary>A response of the control API or the page.</summary>
/// <param name="Status">The status code.</param>
/// <param name="ContentType">The media type.</param>
/// <param name="Body">The body; null for none.</param>
internal sealed record ControlReply(int Status, string ContentType, string? Body)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ControlReply NoContent { get; } = new(StatusCodes.Status204NoContent, "text/plain", null);

    public static ControlReply Json(JsonNode body, int status = StatusCodes.Status200OK) => new(status, "application/json; charset=utf-8", body.ToJsonString(Readable));

    public static ControlReply PlainText(string body) => new(StatusCodes.Status200OK, "text/plain; charset=utf-8", body);

    /// <summary>A file that an API offers for download. Nothing is recorded in the simulator, so that it is only named as one.</summary>
    public static ControlReply File(string name) => new(StatusCodes.Status200OK, Path.GetExtension(name) switch
    {
        ".mp4" => "video/mp4",
        ".zip" => "application/zip",
        ".m3u8" => "application/vnd.apple.mpegurl",
        _ => "application/octet-stream",
    }, "A simulated file.");

    public static ControlReply Problem(int status, string title, string detail) =>
        new(status, "application/problem+json; charset=utf-8", new JsonObject { ["title"] = title, ["status"] = status, ["detail"] = detail }.ToJsonString(Readable));

    public static ControlReply NotFound(string detail) => Problem(StatusCodes.Status404NotFound, "Not Found", detail);

    public async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.StatusCode = Status;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (Body is null)
            return;
        response.ContentType = ContentType;
        await response.WriteAsync(Body, cancellationToken).ConfigureAwait(false);
    }
}
