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
            foreach (var word in new[] { "oneOf", "anyOf", "discriminator", "properties", "required", "type" })
                schema.Value.Remove(word);
        }
    }

    /// <summary>Whether a value is one of several types, other than several scalars.</summary>
    public static bool IsUnion(Spec spec, JObject schema) => BranchesOf(schema) is { Count: > 0 } branches && !branches.TrueForAll(branch => IsScalar(spec.Resolve(branch)));

    /// <summary>Whether a value is text, a number, or true or false.</summary>
    public static bool IsScalar(JObject schema) => (string?)schema["type"] is "string" or "integer" or "number" or "boolean" && schema["format"] is not JValue { Value: "binary" };

    private static bool IsObject(JObject schema) =>
        schema["properties"] is JObject || schema["allOf"] is JArray || schema["discriminator"] is JObject || (string?)schema["type"] == "object" && schema["additionalProperties"] is null or JValue;

    private static List<JObject>? BranchesOf(JObject schema) => ((schema["oneOf"] ?? schema["anyOf"]) as JArray)?.OfType<JObject>().ToList();
}
