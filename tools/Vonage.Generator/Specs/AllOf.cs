using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Specs;

/// <summary>
/// Turns <c>allOf</c> into one flat object: "these fields too". NJsonSchema makes inheritance of it, and throws where two parts name
/// one property.
/// </summary>
internal static class AllOf
{
    public static void Flatten(Spec spec)
    {
        foreach (var schema in spec.Schemas.Properties().ToList())
            schema.Value = Flatten(spec, (JObject)schema.Value, schema.Name);
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
            var source = ReferenceEquals(part, schema) ? schema : Flatten(spec, spec.Resolve(part), name);
            if (!ReferenceEquals(part, schema) && (source["oneOf"] ?? source["anyOf"]) is not null && Choices.IsUnion(spec, source))
                throw new SpecException($"'{name}' has a union in its allOf. Only plain objects can be mixed in.", schema["allOf"]);
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
                    case "description" or "example" or "title" or "deprecated" or "discriminator" or SchemaNames.Original when !ReferenceEquals(part, schema):
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
}
