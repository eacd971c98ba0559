using System.Globalization;
using System.Text;
using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Emission;

/// <summary>Values as C# source.</summary>
internal static class Literal
{
    public static string Of(string text)
    {
        var literal = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
            if (character is '"' or '\\')
                literal.Append('\\').Append(character);
            else if (char.IsControl(character) || character is '\u2028' or '\u2029' || char.IsSurrogate(character))
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
        _ => Of((string)value!),
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
