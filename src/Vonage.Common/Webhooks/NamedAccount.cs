using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace Vonage;

/// <summary>Finds the account that the fields of a webhook name.</summary>
internal static class NamedAccount
{
    /// <summary>The name of the account among the parameters of the SMS API's webhooks.</summary>
    public const string Parameter = "api-key";

    private const string Name = "apikey";

    /// <summary>
    /// Determines whether a field is the account: <c>api-key</c>, <c>api_key</c>, <c>apiKey</c> and so on, because readers may ignore case; also
    /// as a part of a name, such as <c>sms.ApiKey</c> or <c>sms[api-key]</c>, because model binding reads names with a prefix.
    /// </summary>
    public static bool IsName(string field)
    {
        // How many letters of the current part match; -1 if it is another name.
        var matched = 0;
        foreach (var c in field)
        {
            if (c is '-' or '_')
                continue;
            if (c is '.' or '[' or ']')
            {
                if (matched == Name.Length)
                    return true;
                matched = 0;
            }
            else if (matched >= 0)
            {
                matched = matched < Name.Length && char.ToLowerInvariant(c) == Name[matched] ? matched + 1 : -1;
            }
        }

        return matched == Name.Length;
    }

    /// <summary>
    /// Determines whether a member of a JSON object, or of an object in a JSON array, names an account that a condition rejects. What cannot be
    /// read could name any account to a reader that tolerates more.
    /// </summary>
    public static bool IsInJson(TextReader text, Func<string, bool> isOther)
    {
        try
        {
            using var json = ApiJson.Open(text);
            // A number need not fit a decimal.
            json.FloatParseHandling = FloatParseHandling.Double;
            var depth = 1;
            while (json.Read())
            {
                if (json is { TokenType: JsonToken.StartArray, Depth: 0 })
                    depth = 2;
                if (json.TokenType != JsonToken.PropertyName || json.Depth != depth || !IsName((string)json.Value!))
                    continue;
                var value = JsonRead.Next(json);
                if (value is not (JsonToken.Null or JsonToken.Undefined) && isOther(Convert.ToString(json.Value, CultureInfo.InvariantCulture) ?? ""))
                    return true;
            }

            return false;
        }
        catch (Exception error) when (error is JsonException or DecoderFallbackException)
        {
            return true;
        }
    }

    /// <summary>Determines quickly that no member of a JSON text names an account. The letters can be escaped, or in UTF-16 or UTF-32.</summary>
    public static bool IsAbsent(byte[] json)
    {
        for (var at = 0; at < json.Length; at++)
        {
            if (json[at] is (byte)'\\' or 0 || ((json[at] | 0x20) == 'a' && at + 2 < json.Length && (json[at + 1] | 0x20) == 'p' && (json[at + 2] | 0x20) == 'i'))
                return false;
        }

        return true;
    }
}
