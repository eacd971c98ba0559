using System.Text.RegularExpressions;

namespace Vonage.Cli;

/// <summary>Texts of specifications, which are Markdown, for a terminal.</summary>
internal static partial class Markdown
{
    public static string Plain(string text) => Link().Replace(text, "$1 ($2)").Replace("`", string.Empty, StringComparison.Ordinal);

    [GeneratedRegex(@"\[([^\]]+)\]\(([^)]+)\)")]
    private static partial Regex Link();
}
