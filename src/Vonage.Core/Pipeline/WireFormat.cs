using System.ComponentModel;
using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Vonage.Core.Pipeline;

/// <summary>Formats values for paths, queries, headers and forms. <see langword="null"/> stays <see langword="null"/> and is not sent.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WireFormat
{
    /// <summary>Formats a value as a path segment.</summary>
    /// <exception cref="InvalidRequestException">The value is missing, so the path would identify another resource.</exception>
    public static string Segment(string parameter, string? value)
    {
        Check.Required(parameter, value);
        return Checked(parameter, Uri.EscapeDataString(value!));
    }

    /// <summary>Returns text unchanged.</summary>
    public static string? Text(string? value) => value;

    /// <summary>Formats a Boolean value as <c>true</c> or <c>false</c>.</summary>
    public static string? Text(bool? value) => value switch { null => null, true => "true", false => "false" };

    /// <summary>Formats an integer in decimal digits.</summary>
    public static string? Text(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Formats a decimal number with a decimal point.</summary>
    public static string? Text(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Formats an absolute or relative URI exactly as the caller specified it.</summary>
    public static string? Text(Uri? value) => value?.OriginalString;

    /// <summary>Formats a UUID in the 36-character form.</summary>
    public static string? Text(Guid? value) => value?.ToString("D");

    /// <summary>Formats an enum value; <see langword="null"/> for the default, empty one.</summary>
    public static string? Text<T>(T value)
        where T : struct, IExtensibleEnum => value.Value is { Length: > 0 } text ? text : null;

    /// <summary>Formats an enum value; <see langword="null"/> for the default, empty one.</summary>
    public static string? Text<T>(T? value)
        where T : struct, IExtensibleEnum => Text(value.GetValueOrDefault());

    /// <summary>Formats a time in UTC in ISO 8601 format, or in the format that the API documents. A date is the date in the value's own offset.</summary>
    public static string? Text(DateTimeOffset? value, string format = TimeText.Utc) => format switch
    {
        TimeText.UnixTime => Text(value?.ToUnixTimeSeconds()),
        TimeText.UnixMilliseconds => Text(value?.ToUnixTimeMilliseconds()),
        TimeText.Day => value?.ToString(format, CultureInfo.InvariantCulture),
        _ => value?.ToUniversalTime().ToString(format, CultureInfo.InvariantCulture),
    };

    /// <summary>Formats a duration as a number of the units that the API documents.</summary>
    public static string? Text(TimeSpan? value, TimeSpan unit) =>
        value is { } duration ? Units(duration, unit).ToString("0.#######", CultureInfo.InvariantCulture) : null;

    /// <summary>Formats the value of an unknown field: a scalar as text, with <c>true</c> and <c>false</c> in lowercase; anything else as JSON.</summary>
    public static string? Json(JToken? value) => value switch
    {
        null or JValue { Value: null } => null,
        JValue { Value: bool flag } => Text(flag),
        JValue scalar => scalar.ToString(CultureInfo.InvariantCulture),
        _ => ApiJson.Serialize(value),
    };

    /// <summary>Formats a value as JSON.</summary>
    public static string? JsonText(JToken? value) => value is null ? null : ApiJson.Serialize(value);

    /// <summary>Formats an object as <c>a,1,b,2</c>, or as <c>a=1,b=2</c>.</summary>
    public static string? Members(string parameter, JToken? value, bool explode)
    {
        if (value is null)
            return null;
        ObjectParameter.Check(parameter, value);
        return ObjectParameter.Joined(value, explode ? "=" : ",");
    }

    /// <summary>Formats the values of a list as one path segment, separated by commas.</summary>
    /// <exception cref="InvalidRequestException">The list is missing or empty, so the path would identify another resource.</exception>
    public static string Segment(string parameter, IEnumerable<string>? values) =>
        string.Join(",", (values ?? []).Select(Uri.EscapeDataString)) is { Length: > 0 } joined ? Checked(parameter, joined) : throw new InvalidRequestException(parameter, "is required. Set it.");

    /// <summary>Formats a value as a path segment of style <c>label</c> or <c>matrix</c>: <c>.5</c>, <c>;id=5</c>.</summary>
    /// <exception cref="InvalidRequestException">The value is missing, so the path would identify another resource.</exception>
    public static string Segment(string parameter, string? value, string style, bool explode, string name)
    {
        Check.Required(parameter, value);
        return Segment(parameter, [value!], style, explode, name);
    }

    /// <summary>Formats the values of a list as a path segment of style <c>label</c> or <c>matrix</c>: <c>.3,4,5</c>, <c>;id=3;id=4;id=5</c>.</summary>
    /// <exception cref="InvalidRequestException">The list is missing or empty, so the path would identify another resource.</exception>
    public static string Segment(string parameter, IEnumerable<string>? values, string style, bool explode, string name) =>
        Styled(parameter, [.. (values ?? []).Select(Uri.EscapeDataString)], style, explode, name);

    /// <summary>Formats an object as a path segment of style <c>simple</c>, <c>label</c> or <c>matrix</c>: <c>a,1,b,2</c>, <c>.a=1.b=2</c>, <c>;a=1;b=2</c>.</summary>
    /// <exception cref="InvalidRequestException">The object is missing or empty, so the path would identify another resource.</exception>
    public static string Segment(string parameter, JToken? value, string style, bool explode, string name)
    {
        if (value is not JObject)
            return style == "simple" ? Segment(parameter, Json(value)) : Segment(parameter, Json(value), style, explode, name);
        ObjectParameter.Check(parameter, value);
        var members = ObjectParameter.Members(value, null).Select(member => (Name: Uri.EscapeDataString(member.Name), Value: Uri.EscapeDataString(member.Value)));
        return explode
            ? Styled(parameter, [.. members.Select(member => $"{member.Name}={member.Value}")], style, explode, null)
            : Styled(parameter, [.. members.Select(member => $"{member.Name},{member.Value}")], style, explode, name);
    }

    private static string Styled(string parameter, string[] parts, string style, bool explode, string? name)
    {
        if (parts.Length == 0)
            throw new InvalidRequestException(parameter, "is required. Set it.");
        var prefix = name is null ? ";" : $";{Uri.EscapeDataString(name)}=";
        return Checked(parameter, style switch
        {
            "label" => "." + string.Join(explode ? "." : ",", parts),
            "matrix" => explode ? string.Concat(parts.Select(part => prefix + part)) : prefix + string.Join(",", parts),
            _ => string.Join(",", parts),
        });
    }

    private static string Checked(string parameter, string segment) =>
        segment is not ("." or "..") ? segment : throw new InvalidRequestException(parameter, "must not be '.' or '..': the path would identify another resource.");

    /// <summary>Formats the values of a list as one text, separated by commas.</summary>
    public static string? Joined(IEnumerable<string>? values) => values is not null && string.Join(",", values) is { Length: > 0 } joined ? joined : null;

    internal static decimal Units(TimeSpan duration, TimeSpan unit) => (decimal)duration.Ticks / unit.Ticks;
}
