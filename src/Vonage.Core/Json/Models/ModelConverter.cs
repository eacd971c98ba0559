using Newtonsoft.Json;

namespace Vonage.Core;

/// <summary>Lets a Newtonsoft.Json serializer use the generated code of models.</summary>
internal sealed class ModelConverter : JsonConverter
{
    private ModelConverter()
    {
    }

    public static ModelConverter Instance { get; } = new();

    public override bool CanConvert(Type objectType) => ModelKind.Find(objectType) is not null;

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => JsonWrite.Model(writer, (IJsonModel?)value);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
        ModelReader.Read(reader, ModelKind.Find(objectType)!);
}
