using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Vonage.Cli;

/// <summary>Masks secrets in what is printed of a request.</summary>
internal static partial class Secrets
{
    public const string Mask = "***";

    private static readonly string[] Names = ["sig", "secret", "password", "passphrase", "token", "authorization", "cookie", "private_key", "privatekey", "pin", "pin_code", "code", "auth_req_id"];

    private static readonly string[] Endings = ["secret", "password", "token", "private_key", "secret_key", "signature", "credential"];

    public static string Header(string name, string value) =>
        !IsSecret(name) ? value : value.IndexOf(' ') is var space and > 0 ? $"{value[..space]} {Mask}" : Mask;

    /// <summary>Masks the values in a query or a form.</summary>
    public static string Pairs(string text) => string.Join('&', text.Split('&').Select(pair =>
        pair.IndexOf('=') is var at and > 0 && IsSecret(Uri.UnescapeDataString(pair[..at])) ? pair[..(at + 1)] + Mask : pair));

    /// <summary>Masks the values in JSON; other text stays as it is.</summary>
    public static string Json(string text)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
            var json = JToken.ReadFrom(reader);
            foreach (var member in json.SelectTokens("$..*").Select(token => token.Parent).OfType<JProperty>().Where(member => member.Value is JValue { Value: not null } && IsSecret(member.Name)).ToList())
                member.Value = Mask;
            return json.ToString(Formatting.Indented);
        }
        catch (JsonException)
        {
            return text;
        }
    }

    /// <summary>Masks the values in a multipart body.</summary>
    public static string Parts(string text) => Part().Replace(text, part => IsSecret(part.Groups["name"].Value) ? part.Groups["head"].Value + Mask : part.Value);

    [GeneratedRegex("(?<head>Content-Disposition: form-data; name=\"?(?<name>[^\";\r\n]+)[^\r\n]*\r\n(?:[^\r\n]+\r\n)*\r\n).*?(?=\r\n--)", RegexOptions.Singleline)]
    private static partial Regex Part();

    private static bool IsSecret(string name) =>
        Names.Contains(name, StringComparer.OrdinalIgnoreCase) || Endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
