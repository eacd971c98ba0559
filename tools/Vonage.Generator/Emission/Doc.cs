using System.Security;
using System.Text;

namespace Vonage.Generator.Emission;

/// <summary>Text of a spec as the text of an XML comment.</summary>
internal static class Doc
{
    /// <summary>Markdown in one paragraph per line: escaped, `code` in tags, wrapped by paragraph.</summary>
    public static string Xml(string? text, string fallback)
    {
        var source = string.IsNullOrWhiteSpace(text) ? fallback : text;
        var lines = source.Replace("\r", string.Empty).Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0);
        return Code(SecurityElement.Escape(string.Join(' ', lines)).Replace("&apos;", "'").Replace("&quot;", "\""));
    }

    private static string Code(string text)
    {
        var parts = text.Split('`');
        if (parts.Length < 3 || parts.Length % 2 == 0)
            return text;
        var result = new StringBuilder();
        for (var i = 0; i < parts.Length; i++)
            result.Append(i % 2 == 0 ? parts[i] : $"<c>{parts[i]}</c>");
        return result.ToString();
    }
}
