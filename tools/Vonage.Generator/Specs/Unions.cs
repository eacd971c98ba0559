using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Specs;

/// <summary>
/// Turns <c>oneOf</c> + <c>discriminator</c> into a base schema and children, nested where an API has two discriminators.
/// What all children declare moves up to the base; a discriminator's value becomes the child's constant.
/// </summary>
internal sealed class Unions
{
    /// <summary>The properties of a branch that its union has too, as the branch declares them.</summary>
    public const string Inherited = "x-inherited";

    /// <summary>The mark of such a property: whether the union checks all of its limits, that it is there, or nothing.</summary>
    public const string CheckedByBase = "x-checked-by-base";

    /// <summary>The mark of a union's property, any JSON, of which a branch knows more.</summary>
    public const string Narrowed = "x-narrowed";

    /// <summary>The mark of such a property of the branch.</summary>
    public const string Narrows = "x-narrows";

    /// <summary>The mark of a union's discriminator: <c>required</c> or <c>optional</c>.</summary>
    public const string Discriminator = "x-discriminator";

    private static readonly string[] Texts = ["description", "example", "title", "deprecated", "x-obsolete", "default"];

    private static readonly string[] Limits = ["minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "pattern", "x-unchecked"];

    // The formats that decide a type; the others are limits.
    private static readonly string[] TypeFormats = ["binary", "date", "date-time", "int64", "uri"];

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
            ?? throw new SpecException($"A branch of '{name}' is not a reference to a named schema.", branch)).ToList();
        foreach (var child in children)
            Rewrite(child);

        var discriminator = (string)union["discriminator"]!["propertyName"]!;
        var mapping = MappingOf(union, children, discriminator);
        var properties = (JObject)(union["properties"] ??= new JObject());
        var isRequired = Spec.IsRequired(union, discriminator) || children.All(child => Spec.IsRequired(_spec.Schema(child), discriminator));

        foreach (var child in children)
            TakeDiscriminator(name, child, discriminator, mapping);
        foreach (var shared in SharedBy(children))
            MoveUp(shared, union, children);
        foreach (var own in properties.Properties().ToList())
            Narrow(name, own, children);
        Drop(union, discriminator);
        var description = $"The type of the {name}. One of {string.Join(", ", mapping.Keys.Select(k => $"`{k}`"))}.";
        properties.AddFirst(new JProperty(discriminator, new JObject { ["type"] = "string", ["description"] = description, [Discriminator] = isRequired ? "required" : "optional" }));

