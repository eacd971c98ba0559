using System.ComponentModel;
using Newtonsoft.Json;

namespace Vonage.Core.Serialization;

/// <summary>A generated model that reads its own fields, without reflection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonReadable
{
    /// <summary>Describes the class and how to create an instance.</summary>
    JsonModelType JsonModelType { get; }

    /// <summary>Reads the value of a field, or stores it if the model has no such property.</summary>
    /// <param name="json">The reader, on the first token of the value. The method leaves it on the last one.</param>
    /// <param name="name">The name of the field on the wire.</param>
    void ReadField(JsonReader json, string name);
}

/// <summary>A model that an API sometimes writes as a scalar.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonScalar
{
    /// <summary>Reads the value.</summary>
    /// <param name="value">The value as text.</param>
    void ReadScalar(string value);
}
