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

    // What an editor shows in full beside the name.
    private const int MostInSummary = 199;

    private static readonly string[] LineEnds = ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"];

    /// <summary>A summary of the first paragraph, or of as many of its sentences as are not too long, and remarks with the rest.</summary>
    /// <param name="text">The description.</param>
    /// <param name="fallback">The summary where there is no description.</param>
    /// <param name="more">A sentence to add to the summary.</param>
    public static string Of(string? text, string fallback, string? more = null)
    {
        var blocks = Blocks(text, fallback, MostInSummary - (more is null ? 0 : more.Length + 1));
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

    /// <summary>An exception, and when it is thrown.</summary>
    public static string Exception(string type, string text) => Element("exception", Content(text, string.Empty), $" cref=\"{Escape(type)}\"");

    /// <summary>An example of C# code.</summary>
    public static string Example(IEnumerable<string> code) => $"/// <example>\n/// <code>\n{string.Concat(code.Select(line => $"/// {Escape(line)}".TrimEnd() + "\n"))}/// </code>\n/// </example>";

    /// <summary>The description of a method's result.</summary>
    public static string Returns(string? text, string fallback) => Element("returns", Content(text, fallback));

    /// <summary>A description for who reads C#, where a type of its own says what a document must: in what format a time is, and in which unit a duration.</summary>
    public static string? WithoutFormat(string? text, CSharpType type) => (text, type.Name) switch
    {
        (null, _) => null,
        (_, "DateTimeOffset") => FormatOfTime().Replace(text, string.Empty),
        (_, "TimeSpan") => UnitOfDuration().Replace(text, string.Empty),
        _ => text,
    };

    /// <summary>The bullets of a description that explain values: <c>- `value`: Meaning.</c> or <c>- `one`, `other`: Meaning.</c></summary>
    public static IReadOnlyDictionary<string, string> Meanings(string? text)
    {
        var meanings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var bullet in WithWholeBullets(text ?? string.Empty))
            if (Meaning().Match(bullet) is { Success: true } match)
                foreach (Capture value in match.Groups["value"].Captures)
                    meanings[value.Value] = match.Groups["meaning"].Value;
        return meanings;
    }

    /// <summary>A description without the bullets that explain values.</summary>
    public static string? WithoutMeanings(string? text) =>
        text is null ? null : string.Join('\n', WithWholeBullets(text).Where(line => !Meaning().IsMatch(line))).TrimEnd();

    // The lines of a text, of which a bullet and what continues it are one.
    private static List<string> WithWholeBullets(string text)
    {
        var lines = new List<string>();
        foreach (var line in Lines(text))
            if (line.Length > 0 && char.IsWhiteSpace(line[0]) && line.Trim() is { Length: > 0 } rest && rest[0] != '-' && lines is [.., var last] && IsBullet(last))
                lines[^1] += " " + rest;
            else
                lines.Add(line);
        return lines;
    }

    private static bool IsBullet(string line) => line.TrimStart().StartsWith("- ", StringComparison.Ordinal);

    private static string[] Lines(string text) => text.Split(LineEnds, StringSplitOptions.None);

    private static string[] Content(string? text, string fallback) => Blocks(text, fallback) is [var only] ? [only] : Paragraphs(text!);

    private static string[] Paragraphs(string text) => [.. Blocks(text, string.Empty).SelectMany(b => b.StartsWith("<list", StringComparison.Ordinal) ? b.Split('\n') : [$"<para>{b}</para>"])];

    private static string Flat(string? text, string fallback) => string.Join(' ', Blocks(text, fallback));

    // Paragraphs as one line of XML each, lists as a line for each item. The first paragraph is as long as is said, if it has a sentence that is not longer.
    private static List<string> Blocks(string? text, string fallback, int mostInFirst = int.MaxValue)
    {
        var blocks = new List<string>();
        var paragraph = new List<string>();
        var items = new List<string>();
        foreach (var line in Lines(string.IsNullOrWhiteSpace(text) ? fallback : text).Append(string.Empty))
        {
            var trimmed = line.Trim();
            if (IsBullet(trimmed))
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
                blocks.AddRange(Split(string.Join(' ', paragraph), blocks.Count == 0 ? mostInFirst : int.MaxValue).Select(Inline));
            paragraph.Clear();
        }

        void EndList()
        {
            if (items.Count > 0)
                blocks.Add($"<list type=\"bullet\">\n{string.Join('\n', items.Select(i => $"<item><description>{Inline(i)}</description></item>"))}\n</list>");
            items.Clear();
        }
    }

    // A paragraph, or its first sentences and the others.
    private static IEnumerable<string> Split(string paragraph, int mostInFirst) =>
        paragraph.Length > mostInFirst && SentenceEnd().Matches(paragraph).LastOrDefault(end => end.Index <= mostInFirst && paragraph[..end.Index].Count(c => c == '`') % 2 == 0) is { } end
            ? [paragraph[..end.Index], paragraph[(end.Index + end.Length)..]]
            : [paragraph];

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

    private static string Links(string text) => Strong().Replace(Link().Replace(text, "<see href=\"$2\">$1</see>"), "<b>$1</b>");

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

    [GeneratedRegex(@"^\s*- `(?<value>[^`]*)`(?:, `(?<value>[^`]*)`)*:\s+(?<meaning>.+)$")]
    private static partial Regex Meaning();

    [GeneratedRegex(@"(?<=[.!?])\s+(?=[A-Z`*])")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@",? in (ISO 8601 format( with a space instead of the T)?|(milli)?seconds since (the Unix epoch|1970)(, as a string of digits)?)(?=[ .,;]|$)")]
    private static partial Regex FormatOfTime();

    // Not where numbers follow, such as limits: they need their unit.
    [GeneratedRegex(@",? in (milliseconds|seconds|minutes|hours|days)(?=[ .,;]|$)(?![^.;]*\d)")]
    private static partial Regex UnitOfDuration();

    [GeneratedRegex(@"\*\*([^*<>]+)\*\*")]
    private static partial Regex Strong();

    [GeneratedRegex(@"\[([^\]\[]+)\]\((https?://[^\s)""<>]+)\)")]
    private static partial Regex Link();
}
