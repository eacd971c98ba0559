using System.Globalization;
using System.Text;

namespace Vonage.Core.Serialization;

/// <summary>Turns numbers of a JSON text into strings, which keep them as they are written: <c>1e3</c>, <c>-0</c>, <c>0.0330</c>.</summary>
internal static class JsonNumbers
{
    private static readonly string[] Literals = ["true", "false", "null"];

    /// <summary>Quotes all numbers, because a signature covers them as they are written.</summary>
    /// <returns>The text; <see langword="null"/> if it contains what is not JSON, which a tolerant reader could understand in another way.</returns>
    public static string? Quote(string json) => Quote(json, static _ => true);

    /// <summary>Quotes the numbers that no decimal holds, at which a reader would stop.</summary>
    /// <returns>The text; <see langword="null"/> if it contains what is not JSON.</returns>
    public static string? QuoteHuge(string json) =>
        Quote(json, static number => !decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out _));

    private static string? Quote(string json, Func<string, bool> isQuoted)
    {
        var quoted = new StringBuilder(json.Length + 64);
        for (var at = 0; at < json.Length;)
        {
            var end = End(json, at, out var isNumber);
            if (end < 0)
                return null;
            if (isNumber && isQuoted(json.Substring(at, end - at)))
                quoted.Append('"').Append(json, at, end - at).Append('"');
            else
                quoted.Append(json, at, end - at);
            at = end;
        }

        return quoted.ToString();
    }

    private static int End(string json, int start, out bool isNumber)
    {
        isNumber = json[start] is '-' or (>= '0' and <= '9');
        if (isNumber)
            return EndOfNumber(json, start);
        if (json[start] == '"')
            return EndOfString(json, start);
        if (json[start] is '{' or '}' or '[' or ']' or ',' or ':' or ' ' or '\t' or '\r' or '\n')
            return start + 1;
        foreach (var literal in Literals)
        {
            if (string.CompareOrdinal(json, start, literal, 0, literal.Length) == 0)
                return start + literal.Length;
        }

        return -1;
    }

    private static int EndOfString(string json, int start)
    {
        for (var at = start + 1; at < json.Length; at++)
        {
            if (json[at] == '"')
                return at + 1;
            if (json[at] == '\\')
                at++;
        }

        return -1;
    }

    private static int EndOfNumber(string json, int start)
    {
        var at = json[start] == '-' ? start + 1 : start;
        var whole = at;
        if (!SkipDigits(json, ref at) || (json[whole] == '0' && at > whole + 1))
            return -1;
        if (at < json.Length && json[at] == '.' && !SkipDigits(json, ref at, 1))
            return -1;
        if (at < json.Length && json[at] is 'e' or 'E')
        {
            var sign = at + 1 < json.Length && json[at + 1] is '+' or '-' ? 1 : 0;
            if (!SkipDigits(json, ref at, 1 + sign))
                return -1;
        }

        return at;
    }

    private static bool SkipDigits(string json, ref int at, int before = 0)
    {
        at += before;
        var start = at;
        while (at < json.Length && json[at] is >= '0' and <= '9')
            at++;
        return at > start;
    }
}
