using System.Globalization;
using Newtonsoft.Json;

namespace Vonage.Core;

/// <summary>Decimals that the API carries as text: <c>"0.03330000"</c>. Every digit is kept. Reads numbers too.</summary>
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
