using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Specs;

/// <summary>
/// Sees to it that every value of a document is of the kind that <see cref="ObjectModel"/> says: what comes after reads without looking.
/// A field without a value is as if it was not there, and text is text however it is written in YAML.
/// </summary>
internal sealed class ShapeCheck
{
    private const int MostFaults = 50;

    // Where the components of each kind are.
    private static readonly Dictionary<string, string> Homes = ObjectModel.FieldsOf("Components")!.Values.ToDictionary(field => field.Kinds[0][1..^1], field => field.Name, StringComparer.Ordinal);

    private readonly List<Fault> _faults = [];
    private readonly List<Fault> _unknown = [];
    private readonly List<Fault> _unknownExtensions = [];

    private ShapeCheck()
    {
    }

    /// <summary>Checks a document.</summary>
    /// <returns>The fields and the extensions that the model does not have, which are without effect.</returns>
    public static (IReadOnlyList<Fault> Fields, IReadOnlyList<Fault> Extensions) Document(JObject root) => Check(root, ObjectModel.Document);

    /// <summary>Checks what several documents share.</summary>
    public static void Shared(JObject root) => Check(root, ObjectModel.Shared);

    private static (IReadOnlyList<Fault> Fields, IReadOnlyList<Fault> Extensions) Check(JObject root, string kind)
    {
        var check = new ShapeCheck();
        check.Object(root, kind);
        if (check._faults.Count > 0)
            throw new SpecException(check._faults);
        return (check._unknown, check._unknownExtensions);
    }

    private void Object(JObject value, string kind)
    {
        var fields = ObjectModel.FieldsOf(kind)!;
        var before = _faults.Count;
        var unknown = new List<Fault>();
        foreach (var property in value.Properties().ToList())
        {
            if ((fields.GetValueOrDefault(property.Name) ?? (property.Name.StartsWith("x-", StringComparison.Ordinal) ? null : fields.GetValueOrDefault("*"))) is not { } field)
            {
                (property.Name.StartsWith("x-", StringComparison.Ordinal) ? _unknownExtensions : unknown).Add(Unknown(property, fields));
                continue;
            }
            if (property.Value.Type == JTokenType.Null && field.Kinds is not ["any"])
                property.Remove();
            else
                Value(property.Value, field.Kinds, property.Name);
        }
        _unknown.AddRange(unknown);
        if (value[ObjectModel.Reference] is { } reference && fields.ContainsKey(ObjectModel.Reference))
        {
            if (_faults.Count == before)
                Target(reference, (string)reference!, kind);
            return;
        }
        var missing = fields.Values.Where(field => field.IsRequired && value[field.Name] is null).ToList();
        foreach (var field in missing)
            Add($"'{field.Name}' is missing. It is {Describe(field.Kinds)}{(field.Name == "paths" ? "; without operations: 'paths: {}'" : string.Empty)}.", value);
        // What is missing may stand here under a wrong name.
        if (missing.Count > 0)
            _faults.AddRange(unknown);
        if (_faults.Count == before)
            Meaning(value, kind);
    }

    private static Fault Unknown(JProperty property, IReadOnlyDictionary<string, ObjectModel.Field> fields)
    {
        var reason = property.Name.StartsWith("x-", StringComparison.Ordinal) ? "no such extension is known" : "OpenAPI has no such field";
        return new Fault($"'{property.Name}' has no effect: {reason} here.{Core.NearestName.Suggest(property.Name, fields.Keys.Where(name => name != "*"))}", Place.Of(property));
    }

    private void Target(JToken at, string reference, string kind)
    {
        if (Homes.GetValueOrDefault(kind) is { } home && reference.Split('/') is [.., "components", var other, _] && other != home)
            Add($"'{reference}' is one of components.{other}, but here stands one of components.{home}.", at);
    }

    private void Value(JToken value, string[] kinds, string name)
    {
        var kind = kinds.FirstOrDefault(kind => Fits(value, kind));
        if (kind is null)
            Add($"'{name}' must be {Describe(kinds)}, but is {Describe(value)}.", value);
        else if (kind[0] is '[')
            foreach (var item in ((JArray)value).ToList())
                Value(item, [kind[1..^1]], $"{name}[{item.Path[(item.Path.LastIndexOf('[') + 1)..]}");
        else if (kind[0] is '{')
            foreach (var member in ((JObject)value).Properties().ToList())
                if (member.Value.Type == JTokenType.Null && kind is not "{any}")
                    Add($"'{member.Name}' has no value. It is {Describe([kind[1..^1]])}.", member);
                else
                    Value(member.Value, [kind[1..^1]], member.Name);
        else if (ObjectModel.FieldsOf(kind) is not null)
            Object((JObject)value, kind);
        else if (kind is "text" && value.Type is JTokenType.Integer or JTokenType.Float or JTokenType.Boolean)
            Replace(value, Text((JValue)value));
        else if (kind is "number" && value.Type == JTokenType.String || kind is "count" && (decimal)value > int.MaxValue)
            value.Parent!.Remove(); // a limit that nothing reaches
    }

