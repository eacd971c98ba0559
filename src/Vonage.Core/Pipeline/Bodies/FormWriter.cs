using System.ComponentModel;
using Newtonsoft.Json.Linq;

namespace Vonage.Core.Pipeline;

/// <summary>
/// Writes the fields of a form. The fields are encoded directly into the request's bytes; they are collected first only if the
/// authentication scheme uses the fields themselves.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FormWriter
{
    private readonly PooledUtf8Writer? _writer;
    private readonly List<KeyValuePair<string, string>>? _fields;

    internal FormWriter(PooledUtf8Writer writer) => _writer = writer;

    internal FormWriter(List<KeyValuePair<string, string>> fields) => _fields = fields;

    /// <summary>Adds a field. A <see langword="null"/> value adds nothing.</summary>
    /// <param name="name">The wire name of the field.</param>
    /// <param name="value">The unescaped value.</param>
    public void Add(string name, string? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (value is null)
            return;
        if (_writer is not null)
            FormEncoding.WritePair(_writer, name, value);
        else
            _fields!.Add(new KeyValuePair<string, string>(name, value));
    }

    /// <summary>Adds one field for each value of a list, or one field with all values separated by commas. An empty list adds nothing.</summary>
    /// <param name="name">The wire name of the field.</param>
    /// <param name="values">The unescaped values.</param>
    /// <param name="explode"><see langword="true"/> to add one field for each value.</param>
    public void Add(string name, IEnumerable<string>? values, bool explode)
    {
        if (values is null)
            return;
        if (explode)
            foreach (var value in values)
                Add(name, value);
        else if (string.Join(",", values) is { Length: > 0 } joined)
            Add(name, joined);
    }

    /// <summary>Adds the members of an object as fields. A <see langword="null"/> value adds nothing.</summary>
    /// <param name="name">The wire name of the field.</param>
    /// <param name="value">The object.</param>
    /// <param name="style">How members are named: <c>form</c> (<c>a=1</c>), <c>deepObject</c> (<c>name[a]=1</c>) or <c>joined</c> (<c>name=a,1</c>).</param>
    public void AddObject(string name, JToken? value, string style)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (value is null)
            return;
        ObjectParameter.Check(name, value);
        if (style == "joined")
            Add(name, ObjectParameter.Joined(value));
        else
            foreach (var (key, text) in ObjectParameter.Members(value, style == "form" ? null : name))
                Add(key, text);
    }

    /// <summary>Gets the fields of a model, as names and values.</summary>
    internal static List<KeyValuePair<string, string>> Gather(IFormContent content)
    {
        var fields = new List<KeyValuePair<string, string>>();
        content.WriteTo(new FormWriter(fields));
        return fields;
    }
}
