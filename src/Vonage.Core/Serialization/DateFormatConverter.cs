using System.ComponentModel;
using Newtonsoft.Json;

namespace Vonage.Core.Serialization;

/// <summary>Converts times in an API-specific format, in UTC. Reads that format and every format that <see cref="UtcDateTimeConverter"/> reads.</summary>
/// <param name="format">A .NET date and time format, such as <c>yyyy-MM-dd HH:mm:ss</c>, <c>unixtime</c> for seconds since 1970, or <c>unixtime-ms</c> for milliseconds as a number.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DateFormatConverter(string format) : JsonConverter
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => objectType == typeof(DateTimeOffset) || objectType == typeof(DateTimeOffset?);

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        if (value is DateTimeOffset time && format == TimeText.UnixMilliseconds)
            writer.WriteValue(time.ToUnixTimeMilliseconds());
        else if (value is DateTimeOffset instant)
            writer.WriteValue(WireFormat.Text(instant.ToUniversalTime(), format));
        else
            writer.WriteNull();
    }

    /// <inheritdoc/>
    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
        JsonText.Fit(JsonRead.Time(reader, format), reader, objectType);
}