        union.Remove("oneOf");
        union.Remove("discriminator");
        union["type"] = "object";
        if (union["required"] is JArray { Count: 0 })
            union.Remove("required");
        union["x-union"] = new JObject { ["property"] = discriminator, ["children"] = JObject.FromObject(mapping) };
    }

    // What the document maps; else the one value that the branch itself allows; else the branch's name.
    private Dictionary<string, string> MappingOf(JObject union, List<string> children, string discriminator)
    {
        var mapping = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in (union["discriminator"]!["mapping"] as JObject ?? []).Properties())
            if (((string)entry.Value!)[(((string)entry.Value!).LastIndexOf('/') + 1)..] is var child && children.Contains(child))
                mapping[entry.Name] = child;
            else if (_spec.Schemas[child] is null)
                throw new SpecException($"The discriminator maps '{entry.Name}' to '{entry.Value}', which is no schema.", entry.Value);
        foreach (var child in children.Where(child => !mapping.ContainsValue(child)))
            mapping.TryAdd(ValueOf(_spec, child, discriminator), child);
        return mapping;
    }

    /// <summary>The value of a discriminator that no mapping names: the only one that the branch allows, or the branch's name.</summary>
    public static string ValueOf(Spec spec, string branch, string discriminator) =>
        spec.Schema(branch) is var schema && schema["properties"]?[discriminator]?["enum"] is JArray { Count: 1 } only ? only[0].ToString() : (string?)schema[SchemaNames.Original] ?? branch;

    private void TakeDiscriminator(string union, string child, string discriminator, Dictionary<string, string> mapping)
    {
        var schema = _spec.Schema(child);
        if ((string?)schema["x-parent"] is { } other)
            throw new SpecException($"'{child}' is a branch of '{other}' and of '{union}'. A class has one base: give each union its own branch.", _spec.Schema(union)["oneOf"]);
        schema["x-parent"] = union;
        schema["allOf"] = new JArray(new JObject { ["$ref"] = "#/components/schemas/" + union });
        schema["type"] = "object";
        var values = mapping.Where(m => m.Value == child).Select(m => m.Key).ToList();
        if (values is [var first, ..])
            ((JObject)(schema["x-constants"] ??= new JObject()))[discriminator] = first;
        Drop(schema, discriminator);
        Forget(schema, discriminator);
    }

    // What a nested union's branches say of the outer discriminator is the branch's constant: nobody has to give it.
    private void Forget(JObject union, string discriminator)
    {
        foreach (var branch in (union["x-union"]?["children"] as JObject ?? []).Properties().Select(c => _spec.Schema((string)c.Value!)))
        {
            (branch[Inherited] as JObject)?.Remove(discriminator);
            Forget(branch, discriminator);
        }
    }

    // By name and shape: how a branch describes a field, and how long it may be there, says nothing of its type.
    private List<string> SharedBy(List<string> children) =>
        children.Count < 2 ? [] : [.. PropertiesOf(children[0]).Properties()
            .Where(p => children.Skip(1).All(c => PropertiesOf(c)[p.Name] is JObject other && JToken.DeepEquals(ShapeOf((JObject)p.Value), ShapeOf(other))))
            .Select(p => p.Name)];

    private void MoveUp(string name, JObject union, List<string> children)
    {
        var properties = (JObject)(union["properties"] ??= new JObject());
        var required = (JArray)(union["required"] ??= new JArray());
        var first = (JObject)PropertiesOf(children[0])[name]!;
        var isAlike = children.Skip(1).All(c => JToken.DeepEquals(WithoutTexts((JObject)PropertiesOf(c)[name]!), WithoutTexts(first)) && Spec.IsRequired(_spec.Schema(c), name) == Spec.IsRequired(_spec.Schema(children[0]), name));
        if (properties[name] is null)
        {
            properties[name] = isAlike ? first.DeepClone() : ShapeOf(first);
            properties[name]!["description"] ??= first["description"]?.DeepClone();
            if (!isAlike && children.Any(c => PhoneFormat.IsOf(_spec.Resolve((JObject)PropertiesOf(c)[name]!))))
                properties[name]!["format"] = PhoneFormat.NumberOrName;
        }
        if (children.All(c => Spec.IsRequired(_spec.Schema(c), name)) && !required.Any(r => (string?)r == name))
            required.Add(name);
        var isRequired = required.Any(r => (string?)r == name);
        foreach (var child in children.Select(_spec.Schema))
        {
            if (!isAlike || Spec.IsRequired(child, name))
                Inherit(child, name, isAlike ? "all" : isRequired ? "required" : "");
            else
                PropertiesOf(child).Remove(name);
        }
    }

    // A branch with limits of its own goes on checking them, and its constructors go on asking for what it requires.
    private static void Inherit(JObject child, string name, string checkedByBase)
    {
        var inherited = (JObject)PropertiesOf(child)[name]!.DeepClone();
        inherited[CheckedByBase] = checkedByBase;
        ((JObject)(child[Inherited] ??= new JObject()))[name] = inherited;
        PropertiesOf(child).Remove(name);
    }

    // What a union declares as any JSON, a branch may know as an object.
    private void Narrow(string union, JProperty own, List<string> children)
    {
        var isAnyJson = ShapeOf((JObject)own.Value).Count == 0;
        foreach (var child in children.Where(c => PropertiesOf(c)[own.Name] is not null))
        {
            if (!isAnyJson && JToken.DeepEquals(ShapeOf((JObject)own.Value), ShapeOf((JObject)PropertiesOf(child)[own.Name]!)))
            {
                Inherit(_spec.Schema(child), own.Name, string.Empty);
                continue;
            }
            var narrower = (JObject)PropertiesOf(child)[own.Name]!;
            if (!isAnyJson || _spec.Resolve(narrower)["properties"] is not JObject)
                throw new SpecException($"'{own.Name}' has one type in '{union}' and another in its branch '{child}'. Give it one type, or leave its type out in '{union}' where it is an object in the branch.", narrower);
            own.Value[Narrowed] = true;
            narrower[Narrows] = true;
        }
    }

    private JObject ShapeOf(JObject property)
    {
        // A named text or number is the type that it names, with limits.
        var resolved = _spec.Resolve(property);
        var shape = WithoutTexts((string?)resolved["type"] is "string" or "integer" or "number" or "boolean" && resolved["enum"] is null ? resolved : property);
        foreach (var limit in Limits)
            shape.Remove(limit);
        if (!TypeFormats.Contains((string?)shape["format"]))
            shape.Remove("format");
        return shape;
    }

    private static JObject WithoutTexts(JObject property)
    {
        var rest = (JObject)property.DeepClone();
        foreach (var text in Texts)
            rest.Remove(text);
        return rest;
    }

    private JObject PropertiesOf(string schema) => PropertiesOf(_spec.Schema(schema));

    private static JObject PropertiesOf(JObject schema) => (JObject)(schema["properties"] ??= new JObject());

    private static void Drop(JObject schema, string property)
    {
        (schema["properties"] as JObject)?.Remove(property);
        schema["required"]?.FirstOrDefault(r => (string?)r == property)?.Remove();
        if (schema["required"] is JArray { Count: 0 })
            schema.Remove("required");
    }
}
