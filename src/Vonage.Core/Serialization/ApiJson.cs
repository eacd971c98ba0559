using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Vonage.Core.Serialization;

/// <summary>Reads and writes JSON as the clients do.</summary>
/// <remarks>
/// Unset members and empty collections are omitted, decimal numbers stay exact, text that looks like a date stays text unless a model declares a date, and a
/// response cannot specify a .NET type.
/// </remarks>
public static class ApiJson
{
    internal const string NeedsReflection = "Types that are not generated models are read and written by reflection, and trimming may remove the required members. Use a generated model or a JToken.";

    private const int MaxDepth = 64;

    /// <summary>For signed JSON, where a duplicate name could mean one value to the verifier and another to the reader.</summary>
    internal static JsonLoadSettings Unambiguous { get; } = new() { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error };

    /// <summary>Indicates whether the application permits JSON serialization by reflection. A trimmed or native application must enable it.</summary>
#if NET
    [FeatureGuard(typeof(RequiresUnreferencedCodeAttribute))]
    [FeatureGuard(typeof(RequiresDynamicCodeAttribute))]
    [UnconditionalSuppressMessage("Trimming", "IL4000:FeatureGuard", Justification = "The feature switch is off where members or code may be missing.")]
    internal static bool IsReflectionAllowed => System.Text.Json.JsonSerializer.IsReflectionEnabledByDefault;
#else
    internal static bool IsReflectionAllowed => true;
#endif

    /// <summary>Creates a copy of the settings, for use in other code. Changes to it do not affect the clients.</summary>
    [RequiresUnreferencedCode(NeedsReflection)]
    [RequiresDynamicCode(NeedsReflection)]
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

    /// <summary>Writes a model as JSON text without indentation.</summary>
    /// <param name="value">The model.</param>
    public static string Serialize(IJsonWritable value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Text(json => JsonWrite.Model(json, value));
    }

    /// <summary>Writes a list of models as JSON text without indentation.</summary>
    /// <param name="values">The models.</param>
    public static string Serialize(IEnumerable<IJsonWritable> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Text(json => JsonWrite.Items(json, values, JsonWrite.Model));
    }

    /// <summary>Writes a JSON token as text without indentation.</summary>
    /// <param name="value">The token.</param>
    public static string Serialize(JToken value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Text(value.WriteTo);
    }

    /// <summary>Writes an object as JSON text without indentation.</summary>
    /// <param name="value">An object that Newtonsoft.Json can write.</param>
    [RequiresUnreferencedCode(NeedsReflection)]
    [RequiresDynamicCode(NeedsReflection)]
    public static string Serialize(object? value) => Text(json => Write(json, value));

    /// <summary>Reads JSON text.</summary>
    /// <returns>The object, or <see langword="null"/> if the text is empty or <c>null</c>.</returns>
    /// <exception cref="JsonException">The text is not JSON, or does not fit the type.</exception>
    [RequiresUnreferencedCode(NeedsReflection)]
    [RequiresDynamicCode(NeedsReflection)]
    public static T? Deserialize<[DynamicallyAccessedMembers(JsonModelType.Constructors)] T>(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(json, Reopen, ByReflection<T>);
    }

    /// <summary>Reads UTF-8 JSON from a stream, which stays open.</summary>
    /// <returns>The object, or <see langword="null"/> if the stream is empty or holds <c>null</c>.</returns>
    /// <exception cref="JsonException">The text is not JSON, or does not fit the type.</exception>
    [RequiresUnreferencedCode(NeedsReflection)]
    [RequiresDynamicCode(NeedsReflection)]
    public static T? Deserialize<[DynamicallyAccessedMembers(JsonModelType.Constructors)] T>(Stream stream)
    {
        return Deserialize(stream, ByReflection<T>);
    }

