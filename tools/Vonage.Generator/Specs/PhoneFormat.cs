using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Specs;

/// <summary>The formats of texts that are written as digits where they are phone numbers in international format.</summary>
internal static class PhoneFormat
{
    /// <summary>A phone number, and nothing else.</summary>
    public const string Number = "e164";

    /// <summary>A phone number, or something else: the name of a sender, a SIP URI, a user ID.</summary>
    public const string NumberOrName = "phone-or-name";

    /// <summary>Whether a schema, references resolved, has one of them.</summary>
    public static bool IsOf(JObject schema) => Of(schema) is Number or NumberOrName;

    /// <summary>Whether a schema, references resolved, has the format of phone numbers only.</summary>
    public static bool IsNumber(JObject schema) => Of(schema) == Number;

    private static string? Of(JObject schema) => (string?)(schema["x-format"] ?? schema["format"]);
}
