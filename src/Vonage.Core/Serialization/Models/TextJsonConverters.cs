#if NET
using System.ComponentModel;
using System.Globalization;
using System.Text.Json;

namespace Vonage.Core.Serialization;

/// <summary>Reads and writes a generated model with System.Text.Json, using the generated code of the model.</summary>
/// <typeparam name="T">The model.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelTextJsonConverter<[System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(JsonModelType.Constructors)] T> : System.Text.Json.Serialization.JsonConverter<T>
    where T : class
{
    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        try
        {
            return ApiJson.Deserialize(json.RootElement.GetRawText(), ApiJson.ByReflection<T>);
        }
        catch (Newtonsoft.Json.JsonException error)
        {
            throw new JsonException(error.Message, error);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var text = new StringWriter();
        ApiJson.Write(text, value);
        writer.WriteRawValue(text.ToString());
    }
}

/// <summary>Reads and writes an extensible enum with System.Text.Json as its wire representation.</summary>
/// <typeparam name="T">The extensible enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ExtensibleEnumTextJsonConverter<T> : System.Text.Json.Serialization.JsonConverter<T>
    where T : struct, IExtensibleEnum
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => Create(reader.GetString()!),
        JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => Create(JsonElement.ParseValue(ref reader).GetRawText()),
        _ => throw new JsonException($"A single value was expected, not {reader.TokenType}."),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (IsNumber && long.TryParse(value.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            writer.WriteNumberValue(number);
        else
            writer.WriteStringValue(value.Value);
    }

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Create(reader.GetString()!);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, [System.Diagnostics.CodeAnalysis.DisallowNull] T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.Value);
    }

    /// <summary>Indicates whether the values are numbers on the wire.</summary>
    protected virtual bool IsNumber => false;

    /// <summary>Creates a value from its wire representation.</summary>
    protected abstract T Create(string value);
}
#endif
