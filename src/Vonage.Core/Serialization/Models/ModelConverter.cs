using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Vonage.Core.Serialization;

/// <summary>Lets a Newtonsoft.Json serializer use the generated code of models where it exists, and their attributes otherwise.</summary>
internal sealed class ModelConverter : JsonConverter
{
    private readonly JsonModelType? _kind;
    private readonly bool _canWrite;
    private readonly JsonConverter? _otherwise;

    private ModelConverter(JsonModelType? kind, bool canWrite, JsonConverter? otherwise)
    {
        _kind = kind;
        _canWrite = canWrite;
        _otherwise = otherwise;
    }

    public override bool CanRead => _kind is not null || _otherwise is { CanRead: true };

    public override bool CanWrite => _canWrite || _otherwise is { CanWrite: true };

    /// <summary>Gets the converter of a class: the one in its attributes, unless the class reads or writes itself.</summary>
    [RequiresUnreferencedCode(ApiJson.NeedsReflection)]
    public static JsonConverter? For(Type type, JsonConverter? otherwise)
    {
        var kind = ModelTypes.Find(type);
        var canWrite = ModelTypes.CanWrite(type);
        return kind is null && !canWrite ? otherwise : new ModelConverter(kind, canWrite, otherwise);
    }

    public override bool CanConvert(Type objectType) => true;

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        if (_canWrite)
            JsonWrite.Model(writer, (IJsonWritable?)value);
        else
            _otherwise!.WriteJson(writer, value, serializer);
    }

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
        _kind is not null ? Read(reader, _kind) : _otherwise!.ReadJson(reader, objectType, existingValue, serializer);

    // Only of a tree can a field be kept that turns out not to have the documented type, and a caller's reader cannot start again.
    private static IJsonReadable? Read(JsonReader reader, JsonModelType kind)
    {
        if (reader is JTokenReader)
            return ModelReader.Read(reader, kind);
        using var fields = new JTokenReader(JToken.Load(reader), reader.Path);
        fields.Read();
        return ModelReader.Read(fields, kind);
    }
}
