using System.ComponentModel;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Vonage.Core.Serialization;

/// <summary>
/// Reads the fields of a model, from the reader's current token to the last token of the value. Servers may send numbers as text and text as numbers; both are
/// read.
/// </summary>
/// <remarks><c>null</c>, and empty text for a value that is not text, are read as <see langword="null"/>.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonRead
{
    /// <summary>Reads a text.</summary>
    /// <exception cref="JsonException">The value is not a scalar.</exception>
    public static string? Text(JsonReader json) => JsonText.Read(json);

    /// <summary>Reads a text that has several names. Empty text under one of them does not replace the text under another.</summary>
    /// <exception cref="JsonException">The value is not a scalar.</exception>
    public static string? Text(JsonReader json, string? existing) =>
        Text(json) is { } text && (text.Length > 0 || string.IsNullOrEmpty(existing)) ? text : string.IsNullOrEmpty(existing) ? null : existing;

    /// <summary>Reads an enum value that has several names.</summary>
    /// <exception cref="JsonException">The value is not a scalar.</exception>
    public static T? Word<T>(JsonReader json, string? existing, Func<string, T> create)
        where T : struct => Text(json, existing) is { } word ? create(word) : null;

    /// <summary>Reads an enum value.</summary>
    /// <exception cref="JsonException">The value is not a scalar.</exception>
    public static T? Word<T>(JsonReader json, Func<string, T> create)
        where T : struct => Text(json) is { } word ? create(word) : null;

    /// <summary>Reads <c>true</c> or <c>false</c>, also as text, 1 or 0.</summary>
    /// <exception cref="JsonException">The value has another type.</exception>
    public static bool? Flag(JsonReader json)
    {
        if (json.Value is bool flag)
            return flag;
        if (SingleValue(json) is not { } text)
            return null;
        return text switch
        {
            "1" => true,
            "0" => false,
            _ => bool.TryParse(text, out flag) ? flag : throw JsonText.Unreadable(json, typeof(bool)),
        };
    }

    /// <summary>Reads a 32-bit integer.</summary>
    /// <exception cref="JsonException">The value has another type.</exception>
    public static int? Whole(JsonReader json) => LargeWhole(json) switch
    {
        null => null,
        >= int.MinValue and <= int.MaxValue and var number => (int)number,
        _ => throw JsonText.Unreadable(json, typeof(int)),
    };

    /// <summary>Reads a 64-bit integer.</summary>
    /// <exception cref="JsonException">The value has another type.</exception>
    public static long? LargeWhole(JsonReader json)
    {
        if (json.Value is long number)
            return number;
        if (SingleValue(json) is not { } text)
            return null;
        if (long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out number))
            return number;
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var point) && point == decimal.Truncate(point) && point is >= long.MinValue and <= long.MaxValue
            ? (long)point
            : throw JsonText.Unreadable(json, typeof(long));
    }

    /// <summary>Reads a decimal number with all its digits.</summary>
    /// <exception cref="JsonException">The value has another type.</exception>
    public static decimal? Number(JsonReader json)
    {
        switch (json.Value)
        {
            case decimal number:
                return number;
            case long whole:
                return whole;
            default:
                if (SingleValue(json) is not { } text)
                    return null;
                return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) ? parsed : throw JsonText.Unreadable(json, typeof(decimal));
        }
    }

    /// <summary>Reads an absolute or relative URI.</summary>
    /// <exception cref="JsonException">The value is not a URI.</exception>
    public static Uri? Address(JsonReader json)
    {
        if (SingleValue(json) is not { } text)
            return null;
        return Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var address) ? address : throw JsonText.Unreadable(json, typeof(Uri));
    }

    /// <summary>Reads a time in any of the formats that the APIs use.</summary>
    /// <exception cref="JsonException">The value is not a time.</exception>
    public static DateTimeOffset? Time(JsonReader json)
    {
        if (SingleValue(json) is not { } text)
            return null;
        return TimeText.TryRead(text, out var instant) ? instant : throw JsonText.Unreadable(json, typeof(DateTimeOffset));
    }

    /// <summary>Reads a time in an API-specific format, or in any other format that the APIs use.</summary>
    /// <exception cref="JsonException">The value is not a time.</exception>
    public static DateTimeOffset? Time(JsonReader json, string format)
    {
        if (SingleValue(json) is not { } text)
            return null;
        return TimeText.TryRead(text, format, out var instant) ? instant : throw JsonText.Unreadable(json, typeof(DateTimeOffset));
    }

    /// <summary>Reads a date as midnight in UTC.</summary>
    /// <exception cref="JsonException">The value is not a date.</exception>
    public static DateTimeOffset? Day(JsonReader json) => Time(json, TimeText.Day) is { } instant ? new DateTimeOffset(instant.UtcDateTime.Date, TimeSpan.Zero) : null;

    /// <summary>Reads a duration from a number of the API's units.</summary>
    /// <exception cref="JsonException">The value is not a number, or is out of the range of <see cref="TimeSpan"/>.</exception>
    public static TimeSpan? Duration(JsonReader json, TimeSpan unit)
    {
        if (SingleValue(json) is not { } text)
            return null;
        return DurationConverter.TryRead(text, unit, out var duration) ? duration : throw JsonText.Unreadable(json, typeof(TimeSpan));
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="JsonException">The value is not an object, or a field cannot be read.</exception>
    public static T? Model<T>(JsonReader json, JsonModelType<T> kind)
        where T : class, IJsonReadable => (T?)ModelReader.Read(json, kind);

    /// <summary>Reads the fields of an existing model.</summary>
    /// <exception cref="JsonException">The value is not an object, or a field cannot be read.</exception>
    public static void Into(JsonReader json, IJsonReadable model)
    {
        if (json.TokenType == JsonToken.StartObject)
            ModelReader.ReadFields(json, model);
        else if (!SaysNothing(json))
            throw JsonText.Unreadable(json, model.JsonModelType.Type);
    }

    /// <summary>Reads the fields of an object that is part of another one.</summary>
    /// <returns>Whether there is an object.</returns>
    /// <exception cref="JsonException">The value is not an object, a field cannot be read, or a required one is missing.</exception>
    public static bool Part(JsonReader json, IJsonReadable model)
    {
        Into(json, model);
        if (json.TokenType != JsonToken.EndObject)
            return false;
        ModelReader.Complete(json, model);
        return true;
    }

    /// <summary>Reads a value that can be one of several things.</summary>
    public static T? Choice<T>(JsonReader json, Func<JToken, T> create)
        where T : ApiChoice
    {
        ArgumentNullException.ThrowIfNull(create);
        return Token(json) is { } value ? create(value) : null;
    }

    /// <summary>Reads any JSON value.</summary>
    public static JToken? Token(JsonReader json) => json.TokenType == JsonToken.Null ? null : JToken.Load(json);

    /// <summary>Reads any JSON value in a list, including <c>null</c>.</summary>
    public static JToken Item(JsonReader json) => JToken.Load(json);

    /// <summary>Reads a list. The items are added to any existing items.</summary>
    /// <exception cref="JsonException">The value is not a list, or an item cannot be read.</exception>
    public static IList<T>? List<T>(JsonReader json, IList<T>? existing, Func<JsonReader, T?> read)
    {
        if (SaysNothing(json))
            return existing;
        var list = existing ?? new List<T>();
        if (json.TokenType != JsonToken.StartArray)
        {
            // Some servers write a single item without a list.
            Add(list, read(json));
            return list;
        }

        while (Next(json) != JsonToken.EndArray)
            Add(list, read(json));
        return list;
    }

    /// <summary>Reads a list of a response. The items are added to any existing items.</summary>
    /// <exception cref="JsonException">The value is not a list, or an item cannot be read.</exception>
    public static IReadOnlyList<T>? Items<T>(JsonReader json, IReadOnlyList<T>? existing, Func<JsonReader, T?> read) =>
        (IReadOnlyList<T>?)List(json, existing as List<T>, read);

    /// <summary>Reads a response that is a list.</summary>
    /// <returns>The items; <see langword="null"/> if the value is <c>null</c> or empty text.</returns>
    /// <exception cref="JsonException">The value is not a list, or an item cannot be read.</exception>
    public static IReadOnlyList<T>? Items<T>(JsonReader json, Func<JsonReader, T?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (json.TokenType != JsonToken.StartObject)
            return (List<T>?)List(json, null, read);

        // Some servers write a single item without a list. An object without any field of an item is something else, such as an error.
        var members = JObject.Load(json);
        using var fields = new JTokenReader(members, json.Path);
        fields.Read();
        return read(fields) is { } item && item is ApiModel model && members.Properties().Any(member => !model.Keeps(member.Name))
            ? [item]
            : throw new UnreadableValueException($"A list was expected{(json.Path.Length > 0 ? $" at '{json.Path}'" : string.Empty)}, not an object without any field of its items.");
    }

    /// <summary>Reads a list into a collection of its own class. The items are added to any existing items.</summary>
    /// <exception cref="JsonException">The value is not a list, or an item cannot be read.</exception>
    public static TList? Collection<TList, T>(JsonReader json, TList? existing, Func<JsonReader, T?> read)
        where TList : class, IList<T>, new() => SaysNothing(json) ? existing : (TList?)List(json, existing ?? new TList(), read);

    /// <summary>Reads an object with arbitrary names.</summary>
    /// <exception cref="JsonException">The value is not an object, or a member cannot be read.</exception>
    public static IDictionary<string, T>? Map<T>(JsonReader json, IDictionary<string, T>? existing, Func<JsonReader, T?> read)
    {
        if (NestedIn(json) is { } nested)
            return Map(nested, existing, read);
        if (json.TokenType != JsonToken.StartObject)
            return SaysNothing(json) ? existing : throw JsonText.Unreadable(json, "an object");
        var map = existing ?? new Dictionary<string, T>();
        while (Next(json) != JsonToken.EndObject)
        {
            var name = (string)json.Value!;
            Next(json);
            if (read(json) is { } value)
                map[name] = value;
        }

        return map;
    }

    /// <summary>Reads a JSON value that was kept as it is.</summary>
    /// <exception cref="JsonException">The value has another type.</exception>
    public static T? Tree<T>(JToken? value, Func<JsonReader, T?> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        if (value is null)
            return null;
        using var json = value.CreateReader();
        return Next(json) == JsonToken.Null ? null : read(json);
    }

    /// <summary>Finds the first of the required fields that was not read.</summary>
    /// <param name="read">A bit for each field, in the order of the names.</param>
    /// <param name="names">The names of the fields on the wire.</param>
    /// <returns>The name; <see langword="null"/> if all fields were read.</returns>
    public static string? Missing(uint read, params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        for (var i = 0; i < names.Length; i++)
            if ((read & (1u << i)) == 0)
                return names[i];
        return null;
    }

    // A null in a list says nothing, and the items of a list are never null.
    private static void Add<T>(IList<T> list, T? item)
    {
        if (item is not null)
            list.Add(item);
    }

    /// <summary>Creates a reader for an object that is written as text, as in a query; null if the value is anything else.</summary>
    internal static JsonReader? NestedIn(JsonReader json)
    {
        if (json.Value is not string text || !text.AsSpan().TrimStart().StartsWith("{".AsSpan(), StringComparison.Ordinal))
            return null;
        try
        {
            using var nested = ApiJson.Open(new StringReader(text));
            var fields = new JTokenReader(JToken.ReadFrom(nested), json.Path);
            fields.Read();
            return fields;
        }
        catch (JsonReaderException)
        {
            return null;
        }
    }

    internal static JsonToken Next(JsonReader json)
    {
        do
        {
            if (!json.Read())
                throw new JsonSerializationException($"The JSON ends unexpectedly at '{json.Path}'.");
        }
        while (json.TokenType == JsonToken.Comment);
        return json.TokenType;
    }

    /// <summary>Determines whether a value means "not set": <c>null</c>, or empty text in place of a list or an object.</summary>
    internal static bool SaysNothing(JsonReader json) => json.TokenType == JsonToken.Null || (json.Value is string text && string.IsNullOrWhiteSpace(text));

    /// <summary>Reads a scalar as text; null if it is not set.</summary>
    private static string? SingleValue(JsonReader json)
    {
        var text = JsonText.Read(json);
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }
}