    /// <summary>Reads JSON text with a method that reads its structure, such as that of a generated model.</summary>
    /// <returns>The result of the method, or the default value if the text is empty.</returns>
    /// <exception cref="JsonException">The text is not JSON, or does not have the expected structure.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static T? Deserialize<T>(string json, Func<JsonReader, T?> read)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(read);
        return Read(json, Reopen, read);
    }

    /// <summary>Reads UTF-8 JSON from a stream, which stays open, with a method that reads its structure.</summary>
    /// <returns>The result of the method, or the default value if the stream is empty.</returns>
    /// <exception cref="JsonException">The text is not JSON, or does not have the expected structure.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static T? Deserialize<T>(Stream stream, Func<JsonReader, T?> read)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(read);
        if (!stream.CanSeek)
            return ReadCopy(stream, read);
        var start = stream.Position;
        return Read((stream, start), static source => OpenText(source.stream, source.start), read);
    }

    /// <summary>Writes a request body: a model, a list of models, a JSON token, or an object that requires reflection.</summary>
    internal static void Write(TextWriter text, object? value)
    {
        using var writer = Open(text);
        Write(writer, value);
    }

    /// <summary>
    /// Reads one value up to the end of the text, in one pass. If a field has another type than documented, the text is read again as a tree,
    /// of which every part can be kept.
    /// </summary>
    internal static T? Read<T, TSource>(TSource source, Func<TSource, TextReader> open, Func<JsonReader, T?> read)
    {
        Exception unreadable;
        using (var text = open(source))
        {
            using var reader = Open(text);
            try
            {
                return ReadWhole(reader, read);
            }
            catch (Exception error) when (IsOfReading(error))
            {
                unreadable = MayQuote(error)
                    ? new JsonSerializationException($"The JSON at '{reader.Path}', line {reader.LineNumber}, position {reader.LinePosition}, cannot be read as {typeof(T).Name}.")
                    : error;
            }
        }

        using var again = open(source);
        return ReadTree(again.ReadToEnd(), read, unreadable);
    }

    private static T? ReadTree<T>(string json, Func<JsonReader, T?> read, Exception unreadable)
    {
        try
        {
            using var reader = Open(new StringReader(JsonNumbers.QuoteHuge(json) ?? json));
            using var fields = new JTokenReader(ReadWhole(reader, JToken.Load)!);
            fields.Read();
            return read(fields);
        }
        catch (Exception error) when (MayQuote(error))
        {
            throw unreadable;
        }
    }

    private static T? ReadCopy<T>(Stream stream, Func<JsonReader, T?> read)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return Read(copy, static source => OpenText(source, 0), read);
    }

    private static T? ReadWhole<T>(JsonTextReader reader, Func<JsonReader, T?> read)
    {
        do
        {
            if (!reader.Read())
                return default;
        }
        while (reader.TokenType == JsonToken.Comment);
        var value = read(reader);

        // A JToken takes what it gets for complete.
        if (reader.Depth > 0)
            throw new JsonSerializationException($"The JSON ends unexpectedly at '{reader.Path}'.");
        while (reader.Read())
        {
            if (reader.TokenType != JsonToken.Comment)
                throw new JsonSerializationException($"The JSON value is followed by additional content: {reader.TokenType}.");
        }

        return value;
    }

    // What this library throws names a place; what others throw may quote the value there, which may be message content.
    private static bool MayQuote(Exception error) =>
        IsOfReading(error) && error is not JsonSerializationException { InnerException: null, LineNumber: 0 };

    private static bool IsOfReading(Exception error) => error is JsonException or FormatException or OverflowException or InvalidCastException;

    internal static void WriteByReflection(JsonWriter json, object? value)
    {
        if (!IsReflectionAllowed)
            throw new NotSupportedException($"{value?.GetType().Name} has no generated JSON code, and reflection-based JSON is disabled in this application. {NeedsReflection}");
        Reflective.Serializer.Serialize(json, value);
    }

    internal static T? ByReflection<[DynamicallyAccessedMembers(JsonModelType.Constructors)] T>(JsonReader json)
    {
        if (ModelTypes.Of<T>.Kind is { } kind)
            return (T?)ModelReader.Read(json, kind);
        if (!IsReflectionAllowed)
            throw new NotSupportedException($"{typeof(T).Name} has no generated JSON code, and reflection-based JSON is disabled in this application. {NeedsReflection}");
        return Reflective.Serializer.Deserialize<T>(json);
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

    /// <summary>Opens a text that can be read more than once.</summary>
    internal static TextReader Reopen(string text) => new StringReader(text);

    private static StreamReader OpenText(Stream stream, long start)
    {
        stream.Position = start;
        return new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 4096, leaveOpen: true);
    }

    private static JsonTextWriter Open(TextWriter text) => new(text) { ArrayPool = CharPool.Instance, CloseOutput = false, AutoCompleteOnClose = false };

    internal static string Text(Action<JsonWriter> write)
    {
        var text = new StringWriter(new StringBuilder(256), CultureInfo.InvariantCulture);
        using (var json = Open(text))
            write(json);
        return text.ToString();
    }

    internal static void Write(JsonWriter json, object? value)
    {
        switch (value)
        {
            case IJsonWritable model:
                JsonWrite.Model(json, model);
                break;
            case JToken token:
                token.WriteTo(json);
                break;
            case null or string or bool or int or long or decimal or double:
                json.WriteValue(value);
                break;
            case IEnumerable<IJsonWritable> models:
                JsonWrite.Items(json, models, JsonWrite.Model);
                break;
            case IDictionary<string, JToken> members:
                JsonWrite.Members(json, members, JsonWrite.Token);
                break;
            default:
                WriteByReflection(json, value);
                break;
        }
    }

    [RequiresUnreferencedCode(NeedsReflection)]
    [RequiresDynamicCode(NeedsReflection)]
    internal static class Reflective
    {
        public static readonly JsonSerializer Serializer = JsonSerializer.Create(CreateSettings());
    }
}
