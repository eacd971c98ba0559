namespace Vonage.Core;

/// <summary>
/// The form encoding of the WHATWG URL standard: UTF-8, a plus sign for a space, and percent-encoding except for letters, digits and <c>*-._</c>.
/// </summary>
internal static class FormEncoding
{
    public const string MediaType = "application/x-www-form-urlencoded";

    public static void WritePair(PooledUtf8Writer writer, string name, string value)
    {
        if (writer.Length > 0)
            writer.WriteByte((byte)'&');
        Write(writer, name);
        writer.WriteByte((byte)'=');
        Write(writer, value);
    }

    private static void Write(PooledUtf8Writer writer, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsPlain(c))
                writer.WriteByte((byte)c);
            else if (c == ' ')
                writer.WriteByte((byte)'+');
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                WriteCode(writer, char.ConvertToUtf32(c, text[++i]));
            else
                WriteCode(writer, char.IsSurrogate(c) ? '\uFFFD' : c);
        }
    }

    private static bool IsPlain(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '*' or '-' or '.' or '_';

    private static void WriteCode(PooledUtf8Writer writer, int code)
    {
        if (code < 0x80)
        {
            WriteEscaped(writer, code);
        }
        else if (code < 0x800)
        {
            WriteEscaped(writer, 0xC0 | (code >> 6));
            WriteEscaped(writer, 0x80 | (code & 0x3F));
        }
        else if (code < 0x10000)
        {
            WriteEscaped(writer, 0xE0 | (code >> 12));
            WriteEscaped(writer, 0x80 | ((code >> 6) & 0x3F));
            WriteEscaped(writer, 0x80 | (code & 0x3F));
        }
        else
        {
            WriteEscaped(writer, 0xF0 | (code >> 18));
            WriteEscaped(writer, 0x80 | ((code >> 12) & 0x3F));
            WriteEscaped(writer, 0x80 | ((code >> 6) & 0x3F));
            WriteEscaped(writer, 0x80 | (code & 0x3F));
        }
    }

    private static void WriteEscaped(PooledUtf8Writer writer, int value)
    {
        writer.WriteByte((byte)'%');
        writer.WriteByte(Digit(value >> 4));
        writer.WriteByte(Digit(value & 15));
    }

    private static byte Digit(int value) => (byte)(value < 10 ? '0' + value : 'A' + value - 10);
}
