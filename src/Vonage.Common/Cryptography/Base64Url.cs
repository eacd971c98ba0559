using Vonage.Core;

namespace Vonage;

/// <summary>Base64 with the URL-safe alphabet and no padding (RFC 4648, section 5), from bytes to bytes.</summary>
internal static class Base64Url
{
    private static readonly byte[] Alphabet = [.. "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"u8];

    public static void Write(PooledUtf8Writer writer, byte[] source, int count)
    {
        var i = 0;
        for (; i + 3 <= count; i += 3)
            WriteGroup(writer, (source[i] << 16) | (source[i + 1] << 8) | source[i + 2], 4);
        if (count - i == 1)
            WriteGroup(writer, source[i] << 16, 2);
        else if (count - i == 2)
            WriteGroup(writer, (source[i] << 16) | (source[i + 1] << 8), 3);
    }

    /// <summary>Reads text that holds nothing but digits of the alphabet; null where it cannot be the form of any bytes.</summary>
    public static byte[]? Read(string text)
    {
        if (text.Length % 4 == 1)
            return null;
#if NET
        var bytes = new byte[System.Buffers.Text.Base64Url.GetMaxDecodedLength(text.Length)];
        var status = System.Buffers.Text.Base64Url.DecodeFromChars(text, bytes, out _, out var length);
        return status != System.Buffers.OperationStatus.Done ? null : length == bytes.Length ? bytes : bytes[..length];
#else
        var padded = text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '=');
        return Convert.FromBase64String(padded);
#endif
    }

    private static void WriteGroup(PooledUtf8Writer writer, int bits, int digits)
    {
        for (var shift = 18; digits > 0; digits--, shift -= 6)
            writer.WriteByte(Alphabet[(bits >> shift) & 63]);
    }
}
