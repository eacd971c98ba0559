using System.Text.Json.Nodes;

namespace Vonage.Simulation.Specs;

/// <summary>Creates a value that conforms to a schema, from its examples, defaults, enum values and types.</summary>
internal static class SchemaExample
{
    private const int Deepest = 12;

    public static JsonNode? Make(SpecNode schema) => Make(schema, 0);

    private static JsonNode? Make(SpecNode schema, int depth)
    {
        if (schema["example"].Exists)
            return schema["example"].ToJson();
        if (schema["default"].Exists)
            return schema["default"].ToJson();
        if (schema["enum"].Items.FirstOrDefault() is { Exists: true } first)
            return first.ToJson();
        if (depth > Deepest)
            return null;
        if (schema["oneOf"].Items.Concat(schema["anyOf"].Items).FirstOrDefault() is { Exists: true } branch)
            return Make(branch, depth + 1);
        return schema["type"].Text switch
        {
            "array" => Make(schema["items"], depth + 1) is { } item ? new JsonArray(item) : new JsonArray(),
            "integer" or "number" => schema["minimum"].ToJson() ?? 0,
            "boolean" => false,
            "string" => OfFormat(schema["format"].Text),
            _ when schema["allOf"].Exists || schema["properties"].Exists || schema["type"].Text == "object" => MakeObject(schema, depth),
            _ => null,
        };
    }

    private static JsonNode? MakeObject(SpecNode schema, int depth)
    {
        var result = new JsonObject();
        foreach (var part in schema["allOf"].Items)
        {
            var made = Make(part, depth + 1);
            if (made is not JsonObject members)
                return made;
            foreach (var (name, value) in members.ToList())
                result[name] = value?.DeepClone();
        }
        foreach (var (name, property) in schema["properties"].Members)
        {
            if (Make(property, depth + 1) is { } value)
                result[name] = value;
        }
        return result;
    }

    private static string OfFormat(string? format) => format switch
    {
        "uuid" => "aaaaaaaa-bbbb-cccc-dddd-0123456789ab",
        "date-time" => "2020-01-01T12:00:00Z",
        "date" => "2020-01-01",
        "uri" => "https://example.com",
        "email" => "alice@example.com",
        "e164" => "447700900000",
        _ => "string",
    };
}
