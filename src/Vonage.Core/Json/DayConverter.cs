using System.Globalization;
using Newtonsoft.Json;

namespace Vonage.Core;

/// <summary>
/// Calendar days, <c>yyyy-MM-dd</c>. A day is read as its midnight in UTC; what is written is the date that the value itself shows, in
/// its own offset, so that a midnight anywhere keeps its day.
/// </summary>
public sealed class DayConverter : JsonConverter
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => objectType == typeof(DateTimeOffset) || objectType == typeof(DateTimeOffset?);

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        if (value is DateTimeOffset day)
            writer.WriteValue(day.ToString(TimeText.Day, CultureInfo.InvariantCulture));
        else
            writer.WriteNull();
    }

    /// <inheritdoc/>
    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
        JsonText.Fit(JsonRead.Day(reader), reader, objectType);
}
