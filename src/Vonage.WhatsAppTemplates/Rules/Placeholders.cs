using Vonage.Core;

namespace Vonage.WhatsAppTemplates;

/// <summary>The placeholders of a text: <c>{{1}}</c>, <c>{{2}}</c> and so on.</summary>
internal static class Placeholders
{
    // No text has so many placeholders: a number with more digits is past a gap, too.
    private const int TooMany = 9999;

    /// <summary>Counts the placeholders, which are numbered from 1; null if any of them has a name instead. Those with numbers have no gap all the same.</summary>
    public static int? Count(string field, string? text)
    {
        var numbers = new HashSet<int>();
        var hasNames = false;
        for (var start = 0; text is not null && (start = text.IndexOf("{{", start, StringComparison.Ordinal)) >= 0;)
        {
            start += 2;
            var end = text.IndexOf("}}", start, StringComparison.Ordinal);
            if (end < 0)
                break;
            if (NumberOf(text, start, end) is { } number)
                numbers.Add(number);
            else
                hasNames = true;
            start = end;
        }

        for (var number = 1; number <= numbers.Count; number++)
            if (!numbers.Contains(number))
                throw new InvalidRequestException(field, $"must number its placeholders from {{{{1}}}} without a gap; {{{{{number}}}}} is missing.");
        return hasNames ? null : numbers.Count;
    }

    private static int? NumberOf(string text, int start, int end)
    {
        if (end == start)
            return null;
        var number = 0;
        for (; start < end; start++)
        {
            if (text[start] is not (>= '0' and <= '9'))
                return null;
            number = Math.Min((number * 10) + text[start] - '0', TooMany);
        }

        return number;
    }
}
