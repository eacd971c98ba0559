using System.Text;

namespace Vonage.Core.Pipeline;

internal static class TextEncoding
{
    /// <summary>UTF-8 that throws on invalid bytes instead of replacing them.</summary>
    public static Encoding Strict { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

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
    public static int PreambleLength(byte[] bytes, int length) =>
        length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0;

    private static Encoding Find(string name)
    {
        if (name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || name.Equals("utf8", StringComparison.OrdinalIgnoreCase))
            return Encoding.UTF8;
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }
}
