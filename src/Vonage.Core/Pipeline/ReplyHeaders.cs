using System.Globalization;
using System.Net.Http.Headers;

namespace Vonage.Core.Pipeline;

/// <summary>Reads the response headers that errors report.</summary>
internal static class ReplyHeaders
{
    /// <summary>The usual names of the header that contains the request ID.</summary>
    public static readonly IReadOnlyList<string> RequestIdNames = ["X-Request-Id", "Request-Id", "X-Trace-Id", "X-Correlation-Id"];

    private static readonly Dictionary<string, IReadOnlyList<string>> None = new(StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(HttpResponseMessage? response)
    {
        if (response is null)
            return None;
        var headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        Add(headers, response.Headers);
        if (response.Content is { } content)
            Add(headers, content.Headers);
        return headers;
    }

    public static string? RequestId(IReadOnlyDictionary<string, IReadOnlyList<string>> headers, IReadOnlyList<string> names)
    {
        foreach (var name in names)
            if (First(headers, name) is { } id)
                return id;
        return null;
    }

    public static string? MediaType(IReadOnlyDictionary<string, IReadOnlyList<string>> headers) =>
        First(headers, "Content-Type")?.Split(';')[0].Trim();

    public static TimeSpan? RetryAfter(IReadOnlyDictionary<string, IReadOnlyList<string>> headers, DateTimeOffset now)
    {
        if (First(headers, "Retry-After") is not { } text)
            return null;
        if (uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(seconds);
        if (!TimeText.TryRead(text, out var instant))
            return null;

        // Uses the server's clock if the Date header is present: the two clocks may differ by more than the wait.
        if (First(headers, "Date") is { } date && TimeText.TryRead(date, out var sent))
            now = sent;
        return instant > now ? instant - now : TimeSpan.Zero;
    }

    private static void Add(Dictionary<string, IReadOnlyList<string>> target, HttpHeaders source)
    {
        foreach (var header in source)
            target[header.Key] = [.. header.Value];
    }

    private static string? First(IReadOnlyDictionary<string, IReadOnlyList<string>> headers, string name) =>
        headers.TryGetValue(name, out var values) && values.Count > 0 && values[0].Length > 0 ? values[0] : null;
}
