using System.ComponentModel;
using Newtonsoft.Json;

namespace Vonage.Core;

/// <summary>
/// A generated model, which reads and writes its own fields: no reflection stands between it and the wire. Its attributes say the same to
/// any other Newtonsoft.Json serializer.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonModel
{
    /// <summary>The class whose fields are read and written here. A class that a user derives from it has more, and is left to reflection.</summary>
    Type JsonType { get; }

    /// <summary>Writes the fields that are set, without the braces around them.</summary>
    /// <param name="json">Where to.</param>
    void WriteFields(JsonWriter json);

    /// <summary>Takes a field's value, or keeps it as it is where the model does not know the name.</summary>
    /// <param name="json">The reader, on the value's first token. It ends on the last one.</param>
    /// <param name="name">The field's name on the wire.</param>
    void ReadField(JsonReader json, string name);
}

/// <summary>A model that an API sometimes writes as a single value.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonScalar
{
    /// <summary>Takes the value.</summary>
    /// <param name="value">The value as text.</param>
    void ReadScalar(string value);
}
