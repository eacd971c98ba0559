using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Specs;

/// <summary>
/// Turns inheritance by <c>allOf</c>, with a discriminator on the base, into a union: the base with the schemas that mix it in as its
/// branches. A branch does not mix in its union, whose fields its class inherits.
/// </summary>
internal static class Inheritance
{
    public static void Rewrite(Spec spec)
    {
        var bases = spec.Schemas.Properties().Where(s => s.Value["discriminator"] is JObject).Select(s => s.Name).ToList();
        foreach (var name in bases.Where(name => spec.Schema(name)["oneOf"] is null && spec.Schema(name)["anyOf"] is null))
        {
            var children = spec.Schemas.Properties().Select(s => s.Name).Where(child => child != name && Derives(spec, child, name, bases)).ToList();
            if (children.Count == 0)
                spec.Schema(name).Remove("discriminator");
            else if (Discriminator(spec, name) is { } field && (string?)spec.Resolve(field)["type"] is "integer" or "number" or "boolean")
                throw new SpecException($"The discriminator of '{name}' is of type {spec.Resolve(field)["type"]}, by which a base class cannot tell its branches. Describe '{name}' as a oneOf of them, each with its value as 'enum'.", field);
            else
                spec.Schema(name)["oneOf"] = new JArray(children.Select(child => new JObject { ["$ref"] = "#/components/schemas/" + child }));
        }
        foreach (var name in bases)
            foreach (var branch in (spec.Schema(name)["oneOf"] ?? spec.Schema(name)["anyOf"] ?? new JArray()).OfType<JObject>().Select(Spec.ReferenceOf).OfType<string>().Select(branch => spec.Schema(branch)))
                foreach (var part in (branch["allOf"] as JArray ?? []).OfType<JObject>().Where(part => Spec.ReferenceOf(part) == name).ToList())
                    part.Remove();
    }

    private static JObject? Discriminator(Spec spec, string schema) => spec.Schema(schema)["properties"]?[(string)spec.Schema(schema)["discriminator"]!["propertyName"]!] as JObject;

    // A base on the way has the schema among its own children.
    private static bool Derives(Spec spec, string schema, string wanted, List<string> bases) =>
        (spec.Schema(schema)["allOf"] as JArray ?? []).OfType<JObject>().Select(Spec.ReferenceOf).OfType<string>()
            .Any(part => part == wanted || !bases.Contains(part) && Derives(spec, part, wanted, bases));
}
