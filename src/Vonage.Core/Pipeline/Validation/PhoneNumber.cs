using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Vonage.Core.Pipeline;

/// <summary>Reads phone numbers as people write them. Generated models and methods call it for each phone number.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PhoneNumber
{
    private const int Shortest = 7;
    private const int Longest = 15;

    /// <summary>
    /// Returns the digits of a number in international format: it starts with <c>+</c> or <c>00</c> and the country code, and may contain spaces, hyphens, dots
    /// and brackets.
    /// </summary>
    /// <remarks>Every other text is returned as it is, among them numbers without a country code, names and addresses.</remarks>
    /// <param name="text">The number.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Digits(string? text)
    {
        // Digits that start with a country code, and most names, are settled by their first character.
        if (text is null || text.Length == 0 || !(text[0] is '+' or '0' || IsSeparator(text[0])))
            return text;
        Span<char> digits = stackalloc char[Longest];
        return Read(text, digits, out var count) is null ? digits.Slice(0, count).ToString() : text;
    }

    /// <summary>Says why a text is neither the digits of an international number nor another way to write one.</summary>
    internal static string FaultOf(string text) => Read(text, stackalloc char[Longest], out _)
        ?? "Remove everything but the digits.";

    private static string? Read(string text, Span<char> digits, out int count)
    {
        count = 0;
        var start = 0;
        while (start < text.Length && IsSeparator(text[start]))
            start++;
        var isInternational = true;
        if (start < text.Length && text[start] == '+')
            start++;
        else if (start + 1 < text.Length && text[start] == '0' && text[start + 1] == '0')
            start += 2;
        else
            isInternational = false;
        var length = 0;
        var isAfterBracket = false;
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= '0' and <= '9')
            {
                if (c == '0' && length == 0)
                    return isInternational ? "No country code starts with 0." : "A number that starts with 0 has no country code: replace the 0 with the country code.";
                if (c == '0' && isAfterBracket)
                    return "A 0 in brackets is dialed only within the country: remove it.";
                if (length < Longest)
                    digits[length] = c;
                length++;
                isAfterBracket = false;
            }
            else if (IsSeparator(c))
            {
                isAfterBracket |= c == '(';
            }
            else
            {
                return "It contains a character that is not a digit, a space, a hyphen, a dot or a bracket.";
            }
        }

        if (length is < Shortest or > Longest)
            return string.Format(CultureInfo.InvariantCulture, "It has {0} digits.", length);
        count = length;
        return isInternational ? null : "Whether its first digits are a country code is ambiguous: write a plus sign before the country code, or digits only.";
    }

    // Copied from a document, a number has its no-break space and no-break hyphen.
    private static bool IsSeparator(char c) => c is ' ' or '-' or '.' or '(' or ')' or '\u00A0' or '\u2011';
}
