using System.ComponentModel;
using System.Globalization;
using Newtonsoft.Json;

namespace Vonage.Core.Serialization;

/// <summary>Converts decimal numbers that the API represents as text, such as <c>"0.03330000"</c>. All digits are preserved. Also reads JSON numbers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DecimalTextConverter : JsonConverter
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => objectType == typeof(decimal) || objectType == typeof(decimal?);

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        if (value is decimal number)
            writer.WriteValue(number.ToString(CultureInfo.InvariantCulture));
        else
            writer.WriteNull();
    }

    /// <inheritdoc/>
    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
        JsonText.Fit(JsonRead.Number(reader), reader, objectType);
}
