using System.Globalization;
using System.Net.Mail;
using System.Text.RegularExpressions;

namespace Vonage.Simulation.Validation;

/// <summary>The string formats in the documents. Other formats are not checked.</summary>
internal static partial class Formats
{
    private static readonly Dictionary<string, (string Description, Func<string, bool> Fits)> Known = new(StringComparer.Ordinal)
    {
        ["date-time"] = ("a time in RFC 3339 format", text => Rfc3339().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _)),
        ["date"] = ("a date such as 2020-12-31", text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)),
        ["uri"] = ("an absolute URL", text => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.OriginalString.Contains(':', StringComparison.Ordinal) && text[0] != '/'),
        ["uuid"] = ("a UUID", text => Guid.TryParseExact(text, "D", out _)),
        ["email"] = ("an email address", text => MailAddress.TryCreate(text, out var address) && address.Address == text),
        ["e164"] = ("a number in E.164 format: 7 to 15 digits, no plus sign, no leading zero", text => E164().IsMatch(text)),
        ["byte"] = ("Base64", text => Convert.TryFromBase64String(text, new byte[text.Length], out _)),
    };

    public static bool Fits(string format, string text) => !Known.TryGetValue(format, out var known) || known.Fits(text);

    public static string Describe(string format) => Known[format].Description;

    public static bool FitsDate(string format, string text) =>
        DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})\z")]
    private static partial Regex Rfc3339();

    [GeneratedRegex(@"^[1-9][0-9]{6,14}\z")]
    private static partial Regex E164();
}
