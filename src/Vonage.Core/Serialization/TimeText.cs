using System.Globalization;

namespace Vonage.Core.Serialization;

/// <summary>
/// Parses times in the formats that the APIs use: ISO 8601, with a space instead of the T or without an offset (UTC), RFC 1123, and digits
/// alone (<c>yyyyMMddHHmmss</c>, seconds, also with a fraction, or milliseconds since 1970).
/// </summary>
internal static class TimeText
{
    public const string Utc = "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ";

    public const string Day = "yyyy-MM-dd";

    /// <summary>Seconds since 1970, as the APIs that do not write a date count them.</summary>
    public const string UnixTime = "unixtime";

    /// <summary>Milliseconds since 1970, as a JSON number.</summary>
    public const string UnixMilliseconds = "unixtime-ms";

    private static readonly string[] OtherFormats = ["r", "ddd, d MMM yyyy HH:mm:ss zzz", "yyyyMMdd'T'HHmmssK", "yyyy/MM/dd HH:mm:ss"];

    private static readonly DateTimeOffset Epoch = DateTimeOffset.FromUnixTimeSeconds(0);

    private static readonly long FirstTick = (DateTimeOffset.MinValue - Epoch).Ticks;

    private static readonly long LastTick = (DateTimeOffset.MaxValue - Epoch).Ticks;

    private const DateTimeStyles TakenAsUtc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces;

    public static string Write(DateTimeOffset value) => value.UtcDateTime.ToString(Utc, CultureInfo.InvariantCulture);

    public static bool TryRead(string text, out DateTimeOffset value) =>
        TryReadIso(text, out value)
        || TryReadDigits(text, out value)
        // The year must come first: DateTimeOffset.TryParse alone would read 01/02/2026 as a US date.
        || (StartsWithYear(text)
            ? DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, TakenAsUtc, out value)
            : DateTimeOffset.TryParseExact(text, OtherFormats, CultureInfo.InvariantCulture, TakenAsUtc, out value));

    public static bool TryRead(string text, string format, out DateTimeOffset value) =>
        format switch
        {
            UnixTime => TryReadUnixTime(text, TimeSpan.TicksPerSecond, out value),
            UnixMilliseconds => TryReadUnixTime(text, TimeSpan.TicksPerMillisecond, out value),
            _ => DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, TakenAsUtc, out value),
        }
        || TryRead(text, out value);

    // A number of ten digits counts seconds, from 2001 to 2286; one of thirteen, milliseconds.
    private static bool TryReadDigits(string text, out DateTimeOffset value)
    {
        value = default;
        return text.Length switch
        {
            10 => TryReadUnixTime(text, TimeSpan.TicksPerSecond, out value),
            13 when text[10] != '.' => TryReadUnixTime(text, TimeSpan.TicksPerMillisecond, out value),
            > 11 when text[10] == '.' => TryReadFraction(text, out value),
            14 => DateTimeOffset.TryParseExact(text, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, TakenAsUtc, out value),
            _ => false,
        };
    }

    private static bool TryReadFraction(string text, out DateTimeOffset value)
    {
        var isTime = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds);
        value = isTime ? Epoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond)) : default;
        return isTime;
    }

    private static bool TryReadUnixTime(string text, long unit, out DateTimeOffset value)
    {
        var isTime = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) && count >= FirstTick / unit && count <= LastTick / unit;
        value = isTime ? Epoch.AddTicks(count * unit) : default;
        return isTime;
    }

    // Parses the format of nearly all responses, yyyy-MM-ddTHH:mm:ss[.f]Z, without the slower general parser.
    private static bool TryReadIso(string text, out DateTimeOffset value)
    {
        const int Seconds = 19;
        const int MostDigits = 7;
        value = default;
        if (text.Length is <= Seconds or > Seconds + MostDigits + 2 || text[text.Length - 1] != 'Z' || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':')
            return false;
        var year = Number(text, 0, 4);
        var month = Number(text, 5, 2);
        var day = Number(text, 8, 2);
        var hour = Number(text, 11, 2);
        var minute = Number(text, 14, 2);
        var second = Number(text, 17, 2);
        var ticks = text.Length == Seconds + 1 ? 0 : Fraction(text, Seconds);
        if (year < 1 || month is < 1 or > 12 || day < 1 || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59 || ticks < 0 || day > DateTime.DaysInMonth(year, month))
            return false;
        value = new DateTimeOffset(new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).AddTicks(ticks));
        return true;
    }

    // The fraction between the decimal point and the final Z, in ticks; negative if it is not a fraction.
    private static int Fraction(string text, int point)
    {
        var digits = text.Length - point - 2;
        if (text[point] != '.' || digits == 0)
            return -1;
        var ticks = Number(text, point + 1, digits);
        for (var i = digits; i < 7 && ticks > 0; i++)
            ticks *= 10;
        return ticks;
    }

    // Negative if a character is not a digit.
    private static int Number(string text, int start, int count)
    {
        var number = 0;
        for (var i = start; i < start + count; i++)
        {
            if (!IsDigit(text[i]))
                return -1;
            number = (number * 10) + (text[i] - '0');
        }

        return number;
    }

    private static bool StartsWithYear(string text)
    {
        var start = text.AsSpan().TrimStart();
        return start.Length >= 8 && start[4] == '-' && IsDigit(start[0]) && IsDigit(start[1]) && IsDigit(start[2]) && IsDigit(start[3]);
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
