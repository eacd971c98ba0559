using System.ComponentModel;
using Newtonsoft.Json;

namespace Vonage.Core;

/// <summary>A generated model that reads its own fields, without reflection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonReadable
{
    /// <summary>The class, and how it is created.</summary>
    JsonKind JsonKind { get; }

    /// <summary>Reads the value of a field, or keeps it as it is if the model has no such field.</summary>
    /// <param name="json">The reader, on the first token of the value. The method leaves it on the last one.</param>
    /// <param name="name">The field's name on the wire.</param>
    void ReadField(JsonReader json, string name);
}

/// <summary>A model that an API sometimes writes as a single value.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonScalar
{
    /// <summary>Reads the value.</summary>
    /// <param name="value">The value as text.</param>
    void ReadScalar(string value);
}
