using System.Globalization;

namespace Vonage.Testing.State;

/// <summary>Times as the APIs write them, in UTC.</summary>
internal static class Times
{
    /// <summary>The format without a zone, as in <c>2020-12-31 12:00:00</c>.</summary>
    public const string PlainFormat = "yyyy-MM-dd HH:mm:ss";

    /// <summary>As in <c>2020-12-31 12:00:00</c>.</summary>
    public static string Plain(DateTimeOffset time) => Text(time, PlainFormat);

    /// <summary>As in <c>2020-12-31T12:00:00Z</c>.</summary>
    public static string Seconds(DateTimeOffset time) => Text(time, "yyyy-MM-ddTHH:mm:ssZ");

    /// <summary>As in <c>2020-12-31T12:00:00.000Z</c>.</summary>
    public static string Milliseconds(DateTimeOffset time) => Text(time, "yyyy-MM-ddTHH:mm:ss.fffZ");

    private static string Text(DateTimeOffset time, string format) => time.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
}
