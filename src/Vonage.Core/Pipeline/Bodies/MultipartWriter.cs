using System.ComponentModel;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Vonage.Core.Pipeline;

/// <summary>Collects the parts of a <c>multipart/form-data</c> body (RFC 7578).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MultipartWriter
{
    private readonly List<KeyValuePair<string, string>> _fields = [];
    private readonly List<(string Name, string Json)> _objects = [];
    private readonly List<(string Name, FileContent File)> _files = [];
    private readonly Dictionary<string, string> _mediaTypes = new(StringComparer.Ordinal);

    internal MultipartWriter()
    {
    }

    /// <summary>The text parts, by name and value.</summary>
    internal List<KeyValuePair<string, string>> Fields => _fields;

    /// <summary>Whether all files can be read again.</summary>
    internal bool CanRepeat => _files.TrueForAll(part => part.File.Content.CanSeek);

    /// <summary>Sets the media type of the parts of a name, where the API documents another one than text, JSON or a file's own.</summary>
    /// <param name="name">The wire name of the parts.</param>
    /// <param name="mediaType">The media type.</param>
    public void MediaType(string name, string mediaType) => _mediaTypes[name] = mediaType;

    /// <summary>Adds a plain text part. A <see langword="null"/> value adds nothing.</summary>
    /// <param name="name">The wire name of the part.</param>
    /// <param name="value">The value.</param>
    public void Text(string name, string? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (value is not null)
            _fields.Add(new KeyValuePair<string, string>(name, value));
    }

    /// <summary>Adds one part for each value of a list, or one part with all values separated by commas. An empty list adds nothing.</summary>
    /// <param name="name">The wire name of the part.</param>
    /// <param name="values">The values.</param>
    /// <param name="explode"><see langword="true"/> to add one part for each value.</param>
    public void Text(string name, IEnumerable<string>? values, bool explode = true)
    {
        if (values is null)
            return;
        if (explode)
            foreach (var value in values)
                Text(name, value);
        else if (string.Join(",", values) is { Length: > 0 } joined)
            Text(name, joined);
    }

    /// <summary>Adds a JSON part. A <see langword="null"/> value adds nothing.</summary>
    /// <param name="name">The wire name of the part.</param>
    /// <param name="value">The object to write.</param>
    public void Json(string name, IJsonWritable? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (value is not null)
            _objects.Add((name, ApiJson.Serialize(value)));
    }

    /// <summary>Adds a part with a JSON list. A <see langword="null"/> or empty list adds nothing.</summary>
    /// <param name="name">The part's name on the wire.</param>
    /// <param name="items">The items.</param>
    /// <param name="write">Writes an item.</param>
    public void Json<T>(string name, IEnumerable<T>? items, Action<JsonWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (items?.Any() == true)
            _objects.Add((name, ApiJson.Text(json => JsonWrite.Items(json, items, write))));
    }

    /// <summary>Adds a part with a JSON object of any names. <see langword="null"/> or an empty object adds nothing.</summary>
    /// <param name="name">The part's name on the wire.</param>
    /// <param name="members">The members.</param>
    /// <param name="write">Writes a member's value.</param>
    public void Json<T>(string name, IDictionary<string, T>? members, Action<JsonWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (members is { Count: > 0 })
            _objects.Add((name, ApiJson.Text(json => JsonWrite.Members(json, members, write))));
    }

    /// <summary>Adds a file. <see langword="null"/> adds nothing.</summary>
    /// <param name="name">The wire name of the part.</param>
    /// <param name="file">The file.</param>
    public void File(string name, FileContent? file)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (file is not null)
            _files.Add((name, file));
    }

    /// <summary>Adds a JSON part. A <see langword="null"/> value adds nothing.</summary>
    /// <param name="name">The wire name of the part.</param>
    /// <param name="value">The value.</param>
    public void Token(string name, JToken? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (value is not null)
            _objects.Add((name, ApiJson.Serialize(value)));
    }

    /// <summary>Adds a file for each item of a list. <see langword="null"/> adds nothing.</summary>
    /// <param name="name">The wire name of the parts.</param>
    /// <param name="files">The files.</param>
    public void Files(string name, IEnumerable<FileContent>? files)
    {
        foreach (var file in files ?? [])
            File(name, file);
    }

    private string? MediaTypeOf(string name) => _mediaTypes.TryGetValue(name, out var mediaType) ? mediaType : null;

    /// <summary>Creates the body. Text parts come first, so that a server can read them before a file.</summary>
    internal MultipartHttpContent ToContent()
    {
        var content = new MultipartHttpContent(Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture));
        foreach (var field in _fields)
            content.AddText(field.Key, field.Value, MediaTypeOf(field.Key));
        foreach (var (name, json) in _objects)
            content.AddText(name, json, MediaTypeOf(name) ?? "application/json");
        foreach (var (name, file) in _files)
            content.AddFile(name, file, (file.MediaType == FileContent.AnyMediaType ? MediaTypeOf(name) : null) ?? file.MediaType);
        content.Complete();
        return content;
    }
}
