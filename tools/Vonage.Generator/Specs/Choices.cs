using System.Globalization;
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

    public static void Rewrite(Spec spec, Target target)
    {
        var children = new HashSet<string>(StringComparer.Ordinal);
        foreach (var schema in spec.Schemas.Properties().Select(s => (s.Name, Value: (JObject)s.Value)).Where(s => IsUnion(spec, s.Value)).ToList())
        {
            var branches = BranchesOf(schema.Value)!;
            var names = branches.Select(branch => Spec.ReferenceOf(branch)).ToList();
            if (schema.Value["discriminator"] is JObject && !IsNumbered(spec, schema.Value, names) && names.TrueForAll(name => name is not null && name != schema.Name && !spec.SharedSchemas.Contains(name) && IsObject(spec.Schema(name)) && !children.Contains(name)))
            {
                children.UnionWith(names!);
                schema.Value["oneOf"] = new JArray(branches);
                schema.Value.Remove("anyOf");
                continue;
            }
            MixedUnion.Distribute(spec, target, schema.Name);
            Number(spec, schema.Value);
            schema.Value[Mark] = new JArray(BranchesOf(schema.Value)!);
            foreach (var word in new[] { "oneOf", "anyOf", "discriminator", "properties", "required", "type", "additionalProperties", "items", "enum", "format" })
                schema.Value.Remove(word);
        }
    }

    // A base class tells its branches by a text. Where it is a number, the value of each branch is a constant of it.
    private static bool IsNumbered(Spec spec, JObject union, List<string?> branches) =>
        (string)union["discriminator"]!["propertyName"]! is var name && branches.OfType<string>().Select(spec.Schema).Append(union).Any(branch => branch["properties"]?[name] is JObject field && (string?)spec.Resolve(field)["type"] is "integer" or "number" or "boolean");

    private static void Number(Spec spec, JObject union)
    {
        if (union["discriminator"] is not JObject discriminator || !IsNumbered(spec, union, [.. BranchesOf(union)!.Select(Spec.ReferenceOf)]))
            return;
        var name = (string)discriminator["propertyName"]!;
        var values = (discriminator["mapping"] as JObject ?? []).Properties().ToLookup(entry => ((string)entry.Value!)[(((string)entry.Value!).LastIndexOf('/') + 1)..], entry => entry.Name, StringComparer.Ordinal);
        foreach (var branch in BranchesOf(union)!.Select(Spec.ReferenceOf).OfType<string>())
            if (values[branch].ToList() is [var only] && spec.Schema(branch)["properties"]?[name] is JObject { } field && field["$ref"] is null && long.TryParse(only, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            {
                field["enum"] = new JArray(number);
                if (!Spec.IsRequired(spec.Schema(branch), name))
                    ((JArray)(spec.Schema(branch)["required"] ??= new JArray())).Add(name);
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
