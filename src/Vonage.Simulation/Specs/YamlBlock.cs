using System.Text.Json;

namespace Vonage.Simulation.Specs;

/// <summary>
/// A key of a YAML mapping with what is indented below it. Documents are large and a test needs little of them: the text is cut
/// along its indentation, which is quick, and only the pieces that are asked for are parsed.
/// </summary>
internal sealed class YamlBlock
{
    /// <summary>The keys of what is no mapping.</summary>
    public static readonly IReadOnlyDictionary<string, YamlBlock> None = new Dictionary<string, YamlBlock>();

    private readonly ReadOnlyMemory<char> _text;
    private readonly Lazy<IReadOnlyDictionary<string, YamlBlock>> _children;
    private readonly Lazy<JsonElement> _value;

    /// <summary>A whole document.</summary>
    public YamlBlock(string text) : this(text.AsMemory(), isDocument: true)
    {
    }

    private YamlBlock(ReadOnlyMemory<char> text, bool isDocument)
    {
        _text = text;
        _children = new(() => Cut(isDocument));
        _value = new(() => Parse(isDocument));
    }

    /// <summary>What is below, where it is a mapping with a line for each key; else nothing.</summary>
    public IReadOnlyDictionary<string, YamlBlock> Children => _children.Value;

    /// <summary>The value of the key.</summary>
    public JsonElement Value => _value.Value;

    public bool Mentions(string text) => _text.Span.Contains(text, StringComparison.Ordinal);

    private JsonElement Parse(bool isDocument)
    {
        using var reader = new StringReader(_text.ToString());
        var parsed = YamlToJson.Read(reader);
        return isDocument ? parsed : parsed.EnumerateObject().First().Value;
    }

    private Dictionary<string, YamlBlock> Cut(bool isDocument)
    {
        var children = new Dictionary<string, YamlBlock>(StringComparer.Ordinal);
        var text = _text.Span;
        var position = isDocument ? 0 : EndOfLine(text, 0);
        if (!isDocument && Key(text[..position]).HasValue)
            return children;
        var (indent, start) = (-1, -1);
        while (position < text.Length)
        {
            var end = EndOfLine(text, position);
            var line = text[position..end];
            var content = line.TrimStart(' ');
            var isContent = !content.IsWhiteSpace() && content[0] is not ('#' or '-');
            if (isContent && indent < 0)
                indent = line.Length - content.Length;
            if (isContent && line.Length - content.Length == indent)
            {
                Add(start, position);
                start = position;
            }
            position = end;
        }
        Add(start, text.Length);
        return children;

        void Add(int from, int to)
        {
            if (from >= 0)
                children[Key(_text.Span[from..EndOfLine(_text.Span, from)]).Text] = new YamlBlock(_text[from..to], isDocument: false);
        }
    }

    /// <summary>The key at the start of a line, and whether its value stands on the same line.</summary>
    private static (string Text, bool HasValue) Key(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        var quoted = line[0] is '\'' or '"';
        var end = quoted ? line[1..].IndexOf(line[0]) + 2 : line.IndexOf(": ", StringComparison.Ordinal) is var colon and >= 0 ? colon : line.Length - 1;
        var value = line[end..].TrimStart(':').Trim();
        return (line[..end].Trim(line[0] is '\'' or '"' ? line[0] : ' ').ToString(), !value.IsEmpty && value[0] != '#');
    }

    private static int EndOfLine(ReadOnlySpan<char> text, int position) =>
        text[position..].IndexOf('\n') is var length and >= 0 ? position + length + 1 : text.Length;
}
