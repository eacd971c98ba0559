using System.Text;

namespace Vonage.Core.Pipeline;

internal static class TextEncoding
{
    /// <summary>UTF-8 that throws on invalid bytes instead of replacing them.</summary>
    public static Encoding Strict { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static Encoding BigEndianUtf32 { get; } = new UTF32Encoding(bigEndian: true, byteOrderMark: true);

    /// <summary>Gets the encoding that a body declares; UTF-8 if it declares none or the platform does not support it.</summary>
    public static Encoding Of(HttpContent? content)
    {
        if (content is null)
            return Encoding.UTF8;
#if NET
        // Checks the raw header: parsing it would allocate an object for each response, and nearly all declare UTF-8 or nothing.
        if (!content.Headers.NonValidated.TryGetValues("Content-Type", out var values))
            return Encoding.UTF8;
        var type = values.ToString();
        if (type is "application/json" or "application/json; charset=utf-8"
            || !type.Contains("charset", StringComparison.OrdinalIgnoreCase)
            || type.Contains("utf-8", StringComparison.OrdinalIgnoreCase))
            return Encoding.UTF8;
#endif
        return content.Headers.ContentType?.CharSet is { Length: > 0 } name ? Find(name.Trim('"')) : Encoding.UTF8;
    }

    /// <summary>Gets the length of a UTF-8 byte order mark at the beginning.</summary>
    public static int PreambleLength(ReadOnlySpan<byte> text) => text.Length >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF ? 3 : 0;

    /// <summary>Gets the encoding of a text. Its first bytes count for more than what was declared: servers declare UTF-8 and send UTF-16.</summary>
    /// <param name="text">The text.</param>
    /// <param name="declared">The declared encoding.</param>
    /// <param name="skip">The length of the byte order mark.</param>
    public static Encoding Detect(ReadOnlySpan<byte> text, Encoding declared, out int skip)
    {
        skip = PreambleLength(text);
        if (skip > 0)
            return Encoding.UTF8;
        if (text.Length < 2)
            return declared;
        if (text.Length >= 4 && FindUtf32(text, out skip) is { } utf32)
            return utf32;
        if ((text[0], text[1]) is (0xFF, 0xFE) or (0xFE, 0xFF))
        {
            skip = 2;
            return text[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
        }

        // Neither JSON nor any other text starts with a character of no width: half of the first UTF-16 character is zero.
        return (text[0], text[1]) switch
        {
            (0, not 0) => Encoding.BigEndianUnicode,
            (not 0, 0) => Encoding.Unicode,
            _ => declared,
        };
    }

    // Before UTF-16, as which it would be text that is full of null characters.
    private static Encoding? FindUtf32(ReadOnlySpan<byte> text, out int skip)
    {
        skip = (text[0], text[1], text[2], text[3]) is (0xFF, 0xFE, 0, 0) or (0, 0, 0xFE, 0xFF) ? 4 : 0;
        return (text[0], text[1], text[2], text[3]) switch
        {
            (0xFF, 0xFE, 0, 0) or (not 0, 0, 0, 0) => Encoding.UTF32,
            (0, 0, 0xFE, 0xFF) or (0, 0, 0, not 0) => BigEndianUtf32,
            _ => null,
        };
    }

    private static Encoding Find(string name)
    {
        // UTF-7 is refused by newer platforms, because one text can be hidden in another.
        if (name.ToUpperInvariant() is "UTF-8" or "UTF8" or "UTF-7")
            return Encoding.UTF8;
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return Encoding.UTF8;
        }
    }
}
