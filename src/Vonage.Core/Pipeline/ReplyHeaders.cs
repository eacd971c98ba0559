using System.Globalization;
using System.Net.Http.Headers;

namespace Vonage.Core.Pipeline;

/// <summary>Reads the response headers that errors report.</summary>
internal static class ReplyHeaders
{
    /// <summary>The usual names of the header that contains the request ID.</summary>
    public static readonly IReadOnlyList<string> RequestIdNames = ["X-Request-Id", "Request-Id", "X-Trace-Id", "X-Correlation-Id"];

    private const long FirstSecond = 1_000_000_000;
    private const long FirstMillisecond = FirstSecond * 100;
    private const long LastMillisecond = FirstMillisecond * 100;

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

    /// <summary>
    /// The time that the server asks to wait: in milliseconds, in seconds or until a date (<c>Retry-After</c>), or until the quota is renewed
    /// (<c>X-RateLimit-Reset</c>, if nothing of it is left). What is written in another way is no wish.
    /// </summary>
    public static TimeSpan? RetryAfter(IReadOnlyDictionary<string, IReadOnlyList<string>> headers, DateTimeOffset now)
    {
        // Uses the server's clock if the Date header is present: the two clocks may differ by more than the wait.
        if (First(headers, "Date") is { } date && TimeText.TryRead(date, out var sent))
            now = sent;
        if (Milliseconds(headers, "Retry-After-Ms") is { } exact)
            return exact;
        if (First(headers, "Retry-After") is not { } text)
            return First(headers, "X-RateLimit-Remaining") == "0" && First(headers, "X-RateLimit-Reset") is { } reset ? UntilReset(reset, now) : null;
        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(Math.Min(seconds, uint.MaxValue));
        return TimeText.TryRead(text, out var instant) ? Until(instant, now) : null;
    }

    private static TimeSpan? Milliseconds(IReadOnlyDictionary<string, IReadOnlyList<string>> headers, string name) =>
        First(headers, name) is { } text && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value >= 0
            ? TimeSpan.FromMilliseconds(Math.Min(value, uint.MaxValue))
            : null;

    private static TimeSpan Until(DateTimeOffset instant, DateTimeOffset now) => instant > now ? instant - now : TimeSpan.Zero;

    // Servers write milliseconds or seconds since 1970, or the seconds that are left.
    private static TimeSpan? UntilReset(string text, DateTimeOffset now) =>
        !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value > LastMillisecond ? null
        : value >= FirstMillisecond ? Until(DateTimeOffset.FromUnixTimeMilliseconds(value), now)
        : value >= FirstSecond ? Until(DateTimeOffset.FromUnixTimeSeconds(value), now)
        : TimeSpan.FromSeconds(value);

    private static void Add(Dictionary<string, IReadOnlyList<string>> target, HttpHeaders source)
    {
        foreach (var header in source)
            target[header.Key] = [.. header.Value];
    }

    private static string? First(IReadOnlyDictionary<string, IReadOnlyList<string>> headers, string name) =>
        headers.TryGetValue(name, out var values) && values.Count > 0 && values[0].Length > 0 ? values[0] : null;
}
