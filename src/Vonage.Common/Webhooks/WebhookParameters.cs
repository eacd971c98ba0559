using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Vonage;

/// <summary>The parameters of a webhook in a query, form or JSON object.</summary>
internal static class WebhookParameters
{
    /// <summary>Decodes a query (with or without the question mark) or the body of a form. A name can occur more than once.</summary>
    public static List<KeyValuePair<string, string?>> Decode(string text) =>
        [.. text.TrimStart('?').Split('&').Where(part => part.Length > 0).Select(DecodePair)];

    /// <summary>The members of a JSON object as the signature covers them: strings, and numbers as written. <see langword="null"/> if a member is an object or array.</summary>
    public static List<KeyValuePair<string, string?>>? Flatten(JObject members)
    {
        var parameters = new List<KeyValuePair<string, string?>>(members.Count);
        foreach (var member in members)
        {
            if (member.Value is not JValue value)
                return null;
            parameters.Add(new(member.Key, Text(value.Value)));
        }

        return parameters;
    }

    /// <summary>Creates a JSON object from the parameters: a string, or an array of strings for a name that occurs more than once.</summary>
    public static JObject ToObject(IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        var members = new JObject();
        foreach (var group in parameters.GroupBy(parameter => parameter.Key, parameter => parameter.Value, StringComparer.Ordinal))
            members[group.Key] = group.Count() == 1 ? new JValue(group.First()) : new JArray(group);
        return members;
    }

    private static KeyValuePair<string, string?> DecodePair(string pair)
    {
        var equals = pair.IndexOf('=');
        return equals < 0 ? new(Unescape(pair), "") : new(Unescape(pair.Substring(0, equals)), Unescape(pair.Substring(equals + 1)));
    }

    // Escape sequences that are not valid UTF-8 are kept, so that two different texts never become equal.
    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static string? Text(object? value) => value switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
