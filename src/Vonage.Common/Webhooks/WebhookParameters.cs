using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Vonage;

/// <summary>The parameters of a webhook, as a query, a form or a JSON object carries them.</summary>
internal static class WebhookParameters
{
    /// <summary>Decodes a query (with or without its question mark) or a form's body. Names may be there more than once.</summary>
    public static List<KeyValuePair<string, string?>> Decode(string text) =>
        [.. text.TrimStart('?').Split('&').Where(part => part.Length > 0).Select(DecodePair)];

    /// <summary>The members of a JSON object as the signature sees them: text, numbers as they are written. Null where a member is no single value.</summary>
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

    /// <summary>A JSON object of the parameters: text, or a list of texts for a name that is there more than once.</summary>
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

    // Escapes that are no UTF-8 stay as they are, so that two different texts never look the same.
    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static string? Text(object? value) => value switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
