using System.ComponentModel;
using Newtonsoft.Json;

namespace Vonage.Core.Serialization;

/// <summary>
/// Converts times. Reads ISO 8601 with any offset, <c>yyyy-MM-dd HH:mm:ss</c> (interpreted as UTC) and RFC 1123. Writes ISO 8601 in UTC with a <c>Z</c>, and
/// fractional seconds only if there are any.
/// </summary>
/// <remarks>Values that are read are in UTC.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UtcDateTimeConverter : JsonConverter
{
    internal static UtcDateTimeConverter Instance { get; } = new();

    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => objectType == typeof(DateTimeOffset) || objectType == typeof(DateTimeOffset?);

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        if (value is DateTimeOffset instant)
            writer.WriteValue(TimeText.Write(instant));
        else
            writer.WriteNull();
    }

    /// <inheritdoc/>
    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
        JsonText.Fit(JsonRead.Time(reader), reader, objectType);
}
