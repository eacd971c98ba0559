using System.Globalization;
using System.Text;
using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Emission;

/// <summary>Values as C# source.</summary>
internal static class Literal
{
    /// <summary>Text between quotes, where nothing ends the literal or its line, and nothing hides or turns around what follows.</summary>
    public static string Of(string text)
    {
        var literal = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
            if (character is '"' or '\\')
                literal.Append('\\').Append(character);
            else if (char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate)
                literal.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture));
            else
                literal.Append(character);
        return literal.Append('"').ToString();
    }

    public static string Of(JToken value) => value.Type switch
    {
        JTokenType.Boolean => (bool)value ? "true" : "false",
        JTokenType.Integer => ((long)value).ToString(CultureInfo.InvariantCulture),
        JTokenType.Float => Decimal((decimal)value),
        JTokenType.String => Of((string)value!),
        _ => throw new Specs.SpecException($"The constant at {value.Path} is neither text nor a number nor a boolean."),
    };

    /// <summary>A value as its text on the wire.</summary>
    public static string Text(JToken value) => value.Type == JTokenType.Boolean ? (bool)value ? "true" : "false" : (string)value!;

    public static string TypeOf(JToken value) => value.Type switch
    {
        JTokenType.Boolean => "bool",
        JTokenType.Integer => "int",
        JTokenType.Float => "decimal",
        _ => "string",
    };

    public static string Decimal(decimal value) => value.ToString(CultureInfo.InvariantCulture) + "m";
}
