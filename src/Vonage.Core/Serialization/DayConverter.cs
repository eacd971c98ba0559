using System.ComponentModel;
using System.Globalization;
using Newtonsoft.Json;

namespace Vonage.Core.Serialization;

/// <summary>
/// Converts dates in the format <c>yyyy-MM-dd</c>. A date is read as midnight in UTC. The date that is written is the date in the value's
/// own offset, so midnight in any offset keeps its date.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
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
