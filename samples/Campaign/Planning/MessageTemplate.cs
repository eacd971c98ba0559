using System.Text;

namespace Campaign.Planning;

/// <summary>A text with fields in braces, such as <c>Hello {name}</c>. <c>{{</c> and <c>}}</c> are braces of the text itself.</summary>
internal sealed class MessageTemplate
{
    private readonly IReadOnlyList<Part> _parts;

    private MessageTemplate(IReadOnlyList<Part> parts)
    {
        _parts = parts;
        Fields = [.. parts.Where(part => part.IsField).Select(part => part.Text).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The names of the fields, each once, in the order of the text.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>Reads a template.</summary>
    /// <param name="text">The template.</param>
    /// <exception cref="FormatException">The text is empty, or its braces do not fit each other.</exception>
    public static MessageTemplate Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (string.IsNullOrWhiteSpace(text))
            throw new FormatException("The template is empty. Write the text of the message.");
        var parts = new List<Part>();
        var literal = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('{' or '}'))
            {
                literal.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == text[i])
            {
                literal.Append(text[i++]);
            }
            else if (text[i] == '}')
            {
                throw Fault(i, "closes a field that was not opened. Write }} for a brace of the text.");
            }
            else
            {
                var end = text.IndexOfAny(['{', '}'], i + 1);
                if (end < 0 || text[end] == '{')
                    throw Fault(i, "is not closed. Write a field as {name}, and {{ for a brace of the text.");
                var name = text[(i + 1)..end].Trim();
                if (name.Length == 0)
                    throw Fault(i, "opens a field without a name. Write a field as {name}, and {{ for a brace of the text.");
                if (literal.Length > 0)
                    parts.Add(new(literal.ToString(), false));
                literal.Clear();
                parts.Add(new(name, true));
                i = end;
            }
        }

        if (literal.Length > 0)
            parts.Add(new(literal.ToString(), false));
        return new(parts);
    }

    /// <summary>Writes the text of a message. What a field contains is written as it is, braces too.</summary>
    /// <param name="fields">The fields by their names.</param>
    /// <exception cref="KeyNotFoundException">A field is missing.</exception>
    public string Render(IReadOnlyDictionary<string, string> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        if (_parts is [{ IsField: false } only])
            return only.Text;
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            text.Append(!part.IsField ? part.Text
                : fields.TryGetValue(part.Text, out var value) ? value
                : throw new KeyNotFoundException($"The template needs '{part.Text}', but the recipient has no such field."));
        }

        return text.ToString();
    }

    private static FormatException Fault(int at, string what) => new($"The brace at character {at + 1} of the template {what}");

    private readonly record struct Part(string Text, bool IsField);
}
