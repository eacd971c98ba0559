using System.ComponentModel;
using Newtonsoft.Json;

namespace Vonage.Core;

/// <summary>
/// A generated model that reads and writes its own fields without reflection. Its attributes describe the same mapping to any other
/// Newtonsoft.Json serializer.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonModel
{
    /// <summary>The class whose fields are read and written. Classes that users derive from it have more fields and are serialized by reflection.</summary>
    Type JsonType { get; }

    /// <summary>Writes the fields that are set, without the braces around them.</summary>
    /// <param name="json">The writer.</param>
    void WriteFields(JsonWriter json);

    /// <summary>Reads the value of a field. The values of unknown fields are preserved.</summary>
    /// <param name="json">The reader, on the value's first token. It ends on the last one.</param>
    /// <param name="name">The wire name of the field.</param>
    void ReadField(JsonReader json, string name);
}

/// <summary>A model that an API sometimes represents as a single value.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonScalar
{
    /// <summary>Reads the value.</summary>
    /// <param name="value">The value as text.</param>
    void ReadScalar(string value);
}
