using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Specs;

/// <summary>
/// Says in the words of OpenAPI 3.0 what a document of version 3.1 or 3.2 says in JSON Schema's: <c>type: [string, 'null']</c>, <c>const</c>,
/// <c>examples</c>, exclusive limits, descriptions beside references. What version 3.0 has no words for is refused.
/// </summary>
internal static class OpenApi31
{
    // They restrict a value without saying what it is made of: the server checks that.
    private static readonly string[] Restrictions = ["contains", "dependentRequired", "dependentSchemas", "else", "if", "maxContains", "minContains", "propertyNames", "then", "unevaluatedItems", "unevaluatedProperties", "$anchor", "$comment", "$id", "$schema"];

    public static void Convert(JObject root)
    {
        (root["components"] as JObject)?.Remove("pathItems");
        Webhooks(root);
        root.Remove("jsonSchemaDialect");
        root["paths"] ??= new JObject();
        foreach (var operation in root.Descendants().OfType<JProperty>().Where(IsOperation).Select(p => p.Value).OfType<JObject>().ToList())
            operation["responses"] ??= new JObject();
        foreach (var flag in root.Descendants().OfType<JValue>().Where(IsSchemaOfAnything).ToList())
            flag.Replace(new JObject());
        foreach (var schema in Schemas(root).ToList())
            Rewrite(schema);
        root["openapi"] = "3.0.3";
    }

    // A schema that is true: the value can be anything.
    private static bool IsSchemaOfAnything(JValue value) =>
        value.Value is true && IsSchema(value) && value.Parent is not JProperty { Name: "additionalProperties" } && !Marks.IsData(value);

    /// <summary>Understands types that documents of version 3.0 often have, though only later versions do: lists of types, and <c>null</c>.</summary>
    public static void Forgive(JObject root)
    {
        foreach (var schema in Schemas(root).Where(schema => schema["type"] is JArray or JValue { Value: "null" }).ToList())
            Types(schema);
    }

