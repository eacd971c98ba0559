using System.Text;

namespace Vonage.Core;

internal static class TextEncoding
{
    /// <summary>UTF-8 that refuses bytes which are none, where another encoding would put replacements for them.</summary>
    public static Encoding Strict { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The encoding that a body declares; UTF-8 where it declares none, or one that this machine does not know.</summary>
    public static Encoding Of(HttpContent? content)
    {
        if (content is null)
            return Encoding.UTF8;
#if NET
        // Looks at the header as it came: parsing it would cost an object for each reply, and nearly all say UTF-8 or nothing.
        if (!content.Headers.NonValidated.TryGetValues("Content-Type", out var values)
            || values.ToString() is var type && (!type.Contains("charset", StringComparison.OrdinalIgnoreCase) || type.Contains("utf-8", StringComparison.OrdinalIgnoreCase)))
            return Encoding.UTF8;
#endif
        return content.Headers.ContentType?.CharSet is { Length: > 0 } name ? Find(name.Trim('"')) : Encoding.UTF8;
    }

    /// <summary>How many bytes a byte order mark of UTF-8 takes at the beginning.</summary>
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
