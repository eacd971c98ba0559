#if NET
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Vonage.Core;

namespace Vonage.Voice;

[JsonConverter(typeof(NccoTextJsonConverter))]
public partial class Ncco;

/// <summary>Reads and writes an NCCO with System.Text.Json as <see cref="Ncco.Parse"/> and <see cref="Ncco.ToJson"/> do.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NccoTextJsonConverter : JsonConverter<Ncco>
{
    /// <inheritdoc/>
    public override Ncco Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        try
        {
            return Ncco.Parse(json.RootElement.GetRawText());
        }
        catch (Exception error) when (error is Newtonsoft.Json.JsonException or InvalidRequestException)
        {
            throw new JsonException(error.Message, error);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Ncco value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteRawValue(value.ToJson());
    }
}
#endif
