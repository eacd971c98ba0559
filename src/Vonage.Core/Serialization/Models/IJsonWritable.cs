using System.ComponentModel;
using Newtonsoft.Json;

namespace Vonage.Core.Serialization;

/// <summary>A generated model that writes its own fields, without reflection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonWritable
{
    /// <summary>The class whose fields are written. A class that is derived from it in other code has additional fields, which require reflection.</summary>
    Type JsonType { get; }

    /// <summary>Writes the fields that are set, without the enclosing braces.</summary>
    /// <param name="json">The writer.</param>
    void WriteFields(JsonWriter json);
}
