using Newtonsoft.Json.Linq;

namespace Vonage;

/// <summary>The parameters of a webhook in a query, form or JSON object.</summary>
internal static class WebhookParameters
{
    // A webhook has about 20. Sorting the thousands that fit into a body would cost more than the rest of the verification.
    private const int Max = 200;

    /// <summary>
    /// Decodes a query (with or without the question mark) or the body of a form. A name can occur more than once. <see langword="null"/> if
    /// there are too many parameters.
    /// </summary>
    public static List<KeyValuePair<string, string?>>? Decode(string text) =>
        text.Count(c => c == '&') < Max ? [.. text.TrimStart('?').Split('&').Where(part => part.Length > 0).Select(DecodePair)] : null;

    /// <summary>
    /// The members of a JSON object, whose numbers are strings, as the signature covers them. <see langword="null"/> if there are too many, or
    /// one is an object or array.
    /// </summary>
    public static List<KeyValuePair<string, string?>>? Flatten(JObject members)
    {
        if (members.Count > Max)
            return null;
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

    private static string? Text(object? value) => value is bool flag ? flag ? "true" : "false" : (string?)value;
}
