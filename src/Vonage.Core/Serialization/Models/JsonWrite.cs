using System.ComponentModel;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Vonage.Core.Serialization;

/// <summary>Writes the fields of a model. Fields that are not set are not written.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonWrite
{
    /// <summary>Writes a text or an enum value.</summary>
    public static void Text(JsonWriter json, string name, string? value)
    {
        if (value is null)
            return;
        Name(json, name);
        json.WriteValue(value);
    }

    /// <summary>Writes an enum value that is a number.</summary>
    public static void Code(JsonWriter json, string name, string? value)
    {
        if (value is null)
            return;
        Name(json, name);
        Code(json, value);
    }

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    public static void Flag(JsonWriter json, string name, bool? value)
    {
        if (value is not { } flag)
            return;
        Name(json, name);
        json.WriteValue(flag);
    }

    /// <summary>Writes an integer.</summary>
    public static void Whole(JsonWriter json, string name, long? value)
    {
        if (value is not { } number)
            return;
        Name(json, name);
        json.WriteValue(number);
    }

    /// <summary>Writes an integer as a JSON string.</summary>
    public static void WholeText(JsonWriter json, string name, long? value) => Text(json, name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a decimal number with all its digits.</summary>
    public static void Number(JsonWriter json, string name, decimal? value)
    {
        if (value is not { } number)
            return;
        Name(json, name);
        json.WriteValue(number);
    }

    /// <summary>Writes a decimal number, with all its digits, as a JSON string.</summary>
    public static void NumberText(JsonWriter json, string name, decimal? value) => Text(json, name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a URI exactly as the caller specified it.</summary>
    public static void Address(JsonWriter json, string name, Uri? value) => Text(json, name, value?.OriginalString);

    /// <summary>Writes a time in UTC in ISO 8601 format.</summary>
    public static void Time(JsonWriter json, string name, DateTimeOffset? value)
    {
        if (value is { } instant)
            Text(json, name, TimeText.Write(instant));
    }

    /// <summary>Writes a time in an API-specific format.</summary>
    public static void Time(JsonWriter json, string name, DateTimeOffset? value, string format)
    {
        if (format == TimeText.UnixMilliseconds)
            Whole(json, name, value?.ToUnixTimeMilliseconds());
        else
            Text(json, name, WireFormat.Text(value, format));
    }

    /// <summary>Writes a duration as a number of the API's units.</summary>
    public static void Duration(JsonWriter json, string name, TimeSpan? value, TimeSpan unit)
    {
        if (value is not { } duration)
            return;
        Name(json, name);
        Duration(json, duration, unit);
    }

    /// <summary>Writes a duration as a JSON string that contains a number of the API's units.</summary>
    public static void DurationText(JsonWriter json, string name, TimeSpan? value, TimeSpan unit) => Text(json, name, WireFormat.Text(value, unit));

    /// <summary>Writes a model.</summary>
    public static void Model(JsonWriter json, string name, IJsonWritable? value)
    {
        if (value is null)
            return;
        Name(json, name);
        Model(json, value);
    }

    /// <summary>Writes any JSON value.</summary>
    public static void Token(JsonWriter json, string name, JToken? value)
    {
        if (value is null)
            return;
        Name(json, name);
        value.WriteTo(json);
    }

    /// <summary>Writes a value that can be one of several things.</summary>
    public static void Choice(JsonWriter json, string name, ApiChoice? value) => Token(json, name, value?.Json);

    /// <summary>Writes a value that can be one of several things in a list.</summary>
    public static void Choice(JsonWriter json, ApiChoice? value) => Token(json, value?.Json);

    /// <summary>Writes <c>null</c> for a field that must be there, but is not set.</summary>
    public static void Null(JsonWriter json, string name)
    {
        Name(json, name);
        json.WriteNull();
    }

    /// <summary>Writes a list in a list.</summary>
    public static void List<T>(JsonWriter json, IEnumerable<T>? items, Action<JsonWriter, T> write)
    {
        if (items is null)
            json.WriteNull();
        else
            Items(json, items, write);
    }

    /// <summary>Writes a dictionary in a list.</summary>
    public static void Map<T>(JsonWriter json, IDictionary<string, T>? members, Action<JsonWriter, T> write)
    {
        if (members is null)
            json.WriteNull();
        else
            Members(json, members, write);
    }

    /// <summary>Creates the JSON value that something is written as.</summary>
    public static JToken Tree<T>(T value, Action<JsonWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        using var json = new JTokenWriter();
        write(json, value);
        return json.Token ?? JValue.CreateNull();
    }

    /// <summary>Writes a list. An empty list is written only if the API requires it.</summary>
    public static void List<T>(JsonWriter json, string name, IEnumerable<T>? items, Action<JsonWriter, T> write, bool evenEmpty = false)
    {
        using var item = items?.GetEnumerator();
        var any = item?.MoveNext() == true;
        if (!any && !evenEmpty)
            return;
        Name(json, name);
        json.WriteStartArray();
        for (; any; any = item!.MoveNext())
            write(json, item!.Current);
        json.WriteEndArray();
    }

    /// <summary>Writes a dictionary as an object. An empty object is written only if the API requires it.</summary>
    public static void Map<T>(JsonWriter json, string name, IDictionary<string, T>? members, Action<JsonWriter, T> write, bool evenEmpty = false)
    {
        if (members is not { Count: > 0 } && !evenEmpty)
            return;
        Name(json, name);
        Members(json, members ?? new Dictionary<string, T>(), write);
    }

    internal static void Items<T>(JsonWriter json, IEnumerable<T> items, Action<JsonWriter, T> write)
    {
        json.WriteStartArray();
        foreach (var item in items)
            write(json, item);
        json.WriteEndArray();
    }

    internal static void Members<T>(JsonWriter json, IDictionary<string, T> members, Action<JsonWriter, T> write)
    {
        json.WriteStartObject();
        foreach (var member in members)
        {
            json.WritePropertyName(member.Key);
            write(json, member.Value);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes a text in a list.</summary>
    public static void Text(JsonWriter json, string? value) => json.WriteValue(value);

    /// <summary>Writes an enum value that is a number. A value that is none is written as text.</summary>
    public static void Code(JsonWriter json, string value)
    {
        if (long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            json.WriteValue(number);
        else
            json.WriteValue(value);
    }

    /// <summary>Writes a URI in a list.</summary>
    public static void Address(JsonWriter json, Uri? value) => json.WriteValue(value?.OriginalString);

    /// <summary>Writes a duration in a list.</summary>
    public static void Duration(JsonWriter json, TimeSpan value, TimeSpan unit) => DurationConverter.Write(json, value, unit);

    /// <summary>Writes any JSON value in a list.</summary>
    public static void Token(JsonWriter json, JToken? value)
    {
        if (value is null)
            json.WriteNull();
        else
            value.WriteTo(json);
    }

    /// <summary>Writes a model in a list.</summary>
    public static void Model(JsonWriter json, IJsonWritable? value)
    {
        if (value is null)
        {
            json.WriteNull();
        }
        else if (value is ApiModel { HasUnreadable: true } && json is not JTokenWriter && value.GetType() == value.JsonType)
        {
            // What could not be read has a property with its default value, too. In a tree, the later one replaces it.
            Tree(value)!.WriteTo(json);
        }
        else if (value.GetType() == value.JsonType)
        {
            json.WriteStartObject();
            value.WriteFields(json);
            json.WriteEndObject();
        }
        else
        {
            ApiJson.WriteByReflection(json, value);
        }
    }

    /// <summary>Creates the JSON value that a model is written as.</summary>
    public static JToken? Tree(IJsonWritable? value)
    {
        if (value is null)
            return null;
        using var json = new JTokenWriter();
        Model(json, value);
        return json.Token;
    }

    // Names come from the specifications, and hardly any needs escaping.
    private static void Name(JsonWriter json, string name) => json.WritePropertyName(name, escape: NeedsEscape(name));

    private static bool NeedsEscape(string name)
    {
        foreach (var c in name)
            if (c is < ' ' or '"' or '\\')
                return true;
        return false;
    }
}
