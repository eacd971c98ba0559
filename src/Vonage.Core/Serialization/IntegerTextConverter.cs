using System.ComponentModel;
using System.Globalization;
using Newtonsoft.Json;

namespace Vonage.Core.Serialization;

/// <summary>Converts integers that the API represents as text, such as <c>"3"</c>. Also reads JSON numbers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IntegerTextConverter : JsonConverter
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => objectType == typeof(int) || objectType == typeof(int?);

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        if (value is int number)
            writer.WriteValue(number.ToString(CultureInfo.InvariantCulture));
        else
            writer.WriteNull();
    }

    /// <inheritdoc/>
    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
        JsonText.Fit(JsonRead.Whole(reader), reader, objectType);
}
