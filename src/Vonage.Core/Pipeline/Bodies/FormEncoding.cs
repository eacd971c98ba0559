using System.Text;

namespace Vonage.Core.Pipeline;

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
        byte[]? utf8 = null;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsPlain(c))
            {
                writer.WriteByte((byte)c);
            }
            else if (c == ' ')
            {
                writer.WriteByte((byte)'+');
            }
            else if (c < 0x80)
            {
                WriteEscaped(writer, c);
            }
            else
            {
                var length = char.IsSurrogatePair(text, i) ? 2 : 1;
                var count = Encoding.UTF8.GetBytes(text, i, length, utf8 ??= new byte[8], 0);
                for (var k = 0; k < count; k++)
                    WriteEscaped(writer, utf8[k]);
                i += length - 1;
            }
        }
    }

    private static bool IsPlain(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '*' or '-' or '.' or '_';

    private static void WriteEscaped(PooledUtf8Writer writer, int value)
    {
        writer.WriteByte((byte)'%');
        writer.WriteByte(Digit(value >> 4));
        writer.WriteByte(Digit(value & 15));
    }

    private static byte Digit(int value) => (byte)(value < 10 ? '0' + value : 'A' + value - 10);
}
