using System.Globalization;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace Vonage.Generator.Emission;

/// <summary>
/// Text of a spec, which is Markdown with paragraphs, bullets, links and code, as XML comments. Each comment is a whole element, with
/// <c>///</c> before each line; <see cref="Layout"/> indents it.
/// </summary>
internal static partial class Doc
{
    private const int Width = 140;

    private static readonly string[] LineEnds = ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"];

    /// <summary>A summary of the first paragraph, and remarks with the rest.</summary>
    /// <param name="text">The description.</param>
    /// <param name="fallback">The summary where there is no description.</param>
    /// <param name="more">A sentence to add to the summary.</param>
    public static string Of(string? text, string fallback, string? more = null)
    {
        var blocks = Blocks(text, fallback);
        var summary = Element("summary", [blocks[0] + (more is null ? string.Empty : " " + more)]);
        return blocks.Count == 1 ? summary : summary + "\n" + Element("remarks", blocks.Skip(1).SelectMany(b => b.StartsWith('<') ? b.Split('\n') : [$"<para>{b}</para>"]));
    }

    /// <summary>A summary of one text, and remarks of another.</summary>
    public static string Of(string? summary, string fallback, string? more, string? remarks)
    {
        var text = Element("summary", [Flat(summary, fallback) + (more is null ? string.Empty : " " + more)]);
        return string.IsNullOrWhiteSpace(remarks) ? text : text + "\n" + Element("remarks", Paragraphs(remarks));
    }

    /// <summary>The description of a parameter.</summary>
    public static string Parameter(string name, string? text, string fallback) => Element("param", Content(text, fallback), $" name=\"{name.TrimStart('@')}\"");

    /// <summary>The description of a method's result.</summary>
    public static string Returns(string? text, string fallback) => Element("returns", Content(text, fallback));

    /// <summary>The bullets of a description that explain values: <c>- `value`: Meaning.</c></summary>
    public static IReadOnlyDictionary<string, string> Meanings(string? text)
    {
        var meanings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Lines(text ?? string.Empty))
            if (Meaning().Match(line) is { Success: true } match)
                meanings[match.Groups[1].Value] = match.Groups[2].Value;
        return meanings;
    }

    /// <summary>A description without the bullets that explain values.</summary>
    public static string? WithoutMeanings(string? text) =>
        text is null ? null : string.Join('\n', Lines(text).Where(line => !Meaning().IsMatch(line))).TrimEnd();

    private static string[] Lines(string text) => text.Split(LineEnds, StringSplitOptions.None);

    private static string[] Content(string? text, string fallback) => Blocks(text, fallback) is [var only] ? [only] : Paragraphs(text!);

    private static string[] Paragraphs(string text) => [.. Blocks(text, string.Empty).SelectMany(b => b.StartsWith("<list", StringComparison.Ordinal) ? b.Split('\n') : [$"<para>{b}</para>"])];

    private static string Flat(string? text, string fallback) => string.Join(' ', Blocks(text, fallback));

    // Paragraphs as one line of XML each, lists as a line for each item.
    private static List<string> Blocks(string? text, string fallback)
    {
        var blocks = new List<string>();
        var paragraph = new List<string>();
        var items = new List<string>();
        foreach (var line in Lines(string.IsNullOrWhiteSpace(text) ? fallback : text).Append(string.Empty))
        {
            var trimmed = line.Trim();
            if (trimmed.StartsWith("- ", StringComparison.Ordinal))
            {
                EndParagraph();
                items.Add(trimmed[2..]);
            }
            else if (trimmed.Length > 0 && items.Count > 0 && char.IsWhiteSpace(line[0]))
            {
                items[^1] += " " + trimmed;
            }
            else
            {
                EndList();
                if (trimmed.Length == 0)
                    EndParagraph();
                else
                    paragraph.Add(trimmed);
            }
        }
        EndList();
        return blocks.Count > 0 ? blocks : [Inline(fallback)];

        void EndParagraph()
        {
            if (paragraph.Count > 0)
                blocks.Add(Inline(string.Join(' ', paragraph)));
            paragraph.Clear();
        }

        void EndList()
        {
            if (items.Count > 0)
                blocks.Add($"<list type=\"bullet\">\n{string.Join('\n', items.Select(i => $"<item><description>{Inline(i)}</description></item>"))}\n</list>");
            items.Clear();
        }
    }

    private static string Element(string name, IEnumerable<string> content, string attributes = "")
    {
        var lines = content.SelectMany(block => block.Split('\n')).SelectMany(Wrap).ToList();
        if (lines is [var only] && only.Length + name.Length * 2 < Width)
            return $"/// <{name}{attributes}>{only}</{name}>";
        return $"/// <{name}{attributes}>\n{string.Concat(lines.Select(l => $"/// {l}\n"))}/// </{name}>";
    }

    private static IEnumerable<string> Wrap(string line)
    {
        var rest = line;
        while (rest.Length > Width && rest.LastIndexOf(' ', Width) is var at and > 0)
        {
            // Not within a tag: its attributes stay on one line.
            if (rest.LastIndexOf('<', at) is var open and >= 0 && rest.IndexOf('>', open) > at)
                at = open > 0 ? open : rest.IndexOf('>', open) + 1;
            if (at >= rest.Length)
                break;
            yield return rest[..at].TrimEnd();
            rest = rest[at..].TrimStart();
        }
        yield return rest;
    }

    private static string Inline(string text)
    {
        var parts = text.Split('`');
        var result = new StringBuilder();
        for (var i = 0; i < parts.Length; i++)
            result.Append(i % 2 == 0 ? Links(Escape(parts[i])) : i == parts.Length - 1 ? "`" + Escape(parts[i]) : $"<c>{Escape(parts[i])}</c>");
        return result.ToString();
    }

    private static string Links(string text) => Link().Replace(text, "<see href=\"$2\">$1</see>");

    /// <summary>
    /// Text as it may stand in a comment: XML's own characters escaped, and nothing that ends a line, hides or turns around what follows, or
    /// is no character.
    /// </summary>
    public static string Escape(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned))
                visible.Append(rune);
        return SecurityElement.Escape(visible.ToString()).Replace("&apos;", "'").Replace("&quot;", "\"");
    }

    [GeneratedRegex(@"^\s*- `([^`]*)`:\s+(.+)$")]
    private static partial Regex Meaning();

    [GeneratedRegex(@"\[([^\]\[]+)\]\((https?://[^\s)""<>]+)\)")]
    private static partial Regex Link();
}
