using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Specs;

/// <summary>
/// Turns <c>oneOf</c> + <c>discriminator</c> into a base schema and children, nested where an API has two discriminators.
/// What all children declare alike moves up to the base; a discriminator's value becomes the child's constant.
/// </summary>
internal sealed class Unions
{
    private readonly Spec _spec;
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);

    private Unions(Spec spec) => _spec = spec;

    public static void Rewrite(Spec spec)
    {
        var unions = new Unions(spec);
        foreach (var schema in spec.Schemas.Properties().ToList())
            unions.Rewrite(schema.Name);
    }

    public static bool IsUnion(JObject schema) => schema["oneOf"] is JArray && schema["discriminator"] is JObject;

    private void Rewrite(string name)
    {
        var union = _spec.Schema(name);
        if (!IsUnion(union) || !_done.Add(name))
            return;
        var children = union["oneOf"]!.Cast<JObject>().Select(branch => Spec.ReferenceOf(branch)
            ?? throw new SpecException($"{_spec.Name}: a branch of '{name}' is not a reference to a named schema.")).ToList();
        foreach (var child in children)
            Rewrite(child);

        var discriminator = (string)union["discriminator"]!["propertyName"]!;
        var mapping = MappingOf(union, children);
        var properties = (JObject)(union["properties"] ??= new JObject());
        var required = union["required"] as JArray ?? [];

        foreach (var child in children)
            TakeDiscriminator(name, child, discriminator, mapping);
        foreach (var shared in PropertiesAlikeIn(children).ToList())
        {
            properties[shared] = PropertiesOf(children[0])[shared]!.DeepClone();
            if (children.All(c => IsRequired(_spec.Schema(c), shared)) && !required.Any(r => (string?)r == shared))
                required.Add(shared);
            foreach (var child in children)
                Drop(_spec.Schema(child), shared);
        }
        var description = $"The type of the {name}: {string.Join(", ", mapping.Keys.Select(k => $"`{k}`"))}.";
        properties.AddFirst(new JProperty(discriminator, new JObject { ["type"] = "string", ["description"] = description, ["x-discriminator"] = true }));

        union.Remove("oneOf");
        union.Remove("discriminator");
        union["type"] = "object";
        if (required.Count > 0)
            union["required"] = required;
        union["x-union"] = new JObject { ["property"] = discriminator, ["children"] = JObject.FromObject(mapping) };
    }

    private static Dictionary<string, string> MappingOf(JObject union, List<string> children)
    {
        var declared = union["discriminator"]!["mapping"] as JObject;
        if (declared is null)
            return children.ToDictionary(c => c, StringComparer.Ordinal);
        return declared.Properties()
            .Select(m => (Value: m.Name, Child: ((string)m.Value!)[(((string)m.Value!).LastIndexOf('/') + 1)..]))
            .Where(m => children.Contains(m.Child))
            .ToDictionary(m => m.Value, m => m.Child, StringComparer.Ordinal);
    }

    private void TakeDiscriminator(string union, string child, string discriminator, Dictionary<string, string> mapping)
    {
        var schema = _spec.Schema(child);
        if ((string?)schema["x-parent"] is { } other)
            throw new SpecException($"{_spec.Name}: '{child}' is a branch of '{other}' and of '{union}'. A class has one base: give each union its own branch.");
        schema["x-parent"] = union;
        schema["allOf"] = new JArray(new JObject { ["$ref"] = "#/components/schemas/" + union });
        schema["type"] = "object";
        var values = mapping.Where(m => m.Value == child).Select(m => m.Key).ToList();
        if (values is [var only])
            ((JObject)(schema["x-constants"] ??= new JObject()))[discriminator] = only;
        Drop(schema, discriminator);
    }

    private IEnumerable<string> PropertiesAlikeIn(List<string> children) =>
        children.Count < 2 ? [] : PropertiesOf(children[0]).Properties()
            .Where(p => children.Skip(1).All(c => JToken.DeepEquals(PropertiesOf(c)[p.Name], p.Value)))
            .Select(p => p.Name);

    private JObject PropertiesOf(string schema) => (JObject)(_spec.Schema(schema)["properties"] ??= new JObject());

    private static bool IsRequired(JObject schema, string property) => schema["required"]?.Any(r => (string?)r == property) == true;

    private static void Drop(JObject schema, string property)
    {
        (schema["properties"] as JObject)?.Remove(property);
        schema["required"]?.FirstOrDefault(r => (string?)r == property)?.Remove();
        if (schema["required"] is JArray { Count: 0 })
            schema.Remove("required");
    }
}
