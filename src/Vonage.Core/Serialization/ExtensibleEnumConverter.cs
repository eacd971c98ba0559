using System.ComponentModel;
using Newtonsoft.Json;

namespace Vonage.Core.Serialization;

/// <summary>Converts an extensible enum to and from its wire representation.</summary>
/// <typeparam name="T">The extensible enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ExtensibleEnumConverter<T> : JsonConverter
    where T : struct, IExtensibleEnum
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => objectType == typeof(T) || objectType == typeof(T?);

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        if (IsNumber)
            JsonWrite.Code(writer, ((T)value!).Value);
        else
            writer.WriteValue(((T)value!).Value);
    }

    /// <inheritdoc/>
    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
        JsonText.Read(reader) is { } word ? Create(word) : objectType == typeof(T) ? default(T) : null;

    /// <summary>Indicates whether the values are numbers on the wire.</summary>
    protected virtual bool IsNumber => false;

    /// <summary>Creates a value from its wire representation.</summary>
    protected abstract T Create(string value);
}
