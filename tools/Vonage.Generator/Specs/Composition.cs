using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Specs;

/// <summary>
/// Brings <c>allOf</c>, <c>oneOf</c> and <c>anyOf</c> into their simplest form: what only says that a value may be null, or which fields go
/// together, is no type of its own.
/// </summary>
internal static class Composition
{
    // What describes a value and does not decide its type.
    private static readonly HashSet<string> Remarks = ["description", "title", "example", "default", "nullable", "readOnly", "writeOnly", "deprecated", "externalDocs", "xml"];

    // What restricts an object and does not describe it.
    private static readonly HashSet<string> Conditions = ["required", "not", "minProperties", "maxProperties", "description", "title"];

    public static void Simplify(Spec spec)
    {
        foreach (var schema in spec.Root.Descendants().OfType<JObject>().Where(o => (o["allOf"] ?? o["oneOf"] ?? o["anyOf"]) is JArray && !Marks.IsData(o) && IsSchema(o)).ToList())
        {
            FoldRemarks(schema);
            Choose(schema, "oneOf");
            Choose(schema, "anyOf");
        }
    }

    // A map of names, such as properties, may contain one that is called allOf.
    private static bool IsSchema(JObject value) => value.Parent is not JProperty { Name: "properties" or "schemas" } || value.Parent.Parent?.Parent is JProperty { Name: "properties" or "schemas" };

    // allOf: [{ $ref: … }, { description: … }] is a reference with a description.
    private static void FoldRemarks(JObject schema)
    {
        if (schema["allOf"] is not JArray { Count: > 1 } parts)
            return;
        foreach (var part in parts.OfType<JObject>().Where(p => p.Count > 0 && p.Properties().All(member => Remarks.Contains(member.Name) || member.Name.StartsWith("x-", StringComparison.Ordinal))).ToList())
        {
            foreach (var member in part.Properties())
                schema[member.Name] ??= member.Value.DeepClone();
            part.Remove();
        }
    }

    private static void Choose(JObject schema, string keyword)
    {
        if (schema[keyword] is not JArray branches)
            return;
        // anyOf: [{ required: [a] }, { required: [b] }] says which fields go together: the server checks that.
        if (branches.OfType<JObject>().All(branch => branch.Properties().All(member => Conditions.Contains(member.Name))))
        {
            schema.Remove(keyword);
            return;
        }
        foreach (var none in branches.OfType<JObject>().Where(IsNull).ToList())
        {
            none.Remove();
            schema["nullable"] = true;
        }
        foreach (var twin in branches.GroupBy(branch => branch, JToken.EqualityComparer).SelectMany(group => group.Skip(1)).ToList())
            twin.Remove();
        // A union of one branch so far is one.
        if (branches.Count > 1 || (branches.Count == 1 && schema["discriminator"] is JObject))
            return;
        schema.Remove(keyword);
        schema.Remove("discriminator");
        if (branches.Count == 1)
            Add(schema, branches[0]);
    }

    private static void Add(JObject schema, JToken part)
    {
        if (schema["allOf"] is JArray parts)
            parts.Add(part);
        else if (part["$ref"] is null && part is JObject inline && schema["properties"] is null)
            foreach (var member in inline.Properties())
                schema[member.Name] ??= member.Value;
        else
            schema["allOf"] = new JArray(part);
    }

    private static bool IsNull(JObject branch) =>
        (string?)branch["type"] == "null" || branch["enum"] is JArray { Count: 1 } only && only[0].Type == JTokenType.Null || branch is { Count: 1 } && branch["nullable"] is JValue { Value: true };
}
