namespace Vonage.Core;

/// <summary>
/// Takes a form's fields one by one. They go straight to the wire's bytes; only where the sender is proved by the fields themselves
/// are they gathered first.
/// </summary>
public sealed class FormWriter
{
    private readonly PooledUtf8Writer? _writer;
    private readonly List<KeyValuePair<string, string>>? _fields;

    internal FormWriter(PooledUtf8Writer writer) => _writer = writer;

    internal FormWriter(List<KeyValuePair<string, string>> fields) => _fields = fields;

    /// <summary>Adds a field. A <see langword="null"/> value adds nothing.</summary>
    /// <param name="name">The field's name on the wire.</param>
    /// <param name="value">The value, not escaped.</param>
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

    /// <summary>Adds a list: as one field for each value, or as one field with all values joined by commas. An empty list adds nothing.</summary>
    /// <param name="name">The field's name on the wire.</param>
    /// <param name="values">The values, not escaped.</param>
    /// <param name="explode">Whether each value has a field of its own.</param>
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

    /// <summary>The fields of a model, by name and value.</summary>
    internal static List<KeyValuePair<string, string>> Gather(IFormContent content)
    {
        var fields = new List<KeyValuePair<string, string>>();
        content.WriteTo(new FormWriter(fields));
        return fields;
    }
}
