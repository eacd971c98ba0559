using System.Collections.Frozen;
using System.Text;

namespace Campaign.Planning;

/// <summary>Reads replies for the words by which people end messages, start them again or ask for help.</summary>
internal static class OptOutWords
{
    // The words of the FCC's rule (47 CFR 64.1200) and of the large providers, which people have learned.
    private static readonly FrozenDictionary<string, ReplyKind> Words = new Dictionary<string, ReplyKind>
    {
        ["STOP"] = ReplyKind.OptOut,
        ["STOPALL"] = ReplyKind.OptOut,
        ["STOP ALL"] = ReplyKind.OptOut,
        ["QUIT"] = ReplyKind.OptOut,
        ["END"] = ReplyKind.OptOut,
        ["REVOKE"] = ReplyKind.OptOut,
        ["OPTOUT"] = ReplyKind.OptOut,
        ["OPT OUT"] = ReplyKind.OptOut,
        ["OPT-OUT"] = ReplyKind.OptOut,
        ["CANCEL"] = ReplyKind.OptOut,
        ["UNSUBSCRIBE"] = ReplyKind.OptOut,
        ["ARRET"] = ReplyKind.OptOut,
        ["REMOVE"] = ReplyKind.OptOut,
        ["TD"] = ReplyKind.OptOut,
        ["START"] = ReplyKind.OptIn,
        ["YES"] = ReplyKind.OptIn,
        ["UNSTOP"] = ReplyKind.OptIn,
        ["HELP"] = ReplyKind.Help,
        ["INFO"] = ReplyKind.Help,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // What ends messages in a sentence. Each is looked for between spaces. A message too many for a person is better than one too few.
    private static readonly string[] Signs =
    [
        .. Words.Where(word => word.Value == ReplyKind.OptOut).Select(word => word.Key.Replace('-', ' ')), "STOPP", "STOPPING", "UNSUB", "OPTING OUT", "NO MORE",
        "DO NOT TEXT", "DONT TEXT", "DO NOT MESSAGE", "DONT MESSAGE", "DO NOT CONTACT", "DONT CONTACT", "DO NOT SEND", "DONT SEND", "DO NOT SMS", "DONT SMS",
        "TAKE ME OFF", "TAKE MY NUMBER OFF", "DELETE MY NUMBER", "LEAVE ME ALONE", "WRONG NUMBER", "WRONG PERSON",
    ];

    // From U+00C0 to U+017F, so that it works without the tables of a culture too.
    private const string Unaccented =
        "AAAAAAACEEEEIIIIDNOOOOO×OUUUUYTSAAAAAAACEEEEIIIIDNOOOOO÷OUUUUYTY"
        + "AAAAAACCCCCCCCDDDDEEEEEEEEEEGGGGGGGGHHHHIIIIIIIIIIIIJJKKKLLLLLLLLLLNNNNNNNNNOOOOOOOORRRRRRSSSSSSSSTTTTTTUUUUUUUUUUUUWWYYYZZZZZZS";

    /// <summary>Reads a reply.</summary>
    /// <param name="text">The whole message. Case, accents, spaces around it and punctuation at its end make no difference.</param>
    public static ReplyKind Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return ReplyKind.None;
        var plain = Plain(text);
        var end = plain.Length;
        while (end > 0 && (char.IsPunctuation(plain[end - 1]) || plain[end - 1] == ' '))
            end--;
        if (Words.TryGetValue(plain[..end], out var kind))
            return kind;
        var words = $" {OnlyWords(plain)} ";
        return Array.Exists(Signs, sign => words.Contains($" {sign} ", StringComparison.Ordinal)) ? ReplyKind.ForAPerson : ReplyKind.None;
    }

    // Upper case, without accents and what is not seen, and with one space for any others.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
                AddSpace(plain);
            else if (char.GetUnicodeCategory(c) is not (System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.Format))
                plain.Append(c is >= '\u00C0' and <= '\u017F' ? Unaccented[c - '\u00C0'] : char.ToUpperInvariant(c));
        }

        return plain.ToString().TrimEnd(' ');
    }

    // "DON'T" is DONT; all other punctuation separates words.
    private static string OnlyWords(string plain)
    {
        var words = new StringBuilder(plain.Length);
        foreach (var c in plain)
        {
            if (char.IsLetterOrDigit(c))
                words.Append(c);
            else if (c is not ('\'' or '\u2019'))
                AddSpace(words);
        }

        return words.ToString().TrimEnd(' ');
    }

    private static void AddSpace(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != ' ')
            text.Append(' ');
    }
}
