using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Vonage.Core;

/// <summary>How values are written in paths, queries, headers and forms. A <see langword="null"/> stays <see langword="null"/>: it is not sent.</summary>
public static class WireFormat
{
    /// <summary>The value as a path segment.</summary>
    /// <exception cref="InvalidRequestException">It is missing: the path would name another resource.</exception>
    public static string Segment(string parameter, string? value)
    {
        Check.Required(parameter, value);
        if (value is "." or "..")
            throw new InvalidRequestException(parameter, "must not be '.' or '..': the path would name another resource.");
        return Uri.EscapeDataString(value!);
    }

    /// <summary>Text as it is.</summary>
    public static string? Text(string? value) => value;

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static string? Text(bool? value) => value switch { null => null, true => "true", false => "false" };

    /// <summary>A whole number in decimal digits.</summary>
    public static string? Text(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A decimal number with a point.</summary>
    public static string? Text(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>An absolute or relative address as the user wrote it.</summary>
    public static string? Text(Uri? value) => value?.OriginalString;

    /// <summary>A UUID in its 36-character form.</summary>
    public static string? Text(Guid? value) => value?.ToString("D");

    /// <summary>A word of the API's vocabulary.</summary>
    public static string? Text<T>(T value)
        where T : struct, IExtensibleEnum => value.Value;

    /// <summary>A word of the API's vocabulary.</summary>
    public static string? Text<T>(T? value)
        where T : struct, IExtensibleEnum => value?.Value;

    /// <summary>An instant in UTC by ISO 8601, or in the format that the API documents. A day is the one that the value shows in its own offset.</summary>
    public static string? Text(DateTimeOffset? value, string format = "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ") =>
        (format == TimeText.Day ? value : value?.ToUniversalTime())?.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>A duration as a count of the unit that the API documents.</summary>
    public static string? Text(TimeSpan? value, TimeSpan unit) =>
        value is { } duration ? Units(duration, unit).ToString("0.#######", CultureInfo.InvariantCulture) : null;

    /// <summary>A value that no model knows: a single value as text, <c>true</c> and <c>false</c> in small letters, anything else as JSON.</summary>
    public static string? Json(JToken? value) => value switch
    {
        null or JValue { Value: null } => null,
        JValue { Value: bool flag } => Text(flag),
        JValue scalar => scalar.ToString(CultureInfo.InvariantCulture),
        _ => ApiJson.Serialize(value),
    };

    internal static decimal Units(TimeSpan duration, TimeSpan unit) => (decimal)duration.Ticks / unit.Ticks;
}
