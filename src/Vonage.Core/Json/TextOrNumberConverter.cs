using Newtonsoft.Json;

namespace Vonage.Core;

/// <summary>Text that some servers send as a number or a boolean. It is read as it stands on the wire, and written as text.</summary>
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
