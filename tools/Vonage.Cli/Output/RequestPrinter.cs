using System.Text;

namespace Vonage.Cli;

/// <summary>Prints a request without its secrets.</summary>
internal static class RequestPrinter
{
    private const int MostText = 20_000;

    public static async Task PrintAsync(TextWriter output, HttpRequestMessage request)
    {
        var text = new StringBuilder($"{request.Method} {request.RequestUri!.GetLeftPart(UriPartial.Path)}");
        if (request.RequestUri.Query.TrimStart('?') is { Length: > 0 } query)
            text.Append('?').Append(Secrets.Pairs(query));
        text.AppendLine();
        foreach (var header in request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>()))
            text.Append(header.Key).Append(": ").AppendLine(Secrets.Header(header.Key, string.Join(", ", header.Value)));
        if (request.Content is { } content && await content.ReadAsByteArrayAsync() is { Length: > 0 } bytes)
            text.AppendLine().AppendLine(Body(content.Headers.ContentType?.MediaType ?? string.Empty, bytes));
        await output.WriteAsync(text);
    }

    private static string Body(string mediaType, byte[] bytes)
    {
        if (bytes.Length > MostText || Array.IndexOf(bytes, (byte)0) >= 0)
            return $"({bytes.Length} bytes)";
        var text = Encoding.UTF8.GetString(bytes);
        return mediaType switch
        {
            "application/x-www-form-urlencoded" => Secrets.Pairs(text),
            _ when mediaType.EndsWith("json", StringComparison.Ordinal) => Secrets.Json(text),
            _ when mediaType.StartsWith("multipart/", StringComparison.Ordinal) => Secrets.Parts(text),
            _ => text,
        };
    }
}
