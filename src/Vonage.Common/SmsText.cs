namespace Vonage;

/// <summary>
/// What a text costs as an SMS: its encoding, its length in units, and the parts in which it is sent and charged. Nothing is sent to find out.
/// </summary>
public sealed class SmsText
{
    private readonly int _lastUnits;

    private SmsText(string text, SmsEncoding encoding)
    {
        Text = text;
        Encoding = encoding;
        for (var at = 0; at < text.Length; at += WidthAt(at))
            Units += UnitsAt(at);
        if (text.Length == 0)
            return;
        if (Units <= Alone)
        {
            (PartCount, _lastUnits) = (1, Units);
            return;
        }

        for (var start = 0; start < text.Length; PartCount++)
            start = EndOf(start, out _lastUnits);
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The encoding in which the text is sent.</summary>
    public SmsEncoding Encoding { get; }

    /// <summary>
    /// The length of the text. In <see cref="SmsEncoding.Gsm7"/>, the characters of the extension table (<c>^{}\[~]|€</c> and form feed) are two
    /// units each; in <see cref="SmsEncoding.Unicode"/>, those outside the Basic Multilingual Plane, such as most emoji, are.
    /// </summary>
    public int Units { get; }

    /// <summary>The number of SMS messages that the text is sent and charged as; 0 for an empty text.</summary>
    public int PartCount { get; }

    /// <summary>The units that are free in the last part. A character of two units does not fit into one.</summary>
    public int UnitsLeft => (PartCount > 1 ? InParts : Alone) - _lastUnits;

    private int Alone => Encoding == SmsEncoding.Gsm7 ? 160 : 70;

    private int InParts => Encoding == SmsEncoding.Gsm7 ? 153 : 67;

    /// <summary>Analyzes a text in the encoding that it needs: <see cref="SmsEncoding.Gsm7"/> if that has all of its characters.</summary>
    /// <param name="text">The text.</param>
    public static SmsText Analyze(string text) => Analyze(text, IsGsm(text) ? SmsEncoding.Gsm7 : SmsEncoding.Unicode);

    /// <summary>Analyzes a text in a given encoding, for example one that is sent as Unicode without a need.</summary>
    /// <param name="text">The text.</param>
    /// <param name="encoding">The encoding. A character that <see cref="SmsEncoding.Gsm7"/> does not have counts as one unit: another one is sent in its place.</param>
    public static SmsText Analyze(string text, SmsEncoding encoding) => new(text ?? throw new ArgumentNullException(nameof(text)), encoding);

    /// <summary>Whether all characters of a text are in the GSM alphabet or its extension table, so that it can be sent without Unicode.</summary>
    /// <param name="text">The text.</param>
    public static bool IsGsm(string? text)
    {
        for (var i = 0; i < text?.Length; i++)
            if (GsmUnits(text[i]) == 0)
                return false;
        return true;
    }

    /// <summary>Splits the text as it is sent. No part ends within an extended character or a surrogate pair.</summary>
    /// <returns>The texts of the parts, in order; empty for an empty text.</returns>
    public IReadOnlyList<string> Split()
    {
        if (PartCount <= 1)
            return PartCount == 0 ? [] : [Text];
        var parts = new List<string>(PartCount);
        for (var start = 0; start < Text.Length;)
        {
            var end = EndOf(start, out _);
            parts.Add(Text.Substring(start, end - start));
            start = end;
        }

        return parts;
    }

    // Where the part that begins at a character ends, if the text has several.
    private int EndOf(int start, out int units)
    {
        units = 0;
        var end = start;
        while (end < Text.Length && units + UnitsAt(end) is var more && more <= InParts)
        {
            units = more;
            end += WidthAt(end);
        }

        return end;
    }

    private int UnitsAt(int at) => Encoding == SmsEncoding.Unicode ? WidthAt(at) : Math.Max(1, GsmUnits(Text[at]));

    // How many char values a character is.
    private int WidthAt(int at) => at + 1 < Text.Length && char.IsSurrogatePair(Text[at], Text[at + 1]) ? 2 : 1;

    // 3GPP TS 23.038, 6.2.1: 1 for the default alphabet, 2 for its extension table, 0 for everything else.
    private static int GsmUnits(char c) => c switch
    {
        '^' or '{' or '}' or '\\' or '[' or '~' or ']' or '|' or '\f' or '€' => 2,
        '`' => 0,
        >= ' ' and <= 'z' or '\n' or '\r' => 1,
        '£' or '¥' or '¤' or '§' or '¡' or '¿' => 1,
        'è' or 'é' or 'ù' or 'ì' or 'ò' or 'à' or 'Ç' or 'Ø' or 'ø' or 'Å' or 'å' or 'Æ' or 'æ' or 'ß' or 'É' or 'Ä' or 'Ö' or 'Ñ' or 'Ü' or 'ä' or 'ö' or 'ñ' or 'ü' => 1,
        'Δ' or 'Φ' or 'Γ' or 'Λ' or 'Ω' or 'Π' or 'Ψ' or 'Σ' or 'Θ' or 'Ξ' => 1,
        _ => 0,
    };
}
