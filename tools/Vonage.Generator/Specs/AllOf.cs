using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Specs;

/// <summary>
/// Turns <c>allOf</c> into one flat object: "these fields too". NJsonSchema makes inheritance of it, and throws where two parts name
/// one property. A union that is mixed in becomes the object's own, each of its branches with the object's fields.
/// </summary>
internal static class AllOf
{
    private static readonly string[] UnionWords = ["oneOf", "anyOf", "discriminator"];

    public static void Flatten(Spec spec, Target target)
    {
        foreach (var schema in spec.Schemas.Properties().ToList())
            schema.Value = Flatten(spec, (JObject)schema.Value, schema.Name);
        foreach (var schema in spec.Schemas.Properties().Where(schema => schema.Value[MixedUnion.Mark] is not null).ToList())
            MixedUnion.Distribute(spec, target, schema.Name);
    }

    private static JObject Flatten(Spec spec, JObject schema, string name)
    {
        if (schema["allOf"] is not JArray parts)
            return schema;
        var flat = new JObject { ["type"] = parts.Cast<JObject>().Append(schema).Select(part => spec.Resolve(part)["type"]).FirstOrDefault(type => type is not null) ?? "object" };
        var properties = new JObject();
        var required = new JArray();
        foreach (var part in parts.Cast<JObject>().Append(schema))
        {
            var isOwn = ReferenceEquals(part, schema);
            var source = isOwn ? schema : Flatten(spec, spec.Resolve(part), name);
            if ((source["oneOf"] ?? source["anyOf"]) is not null && Choices.IsUnion(spec, source))
                TakeUnion(flat, source, isOwn, name, part);
            foreach (var member in source.Properties())
                switch (member.Name)
                {
                    case "allOf" or "type":
                        break;
                    case "properties":
                        foreach (var property in ((JObject)member.Value).Properties())
                            properties[property.Name] = property.Value.DeepClone();
                        break;
                    case "required":
                        foreach (var field in member.Value.Where(f => !required.Any(r => JToken.DeepEquals(r, f))))
                            required.Add(field);
                        break;
                    case "description" or "example" or "title" or "deprecated" or "discriminator" or SchemaNames.Original or MixedUnion.Mark when !isOwn:
                        break;
                    default:
                        flat[member.Name] = member.Value.DeepClone();
                        break;
                }
        }
        if ((string?)flat["type"] == "object")
            flat["properties"] = properties;
        if (required.Count > 0)
            flat["required"] = required;
        return flat;
    }

    private static void TakeUnion(JObject flat, JObject source, bool isOwn, string name, JObject at)
    {
        if ((flat["oneOf"] ?? flat["anyOf"]) is not null)
            throw new SpecException($"'{name}' has several unions in its allOf. Describe it as a oneOf of all their combinations.", at);
        foreach (var word in UnionWords)
            if (source[word] is { } said)
                flat[word] = said.DeepClone();
        if (!isOwn)
            flat[MixedUnion.Mark] = true;
    }
}