    private static bool Fits(JToken value, string kind) => kind switch
    {
        "any" => true,
        "text" => value.Type is JTokenType.String or JTokenType.Integer or JTokenType.Float or JTokenType.Boolean,
        "flag" => value.Type == JTokenType.Boolean,
        "number" => value.Type is JTokenType.Integer or JTokenType.Float || IsHuge(value),
        "count" => value.Type is JTokenType.Integer or JTokenType.Float && (decimal)value is >= 0 and var count && count == decimal.Truncate(count),
        ['(', ..] => value.Type == JTokenType.String && kind[1..^1].Split('|').Contains((string?)value, StringComparer.Ordinal),
        ['[', ..] => value is JArray,
        _ => value is JObject,
    };

    // A number that a decimal cannot hold was read as text.
    private static bool IsHuge(JToken value) =>
        value.Type == JTokenType.String && double.TryParse((string?)value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && Math.Abs(number) > 7e28;

    private static string Text(JValue value) => value.Value is bool flag ? flag ? "true" : "false" : Convert.ToString(value.Value, CultureInfo.InvariantCulture)!;

    private static void Replace(JToken value, string text)
    {
        var replacement = new JValue(text);
        if (value.Annotation<Place>() is { } place)
            replacement.AddAnnotation(place);
        value.Replace(replacement);
    }

    private static string Describe(string[] kinds) => string.Join(" or ", kinds.Select(kind => kind switch
    {
        "any" => "any value",
        "text" => "text",
        "flag" => "true or false",
        "number" => "a number",
        "count" => "a whole number of 0 or more",
        ['(', ..] => "one of the words " + kind[1..^1].Replace("|", ", ", StringComparison.Ordinal),
        ['[', ..] => "a list",
        _ => "an object",
    }));

    private static string Describe(JToken value) => value.Type switch
    {
        JTokenType.Object => "an object",
        JTokenType.Array => "a list",
        JTokenType.Null => "empty",
        JTokenType.Boolean => (bool)value ? "true" : "false",
        JTokenType.String when ((string)value!).Length is 0 or > 40 => "text",
        JTokenType.String => $"the text '{value}'",
        _ => $"the number {Text((JValue)value)}",
    };

    // What an object must say for itself beyond the kinds of its fields.
    private void Meaning(JObject value, string kind)
    {
        switch (kind)
        {
            case "Paths":
                foreach (var path in value.Properties().Where(p => !p.Name.StartsWith("x-", StringComparison.Ordinal)))
                    Path(path);
                break;
            case "Parameter":
                if (value["schema"] is null && value["content"] is not JObject { Count: 1 })
                    Add("A parameter has a 'schema', or 'content' with one media type.", value);
                if ((string?)value["in"] == "path" && value["required"] is not JValue { Value: true })
                    Add("A path parameter is always required: add 'required: true'.", value);
                break;
            case "Scheme":
                if ((string?)value["type"] == "apiKey" && (value["name"] is null || value["in"] is null))
                    Add("A security scheme of type apiKey has 'name' and 'in'.", value);
                if ((string?)value["type"] == "http" && value["scheme"] is null)
                    Add("A security scheme of type http has a 'scheme', such as bearer or basic.", value);
                break;
            case "Schema":
                Schema(value);
                break;
        }
    }

    private void Path(JProperty path)
    {
        if (!path.Name.StartsWith('/'))
            Add($"The path '{path.Name}' must begin with a slash.", path);
        var depth = 0;
        foreach (var c in path.Name)
            if (c is '{' or '}')
                depth = c == '{' && depth == 0 ? 1 : c == '}' && depth == 1 ? 0 : 2;
        if (depth != 0 || path.Name.Contains("{}", StringComparison.Ordinal))
            Add($"The braces in the path '{path.Name}' are not pairs around the name of a parameter.", path);
    }

    private void Schema(JObject schema)
    {
        if (schema["items"] is not null && schema["properties"] is null)
            schema["type"] ??= "array";
        var type = (string?)schema["type"];
        if (type == "array" && schema["items"] is null)
        {
            _unknown.Add(new Fault("A schema of type array has 'items'. Items of any kind are 'items: {}'.", Place.Of(schema)));
            schema["items"] = new JObject();
        }
        foreach (var list in new[] { "enum", "allOf", "oneOf", "anyOf" })
            if (schema[list] is JArray { Count: 0 } empty)
                Add($"'{list}' is an empty list. Remove it, or fill it.", empty);
        foreach (var word in schema["enum"] as JArray ?? [])
            if (!IsOf(word, type))
                Add($"A value of 'enum' is {Describe(word)}, but 'type' is {type}.", word);
        if (schema["x-enum-names"] is JArray names && names.Count != (schema["enum"] as JArray)?.Count)
            Add("'x-enum-names' has one name for each value of 'enum'.", names);
    }

    private static bool IsOf(JToken value, string? type) => value.Type == JTokenType.Null || type switch
    {
        "string" => value is JValue,
        "integer" => value.Type == JTokenType.Integer,
        "number" => value.Type is JTokenType.Integer or JTokenType.Float,
        "boolean" => value.Type == JTokenType.Boolean,
        "array" => value is JArray,
        "object" => value is JObject,
        _ => true,
    };

    private void Add(string text, JToken at)
    {
        if (_faults.Count == MostFaults)
            throw new SpecException(_faults);
        _faults.Add(new Fault(text, Place.Of(at)));
    }
}
