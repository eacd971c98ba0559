using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Specs;

/// <summary>
/// Finds the unions that no base class can stand for: without a discriminator, of values that are no objects, or with a branch that has
/// another base already. Each becomes a class that holds one of several things.
/// </summary>
internal static class Choices
{
    /// <summary>The mark of such a schema: its branches.</summary>
    public const string Mark = "x-choice";

    public static void Rewrite(Spec spec)
    {
        var children = new HashSet<string>(StringComparer.Ordinal);
        foreach (var schema in spec.Schemas.Properties().Select(s => (s.Name, Value: (JObject)s.Value)).Where(s => IsUnion(spec, s.Value)).ToList())
        {
            var branches = BranchesOf(schema.Value)!;
            var names = branches.Select(branch => Spec.ReferenceOf(branch)).ToList();
            if (schema.Value["discriminator"] is JObject && names.TrueForAll(name => name is not null && name != schema.Name && !spec.SharedSchemas.Contains(name) && IsObject(spec.Schema(name)) && !children.Contains(name)))
            {
                children.UnionWith(names!);
                schema.Value["oneOf"] = new JArray(branches);
                schema.Value.Remove("anyOf");
                continue;
            }
            schema.Value[Mark] = new JArray(branches);
            foreach (var word in new[] { "oneOf", "anyOf", "discriminator", "properties", "required", "type", "additionalProperties", "items", "enum", "format" })
                schema.Value.Remove(word);
        }
    }

    /// <summary>Whether a value is one of several types that no scalar can stand for.</summary>
    public static bool IsUnion(Spec spec, JObject schema) => BranchesOf(schema) is { Count: > 0 } && ScalarOf(spec, schema) is null;

    /// <summary>The type that can hold each of several scalars: text where text is among them, else a number; null where they are something else.</summary>
    public static string? ScalarOf(Spec spec, JObject schema)
    {
        if (schema["discriminator"] is not null || BranchesOf(schema) is not { Count: > 0 } branches)
            return null;
        var types = branches.ConvertAll(branch => spec.Resolve(branch)).ConvertAll(branch => branch["format"] is JValue { Value: "binary" } ? null : (string?)branch["type"]);
        return !types.TrueForAll(type => type is "string" or "integer" or "number" or "boolean") ? null
            : types.Contains("string") ? "string"
            : types.Distinct(StringComparer.Ordinal).ToList() is [var only] ? only
            : types.Contains("boolean") ? null : "number";
    }

    private static bool IsObject(JObject schema) =>
        schema["properties"] is JObject || schema["allOf"] is JArray || schema["discriminator"] is JObject || (string?)schema["type"] == "object" && schema["additionalProperties"] is null or JValue;

    private static List<JObject>? BranchesOf(JObject schema) => ((schema["oneOf"] ?? schema["anyOf"]) as JArray)?.OfType<JObject>().ToList();
}
