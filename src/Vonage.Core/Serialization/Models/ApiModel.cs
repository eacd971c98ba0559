using System.ComponentModel;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Vonage.Core.Serialization;

/// <summary>The base class of the objects that APIs send and receive. It preserves unknown fields.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ApiModel
{
    [JsonExtensionData]
    private IDictionary<string, JToken>? _additionalProperties;

    /// <summary>Fields that have no property in this version, and optional fields whose value does not have the documented type. They are preserved when read and sent when set.</summary>
    [JsonIgnore]
    public IDictionary<string, JToken> AdditionalProperties => _additionalProperties ??= new Dictionary<string, JToken>(StringComparer.Ordinal);

    internal string? FindMissingField() => MissingField();

    /// <summary>Finds a field that a response must contain but does not.</summary>
    /// <returns>The name of the field on the wire; <see langword="null"/> if none is missing.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual string? MissingField() => null;

    /// <summary>Stores a field that has no property.</summary>
    /// <param name="json">The reader, on the first token of the value.</param>
    /// <param name="name">The name of the field on the wire.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void ReadMore(JsonReader json, string name) => AdditionalProperties[name] = JToken.Load(json);

    /// <summary>Determines whether the model cannot be used without a field, so that a value of another type is an error.</summary>
    /// <param name="name">The name of the field on the wire.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual bool Requires(string name) => false;

    internal bool CanDoWithout(string name) => !Requires(name);

    /// <summary>The name of a field whose value was not of the documented type; <see langword="null"/> if there is none.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected string? Unreadable { get; private set; }

    internal bool HasUnreadable => Unreadable is not null;

    /// <summary>Whether a field was kept as it is, because it has no property or could not be read.</summary>
    internal bool Keeps(string name) => _additionalProperties is not null && AdditionalProperties.ContainsKey(name);

    internal void KeepUnreadable(JToken value, string name)
    {
        AdditionalProperties[name] = value.DeepClone();
        Unreadable ??= name;
    }

    /// <summary>Writes the fields that have no property.</summary>
    /// <param name="json">The writer.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void WriteMore(JsonWriter json)
    {
        if (_additionalProperties is null)
            return;
        foreach (var field in _additionalProperties)
        {
            json.WritePropertyName(field.Key);
            JsonWrite.Token(json, field.Value);
        }
    }

    /// <summary>Writes the fields that have no property to a form.</summary>
    /// <param name="writer">The writer.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void WriteMore(FormWriter writer)
    {
        if (_additionalProperties is null)
            return;
        foreach (var field in _additionalProperties)
            writer.Add(field.Key, WireFormat.Json(field.Value));
    }

    /// <summary>Writes the fields that have no property as parts of a multipart body.</summary>
    /// <param name="writer">The writer.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void WriteMore(MultipartWriter writer)
    {
        if (_additionalProperties is null)
            return;
        foreach (var field in _additionalProperties)
            writer.Text(field.Key, WireFormat.Json(field.Value));
    }
}
