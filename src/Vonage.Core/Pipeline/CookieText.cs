using System.Text;

namespace Vonage.Core.Pipeline;

/// <summary>Writes cookies (RFC 6265).</summary>
internal static class CookieText
{
    public const string Header = "Cookie";

    /// <summary>Escapes what cannot stand in the value of a cookie. Everything else is not escaped: servers do not unescape it.</summary>
    public static string Escape(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var c in Encoding.UTF8.GetBytes(value))
            if (c is > 0x20 and < 0x7F and not ((byte)'"' or (byte)',' or (byte)';' or (byte)'\\'))
                text.Append((char)c);
            else
                text.Append('%').Append(c.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        return text.ToString();
    }
}
