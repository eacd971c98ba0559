using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Vonage.Core;

/// <summary>
/// Reads and writes JSON as the clients do: unset members and empty collections are omitted, decimal numbers stay exact, text that looks
/// like a date stays text unless a model declares a date, and a response cannot specify a .NET type.
/// </summary>
public static class ApiJson
{
    private const int MaxDepth = 64;

    /// <summary>For signed JSON, where a duplicate name could mean one value to the verifier and another to the reader.</summary>
    internal static JsonLoadSettings Unambiguous { get; } = new() { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error };

    internal static JsonSerializer Serializer { get; } = JsonSerializer.Create(CreateSettings());

    /// <summary>Creates a copy of the serializer settings for use in your own code. Changes to the copy do not affect the clients.</summary>
    public static JsonSerializerSettings CreateSettings() => new()
    {
        NullValueHandling = NullValueHandling.Ignore,
        DateParseHandling = DateParseHandling.None,
        FloatParseHandling = FloatParseHandling.Decimal,
        MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
        TypeNameHandling = TypeNameHandling.None,
        CheckAdditionalContent = true,
        MaxDepth = MaxDepth,
        Culture = CultureInfo.InvariantCulture,
        ContractResolver = ApiContractResolver.Instance,
        Converters = { UtcDateTimeConverter.Instance },
    };

    /// <summary>Serializes an object to JSON text without indentation.</summary>
    /// <param name="value">A model, or any object that Newtonsoft.Json can serialize.</param>
    public static string Serialize(object? value)
    {
        var text = new StringWriter(new StringBuilder(256), CultureInfo.InvariantCulture);
        Write(text, value);
        return text.ToString();
    }

    /// <summary>Deserializes JSON text.</summary>
    /// <returns>The object; <see langword="null"/> if the text is empty or <c>null</c>.</returns>
    /// <exception cref="JsonException">The text is not valid JSON, or does not match the type.</exception>
    public static T? Deserialize<T>(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read<T>(new StringReader(json));
    }

    /// <summary>Deserializes UTF-8 JSON from a stream. The stream stays open.</summary>
    /// <returns>The object; <see langword="null"/> if the stream is empty or contains <c>null</c>.</returns>
    /// <exception cref="JsonException">The text is not valid JSON, or does not match the type.</exception>
    public static T? Deserialize<T>(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var text = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 4096, leaveOpen: true);
        return Read<T>(text);
    }

    internal static void Write(TextWriter text, object? value)
    {
        using var writer = new JsonTextWriter(text) { ArrayPool = CharPool.Instance, CloseOutput = false, AutoCompleteOnClose = false };
        if (value is IJsonModel model)
            JsonWrite.Model(writer, model);
        else
            Serializer.Serialize(writer, value);
    }

    internal static T? Read<T>(TextReader text)
    {
        using var reader = Open(text);
        return ModelKind.Of<T>.Instance is { } kind ? (T?)ReadModel(reader, kind) : Serializer.Deserialize<T>(reader);
    }

    /// <summary>Creates a reader with the settings of <see cref="CreateSettings"/>, for code that reads token by token.</summary>
    internal static JsonTextReader Open(TextReader text, int maxDepth = MaxDepth) => new(text)
    {
        ArrayPool = CharPool.Instance,
        CloseInput = false,
        PropertyNameTable = NameTable.Instance,
        DateParseHandling = DateParseHandling.None,
        FloatParseHandling = FloatParseHandling.Decimal,
        MaxDepth = maxDepth,
    };

    private static IJsonModel? ReadModel(JsonTextReader reader, ModelKind kind)
    {
        do
        {
            if (!reader.Read())
                return null;
        }
        while (reader.TokenType == JsonToken.Comment);
        var model = ModelReader.Read(reader, kind);
        while (reader.Read())
        {
            if (reader.TokenType != JsonToken.Comment)
                throw new JsonSerializationException($"Unexpected content after the JSON value: {reader.TokenType}.");
        }

        return model;
    }
}
