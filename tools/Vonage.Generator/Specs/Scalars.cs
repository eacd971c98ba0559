using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Specs;

/// <summary>Says in NJsonSchema's words what a schema's extensions mean, and hides from it what the templates handle themselves.</summary>
internal static class Scalars
{
    /// <summary>The format of a day. Other date formats are an API's own.</summary>
    public const string DayFormat = "yyyy-MM-dd";

    /// <summary>The format of seconds since 1970, by the name that it has in Core too.</summary>
    private const string UnixTime = "unixtime";

    /// <summary>The format of milliseconds since 1970.</summary>
    private const string UnixMilliseconds = "unixtime-ms";

    public static void Rewrite(Spec spec)
    {
        foreach (var schema in spec.Root.DescendantsAndSelf().OfType<JObject>().Where(LooksLikeSchema).ToList())
            Rewrite(spec, schema);
    }

    private static bool LooksLikeSchema(JObject value) =>
        (value["type"] is JValue { Type: JTokenType.String } || value["oneOf"] is JArray || value["anyOf"] is JArray || value["enum"] is JArray)
        && !Marks.IsData(value);

    private static void Rewrite(Spec spec, JObject schema)
    {
        schema.Remove("default");
        if (Choices.ScalarOf(spec, schema) is { } scalar)
        {
            schema.Remove("oneOf");
            schema.Remove("anyOf");
            schema["type"] = scalar;
            if (scalar == "string")
                schema["x-text-or-number"] = true;
        }
        Infer(schema);
        var type = (string?)schema["type"];
        var format = (string?)schema["format"];
        if (schema["x-duration"] is not null)
        {
            schema["x-wire-type"] = type;
            Set(schema, "string", "duration");
        }
        else if (schema["x-date-format"] is not null)
            Set(schema, "string", "date-time");
        else if (schema["x-decimal"] is not null || type == "number")
            Set(schema, "number", "decimal");
        else if (schema["x-integer"] is not null)
            Set(schema, "integer", "int32");
        else if (type == "string" && format is "date" or UnixTime)
        {
            schema["x-date-format"] = format == UnixTime ? UnixTime : DayFormat;
            Set(schema, "string", "date-time");
        }
        else if (type == "integer" && format == UnixMilliseconds)
        {
            schema["x-date-format"] = format;
            Set(schema, "string", "date-time");
        }
        else if (type == "string" && format == "uri-reference")
            Set(schema, "string", "uri");
        else if (type == "string" && format is not (null or "date-time" or "uri" or "binary"))
        {
            // A UUID, an e-mail address, a phone number: text to C#. The checks still see what it is.
            schema["x-format"] = format;
            schema.Remove("format");
        }

        if (schema["enum"] is JArray { Count: 1 } single && IsRequired(schema))
        {
            schema["x-constant"] = single[0];
            schema.Remove("enum");
        }
        else if (schema["enum"] is JArray words && words.All(w => (string?)w is "true" or "false" or "0" or "1") && words.Any(w => (string?)w == "true"))
        {
            // Spellings of yes and no.
            schema.Remove("enum");
            schema["type"] = "boolean";
        }
        else if (schema["enum"] is not null && (type is not ("string" or "integer") || (type == "integer" && schema["x-enum-names"] is null) || !IsNamed(schema)))
            schema.Remove("enum");
    }

    // The words of an enum say what type it is, and whether it may be null.
    private static void Infer(JObject schema)
    {
        if (schema["enum"] is not JArray words)
            return;
        foreach (var none in words.Where(word => word.Type == JTokenType.Null).ToList())
        {
            foreach (var ofEach in new[] { "x-enum-names", "x-enum-descriptions" })
                (schema[ofEach] as JArray)?.RemoveAt(words.IndexOf(none));
            none.Remove();
            schema["nullable"] = true;
        }
        if (words.Count == 0 || words.Any(word => word is JContainer))
            schema.Remove("enum");
        else
            schema["type"] ??= words.All(word => word.Type == JTokenType.String) ? "string" : words.All(word => word.Type == JTokenType.Integer) ? "integer" : null;
        if (schema["type"] is null or { Type: JTokenType.Null })
        {
            schema.Remove("type");
            schema.Remove("enum");
        }
    }

    private static bool IsNamed(JObject schema) => schema.Parent is JProperty { Parent.Parent: JProperty { Name: "schemas" } };

    private static bool IsRequired(JObject schema) => IsRequiredParameter(schema) || IsRequiredProperty(schema);

    private static bool IsRequiredParameter(JObject schema) =>
        schema.Parent is JProperty { Name: "schema", Parent: JObject parameter } && parameter["in"] is not null && (bool?)parameter["required"] == true;

    private static bool IsRequiredProperty(JObject property) =>
        property.Parent is JProperty { Parent.Parent: JProperty { Name: "properties", Parent: JObject owner } } name
        && owner["required"]?.Any(r => (string?)r == name.Name) == true;

    private static void Set(JObject schema, string type, string format)
    {
        schema["type"] = type;
        schema["format"] = format;
    }
}
