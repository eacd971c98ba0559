using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Specs;

/// <summary>
/// Lets the members of an object stand on its owner in C# (<c>x-flat</c>), as where an API puts a thing's fields below <c>attributes</c>.
/// On the wire nothing changes: the owner's properties pass on to the object, which stays reachable.
/// </summary>
internal static class Flat
{
    /// <summary>The mark of a property that passes on to another object: that object's property and class.</summary>
    public const string Through = "x-through";

    /// <summary>The mark of such an object, which is of interest only to who needs the wire format.</summary>
    public const string Part = "x-part";

    public static void Rewrite(Spec spec)
    {
        foreach (var (name, schema) in spec.Schemas.Properties().Select(s => (s.Name, (JObject)s.Value)).ToList())
            foreach (var property in (schema["properties"] as JObject ?? []).Properties().Where(p => p.Value["x-flat"] is not null).ToList())
                Raise(spec, name, schema, property);
    }

    private static void Raise(Spec spec, string name, JObject owner, JProperty property)
    {
        var inner = Spec.ReferenceOf((JObject)property.Value)
            ?? throw new SpecException($"{name}.{property.Name} is x-flat, but does not refer to a named schema.", property.Value);
        var source = spec.Schema(inner);
        source[Part] = true;
        var properties = (JObject)owner["properties"]!;
        foreach (var member in (source["properties"] as JObject ?? []).Properties())
        {
            if (properties[member.Name] is not null)
                throw new SpecException($"{name} cannot take in '{member.Name}' of its x-flat '{property.Name}': it has a field of that name.", property.Value);
            var raised = (JObject)member.Value.DeepClone();
            raised[Through] = new JObject { ["member"] = property.Name, ["class"] = inner };
            properties[member.Name] = raised;
            if (source["required"]?.Any(r => (string?)r == member.Name) == true)
                ((JArray)(owner["required"] ??= new JArray())).Add(member.Name);
        }
    }
}
