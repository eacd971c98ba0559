using System.Globalization;

namespace Vonage.Core;

/// <summary>Instants as the APIs write them: ISO 8601, a space instead of the T, no offset where UTC is meant, or RFC 1123.</summary>
internal static class TimeText
{
    public const string Utc = "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ";

    public const string Day = "yyyy-MM-dd";

    private const DateTimeStyles TakenAsUtc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces;

    public static string Write(DateTimeOffset value) => value.UtcDateTime.ToString(Utc, CultureInfo.InvariantCulture);

    public static bool TryRead(string text, out DateTimeOffset value) =>
        // The year must come first: DateTimeOffset.TryParse alone would take 01/02/2026 for an American date.
        StartsWithYear(text)
            ? DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, TakenAsUtc, out value)
            : DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, TakenAsUtc, out value);

    public static bool TryRead(string text, string format, out DateTimeOffset value) =>
        DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, TakenAsUtc, out value) || TryRead(text, out value);

    private static bool StartsWithYear(string text)
    {
        var start = text.AsSpan().TrimStart();
        return start.Length >= 8 && start[4] == '-' && IsDigit(start[0]) && IsDigit(start[1]) && IsDigit(start[2]) && IsDigit(start[3]);
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
