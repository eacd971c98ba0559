using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Specs;

/// <summary>
/// Sees to it that every reference leads to a component of the document, and that none leads in a circle or expands without measure: what
/// comes after follows references without looking.
/// </summary>
internal sealed class References
{
    private const int Longest = 100;
    private const int MostParts = 100_000;

    private readonly Spec _spec;
    private readonly Func<JObject, IEnumerable<JObject>> _parts;
    private readonly Dictionary<string, int> _sizes = new(StringComparer.Ordinal);
    private readonly List<string> _way = [];

    private References(Spec spec, Func<JObject, IEnumerable<JObject>> parts) => (_spec, _parts) = (spec, parts);

    public static void Check(Spec spec)
    {
        var components = (spec.Root["components"] as JObject ?? []).Properties().Where(kind => kind.Value is JObject)
            .SelectMany(kind => ((JObject)kind.Value).Properties().Select(c => (Kind: kind.Name, c.Name, c.Value))).ToList();
        foreach (var (kind, name, value) in components.Where(c => c.Name.Length == 0 || !c.Name.All(l => char.IsAsciiLetterOrDigit(l) || l is '.' or '-' or '_')))
            throw new SpecException($"components.{kind} has a component called '{name}'. OpenAPI allows letters, digits, '.', '-' and '_'.", value);
        foreach (var reference in spec.Root.Descendants().OfType<JProperty>().Where(p => p.Name == "$ref" && p.Value is JValue && !Marks.IsData(p)))
        {
            var (kind, name) = Target(spec, reference);
            spec.Component(kind, name, reference.Value);
        }
        // A type is made of these; a union's branches are looked at by themselves, since a branch may name its union among its mixins.
        var types = new References(spec, PartsOfType);
        var unions = new References(spec, schema => Unions.IsUnion(schema) ? schema["oneOf"]!.OfType<JObject>() : []);
        foreach (var (kind, name, _) in components.Where(c => c.Value is JObject))
        {
            types.Size(kind, name);
            unions.Size(kind, name);
        }
    }

    private static IEnumerable<JObject> PartsOfType(JObject schema)
    {
        var parts = schema["allOf"] as JArray ?? [];
        return schema["properties"] is JObject ? parts.OfType<JObject>() : parts.Append(schema["items"]).Append(schema["additionalProperties"]).OfType<JObject>();
    }

    private int Size(string kind, string name)
    {
        var component = $"{kind}.{name}";
        if (_sizes.TryGetValue(component, out var known))
            return known;
        var isCircle = _way.Contains(component);
        _way.Add(component);
        if (isCircle)
            throw new SpecException($"components.{component} consists of itself: {string.Join(" → ", _way.Skip(_way.IndexOf(component)))}. Break the circle by an object with a property.", _spec.Component(kind, name));
        if (_way.Count > Longest)
            throw new SpecException($"More than {Longest} references in a row lead from components.{_way[0]} to components.{component}.", _spec.Component(kind, name));
        var size = Size(_spec.Component(kind, name));
        _way.RemoveAt(_way.Count - 1);
        return _sizes[component] = size < MostParts ? size : throw new SpecException($"components.{component} consists of more than {MostParts} parts.", _spec.Component(kind, name));
    }

    private int Size(JObject value)
    {
        if (value.Property("$ref") is not { } reference)
            return 1 + _parts(value).Aggregate(0, (sum, part) => Math.Min(MostParts, sum + Size(part)));
        var (kind, name) = Target(_spec, reference);
        return Size(kind, name);
    }

    private static (string Kind, string Name) Target(Spec spec, JProperty reference)
    {
        var target = reference.Value.ToString();
        return target.Split('/') is ["#", "components", var kind, var name]
            ? (kind, name)
            : throw new SpecException($"The reference '{target}' at {reference.Parent!.Path} is not supported. Refer to a component: #/components/schemas/Thing, or common.yaml#/components/schemas/Thing.", reference.Value);
    }
}