    // What a server sends by itself is a callback that no operation asks for: its bodies become models.
    private static void Webhooks(JObject root)
    {
        if (root["webhooks"] is not JObject webhooks)
            return;
        root.Remove("webhooks");
        if ((root["components"] ??= new JObject()) is not JObject components || (components["callbacks"] ??= new JObject()) is not JObject callbacks)
            return;
        var taken = callbacks.Properties().Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var webhook in webhooks.Properties())
            callbacks[Unique.Name(string.Concat(Emission.Names.Pascal(webhook.Name).Where(char.IsAsciiLetterOrDigit).DefaultIfEmpty('_')), taken)] = new JObject { [webhook.Name] = webhook.Value };
    }

    private static bool IsOperation(JProperty property) =>
        property.Name is "get" or "put" or "post" or "delete" or "patch" or "head" or "options" or "trace"
        && (property.Parent?.Parent?.Parent?.Parent is JProperty { Name: "paths" } or JProperty { Parent.Parent: JProperty { Name: "callbacks" } });

    private static IEnumerable<JObject> Schemas(JObject root) =>
        root.Descendants().OfType<JObject>().Where(value => !Marks.IsData(value) && IsSchema(value));

    // Where a document has a schema: its words are also names elsewhere.
    private static bool IsSchema(JToken value) => value.Parent switch
    {
        JProperty { Name: "schema" or "items" or "additionalProperties" or "not" or "contains" or "propertyNames" or "unevaluatedProperties" } property => !Marks.IsNamed(property),
        JArray { Parent: JProperty { Name: "allOf" or "oneOf" or "anyOf" } list } => !Marks.IsNamed(list),
        JProperty { Parent.Parent: JProperty { Name: "properties" or "schemas" or "patternProperties" or "$defs" } map } => !Marks.IsNamed(map) || map.Name == "schemas",
        _ => false,
    };

    private static void Rewrite(JObject schema)
    {
        if (schema["$dynamicRef"] is { } dynamic)
            throw new SpecException("'$dynamicRef' is not supported. Refer to a schema by its name: $ref: '#/components/schemas/Thing'.", dynamic);
        foreach (var word in Restrictions)
            schema.Remove(word);
        Types(schema);
        schema.Remove("$defs");
        Items(schema);
        if (schema["const"] is { } constant)
        {
            if (constant is JValue)
                schema["enum"] ??= new JArray(constant);
            schema.Remove("const");
        }
        if (schema["examples"] is JArray examples)
        {
            if (examples.Count > 0)
                schema["example"] ??= examples[0];
            schema.Remove("examples");
        }
        Limit(schema, "exclusiveMinimum", "minimum");
        Limit(schema, "exclusiveMaximum", "maximum");
        Content(schema);
        // In version 3.0, nothing stands beside a reference.
        if (schema["$ref"] is JValue reference && schema.Count > 1)
        {
            reference.Parent!.Remove();
            var part = new JObject { ["$ref"] = reference };
            if (schema["allOf"] is JArray parts)
                parts.AddFirst(part);
            else
                schema["allOf"] = new JArray(part);
        }
    }

    // Items of several kinds, each in its place, are JSON to C#; so are members whose names follow several patterns.
    private static void Items(JObject schema)
    {
        if (schema["prefixItems"] is JArray)
        {
            schema["type"] ??= "array";
            schema["items"] = new JObject();
            schema.Remove("prefixItems");
        }
        if ((string?)(schema["type"] as JValue) == "array" && schema["items"] is null or JValue { Value: false })
            schema["items"] = new JObject();
        if (schema["patternProperties"] is not JObject patterns)
            return;
        schema["type"] ??= "object";
        if (schema["additionalProperties"] is null or JValue { Value: false } && patterns.Count > 0)
            schema["additionalProperties"] = patterns.Count == 1 ? patterns.PropertyValues().First() : new JObject();
        schema.Remove("patternProperties");
    }

    // What has a media type and neither a type nor an encoding is bytes.
    private static void Content(JObject schema)
    {
        var (type, encoding) = ((string?)(schema["type"] as JValue), (string?)(schema["contentEncoding"] as JValue));
        if (encoding == "base64" && type == "string")
            schema["format"] ??= "byte";
        else if (encoding is null && schema["contentMediaType"] is JValue { Value: string media } && (type is null || (type == "string" && media == "application/octet-stream")))
        {
            schema["type"] = "string";
            schema["format"] ??= "binary";
        }
        schema.Remove("contentEncoding");
        schema.Remove("contentMediaType");
    }

    private static void Types(JObject schema)
    {
        if ((string?)(schema["type"] as JValue) == "null")
        {
            // Alone, any JSON holds it; among branches, it says that the value may be null.
            schema.Remove("type");
            if (schema.Parent is JArray)
                schema["nullable"] = true;
            return;
        }
        if (schema["type"] is not JArray types || types.Any(type => type.Type != JTokenType.String))
            return;
        var names = types.Select(type => (string)type!).Distinct(StringComparer.Ordinal).ToList();
        if (names.Remove("null"))
            schema["nullable"] = true;
        if (names.Count == 2 && names.Contains("integer") && names.Remove("number"))
            names = ["number"];
        if (names.Count == 1)
        {
            schema["type"] = names[0];
            return;
        }
        schema.Remove("type");
        if (names.Count == 0)
            return;
        schema["oneOf"] = new JArray(names.Select(name => Branch(schema, name)));
        foreach (var word in new[] { "items", "properties", "required", "additionalProperties", "format", "pattern", "minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems" })
            schema.Remove(word);
    }

    private static JObject Branch(JObject schema, string type)
    {
        string[] words = type switch
        {
            "array" => ["items", "minItems", "maxItems"],
            "object" => ["properties", "required", "additionalProperties"],
            "string" => ["format", "pattern", "minLength", "maxLength"],
            _ => ["minimum", "maximum"],
        };
        var branch = new JObject { ["type"] = type };
        foreach (var word in words)
            if (schema[word] is { } value)
                branch[word] = value.DeepClone();
        if (type == "array")
            branch["items"] ??= new JObject();
        return branch;
    }

    // An exclusive limit is checked as if it were not.
    private static void Limit(JObject schema, string exclusive, string limit)
    {
        if (schema[exclusive] is not JValue { Type: JTokenType.Integer or JTokenType.Float } value)
            return;
        schema[limit] ??= value;
        schema.Remove(exclusive);
    }
}
