using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Specs;

/// <summary>
/// A union with fields beside it: what has these fields and is one of several things is one of several things that each have these fields.
/// Where a discriminator tells them apart, a base class can have the fields instead.
/// </summary>
internal static class MixedUnion
{
    /// <summary>The mark of an object that has a union of another schema.</summary>
    public const string Mark = "x-mixed";

    /// <summary>Gives each branch of a union the fields beside it, in a schema of its own.</summary>
    public static void Distribute(Spec spec, Target target, string name)
    {
        var union = spec.Schema(name);
        union.Remove(Mark);
        if (union["properties"] is not JObject { Count: > 0 } fields)
            return;
        var word = union["oneOf"] is null ? "anyOf" : "oneOf";
        var taken = spec.Schemas.Properties().Select(s => s.Name).Concat(target.Types).ToHashSet(StringComparer.Ordinal);
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var branch in ((JArray)union[word]!).Cast<JObject>().ToList())
        {
            if (Spec.ReferenceOf(branch) is not { } old || spec.Schema(old) is not { } schema || schema["properties"] is not JObject || Choices.IsUnion(spec, schema))
                throw new SpecException($"'{name}' has fields of its own, and a branch that is no plain object. Give each branch the fields, and leave them out here.", branch);
            renamed[old] = Unique.Name(SchemaNames.Free(name + old), taken);
            spec.Schemas[renamed[old]] = With(schema, fields, union["required"] as JArray ?? []);
            branch.Replace(new JObject { ["$ref"] = "#/components/schemas/" + renamed[old] });
        }
        if (union["discriminator"] is JObject discriminator)
            discriminator["mapping"] = Mapping(spec, discriminator, renamed);
        foreach (var own in new[] { "properties", "required", "additionalProperties" })
            union.Remove(own);
    }

    private static JObject With(JObject branch, JObject fields, JArray required)
    {
        var whole = (JObject)branch.DeepClone();
        var properties = (JObject)whole["properties"]!;
        foreach (var field in fields.Properties().Reverse().Where(field => properties[field.Name] is null))
            properties.AddFirst(field.DeepClone());
        var all = required.Concat(branch["required"] as JArray ?? []).Distinct(JToken.EqualityComparer).ToList();
        if (all.Count > 0)
            whole["required"] = new JArray(all);
        return whole;
    }

    // A branch under another name is told by the same value.
    private static JObject Mapping(Spec spec, JObject discriminator, Dictionary<string, string> renamed)
    {
        var mapping = new JObject();
        foreach (var entry in (discriminator["mapping"] as JObject ?? []).Properties())
            if (((string)entry.Value!)[(((string)entry.Value!).LastIndexOf('/') + 1)..] is var old && renamed.TryGetValue(old, out var name))
                mapping[entry.Name] = name;
            else
                mapping[entry.Name] = entry.Value.DeepClone();
        foreach (var (old, name) in renamed.Where(branch => !mapping.PropertyValues().Any(mapped => (string?)mapped == branch.Value)))
            mapping.TryAdd(Unions.ValueOf(spec, old, (string)discriminator["propertyName"]!), name);
        return mapping;
    }
}
