using System.ComponentModel;
using Newtonsoft.Json;

namespace Vonage.Core.Serialization;

/// <summary>Converts text that some servers send as a number or a Boolean value. The value is read as text without changes and written as a string.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TextOrNumberConverter : JsonConverter
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => objectType == typeof(string);

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => writer.WriteValue((string?)value);

    /// <inheritdoc/>
    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
        JsonRead.Text(reader);
}
