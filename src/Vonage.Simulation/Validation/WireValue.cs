using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using Vonage.Simulation.Specs;

namespace Vonage.Simulation.Validation;

/// <summary>Converts the text of a parameter or form field to the type that its schema declares. A value that does not fit remains text and is then rejected.</summary>
internal static class WireValue
{
    public static JsonNode? Read(SpecNode schema, StringValues values, bool explode = true)
    {
        var types = Types(schema).ToList();
        if (types.Contains("array"))
        {
            var texts = explode ? values.ToArray() : values.SelectMany(value => value!.Split(',')).ToArray();
            return new JsonArray([.. texts.Select(text => Read(Items(schema), text!))]);
        }
        var text = values[0]!;
        return types.Count == 0 || types.Contains("string")
            ? JsonValue.Create(text)
            : types.Select(type => Parse(type, text)).FirstOrDefault(node => node is not null) ?? JsonValue.Create(text);
    }

    /// <summary>Reads a value that is JSON. A text that is not remains text and is then rejected.</summary>
    public static JsonNode? ReadJson(StringValues values)
    {
        try
        {
            return JsonNode.Parse(values.ToString());
        }
        catch (JsonException)
        {
            return JsonValue.Create(values.ToString());
        }
    }

    /// <summary>Converts the fields of a form to the object that the schema describes.</summary>
    public static JsonObject ReadFields(SpecNode schema, IEnumerable<KeyValuePair<string, StringValues>> fields)
    {
        var result = new JsonObject();
        foreach (var (name, values) in fields)
            result[name] = Read(Property(schema, name), values);
        return result;
    }

    private static JsonNode? Parse(string type, string text)
    {
        if (text.Length == 0 || char.IsWhiteSpace(text[0]))
            return null;
        try
        {
            var node = JsonNode.Parse(text);
            return (type, node?.GetValueKind()) switch
            {
                ("integer" or "number", JsonValueKind.Number) => node,
                ("boolean", JsonValueKind.True or JsonValueKind.False) => node,
                ("object", JsonValueKind.Object) => node,
                _ => null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Types(SpecNode schema) => schema["type"].Text is { } type
        ? [type]
        : Parts(schema).SelectMany(Types);

    private static SpecNode Items(SpecNode schema) => schema["items"] is { Exists: true } items
        ? items
        : Parts(schema).Select(Items).FirstOrDefault(items => items.Exists);

    private static SpecNode Property(SpecNode schema, string name) => schema["properties"][name] is { Exists: true } property
        ? property
        : Parts(schema).Select(part => Property(part, name)).FirstOrDefault(found => found.Exists);

    private static IEnumerable<SpecNode> Parts(SpecNode schema) =>
        schema["allOf"].Items.Concat(schema["oneOf"].Items).Concat(schema["anyOf"].Items);
}
