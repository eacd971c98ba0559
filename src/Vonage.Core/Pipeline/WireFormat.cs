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
        if (value is "." or "..")
            throw new InvalidRequestException(parameter, "must not be '.' or '..': the path would identify another resource.");
        return Uri.EscapeDataString(value!);
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
    public static string? Text(DateTimeOffset? value, string format = "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ") => format switch
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
        string.Join(",", (values ?? []).Select(Uri.EscapeDataString)) is { Length: > 0 } joined ? joined : throw new InvalidRequestException(parameter, "is required. Set it.");

    /// <summary>Formats the values of a list as one text, separated by commas.</summary>
    public static string? Joined(IEnumerable<string>? values) => values is not null && string.Join(",", values) is { Length: > 0 } joined ? joined : null;

    internal static decimal Units(TimeSpan duration, TimeSpan unit) => (decimal)duration.Ticks / unit.Ticks;
}
