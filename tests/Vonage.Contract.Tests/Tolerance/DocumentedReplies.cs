using Newtonsoft.Json.Linq;

namespace Vonage.Contract.Tests.Tolerance;

/// <summary>The replies of one of our documents: their examples, and what of a changed one can still be used.</summary>
internal sealed class DocumentedReplies
{
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete", "options"];

    private readonly JObject _document;
    private readonly HashSet<string> _shared = new(StringComparer.Ordinal);
    private readonly List<(string Method, string[] Path, JObject Operation)> _operations;

    private DocumentedReplies(string spec)
    {
        _document = SpecExamples.Load(Path.Combine(RepositoryFolder.Find(), "specs", spec + ".yaml"));
        _operations = [.. ((JObject)_document["paths"]!).Properties().SelectMany(path => ((JObject)path.Value).Properties()
            .Where(method => Methods.Contains(method.Name)).Select(method => (method.Name.ToUpperInvariant(), path.Name.Split('/'), (JObject)method.Value)))];
        foreach (var operation in _operations.Select(one => one.Operation))
            foreach (var part in new[] { operation["requestBody"], operation["parameters"], operation["callbacks"] })
                Share(part);
        Share(_document["components"]?["callbacks"]);
    }

    public static DocumentedReplies Of(string spec) => new(spec);

    /// <summary>Finds the operation that a request calls.</summary>
    public JObject? Find(HttpRequestMessage request)
    {
        var segments = request.RequestUri!.AbsolutePath.Split('/');
        return _operations.Where(one => one.Method == request.Method.Method && Fits(one.Path, segments))
            .OrderBy(one => one.Path.Count(segment => segment.StartsWith('{'))).Select(one => one.Operation).FirstOrDefault();
    }

    /// <summary>Finds an operation by its identifier.</summary>
    public JObject Find(string operationId) => _operations.Select(one => one.Operation).Single(operation => (string?)operation["operationId"] == operationId);

    /// <summary>The example of a successful reply, its status and its schema; without a body, and where the reply may be a file, no example.</summary>
    public (int Status, JToken? Example, JObject? Schema) ExampleOf(JObject operation)
    {
        var success = Successes(operation).OrderBy(response => Resolve(response.Value)["content"] is null).First();
        var media = Resolve(success.Value)["content"]?.Children<JProperty>().ToList() ?? [];
        var content = media.TrueForAll(one => one.Name.Contains("json", StringComparison.Ordinal)) ? media.FirstOrDefault()?.Value : null;
        var example = content?["example"] ?? (content?["examples"] as JObject)?.Properties().Select(named => Resolve(named.Value)["value"]).FirstOrDefault();
        return (int.Parse(success.Name, System.Globalization.CultureInfo.InvariantCulture), example?.DeepClone(), content?["schema"] as JObject);
    }

    /// <summary>Determines whether a reply can be used: it has all that it must have, and its items can be read.</summary>
    public bool CanBeUsed(JObject operation, JToken reply, JObject schema)
    {
        if (IsNothing(reply))
            return Target(schema).Count == 0 || Successes(operation).Select(response => Resolve(response.Value)).Any(response => response["content"] is null || response["x-may-be-empty"] is not null);
        var path = (string?)operation["x-list"] ?? (string?)operation["x-paging"]?["items"] ?? (string?)operation["x-envelope"];
        return (string?)Resolve(schema)["type"] == "array" && reply is not JArray
            ? reply is JObject item && View(ItemsOf(schema), item) is { } view && item.Properties().Any(member => view.Properties.TryGetValue(member.Name, out var known) && IsReadable(member.Value, known, null)) && IsReadable(item, ItemsOf(schema), null)
            : IsReadable(reply, schema, path);
    }

    private static IEnumerable<JProperty> Successes(JObject operation) => ((JObject)operation["responses"]!).Properties().Where(response => response.Name.StartsWith('2'));

    private static bool Fits(string[] path, string[] segments) =>
        path.Length == segments.Length && path.Zip(segments).All(pair => pair.First.Contains('{', StringComparison.Ordinal) || pair.First == pair.Second);

    private void Share(JToken? part)
    {
        foreach (var reference in (part as JContainer)?.DescendantsAndSelf().OfType<JProperty>().Where(member => member.Name == "$ref").Select(member => (string)member.Value!).ToList() ?? [])
            if (!reference.Contains("/schemas/", StringComparison.Ordinal) || _shared.Add(reference.Split('/')[^1]))
                Share(reference.StartsWith('#') ? SpecExamples.Resolve(_document, new JObject { ["$ref"] = reference }) : null);
    }

    private JToken Resolve(JToken value) => (string?)(value as JObject)?["$ref"] switch
    {
        null => value,
        ['#', ..] => Resolve(SpecExamples.Resolve(_document, value)),
        // What documents share has only optional fields.
        _ => new JObject(),
    };

    private JObject ItemsOf(JObject schema) => (JObject)(Resolve(schema)["items"] ?? new JObject());

    private bool IsReadable(JToken value, JObject schema, string? path)
    {
        var resolved = Target(schema);
        if (resolved["oneOf"] is not null && resolved["discriminator"] is null || resolved["anyOf"] is not null)
            return true;
        switch ((string?)resolved["type"] ?? (resolved["allOf"] is null && resolved["properties"] is null && resolved["oneOf"] is null ? "any" : "object"))
        {
            case "any":
                return true;
            case "array":
                return (value as JArray ?? [value]).All(item => IsNothing(item) || IsReadable(item, ItemsOf(resolved), path));
            case "object" when View(schema, value as JObject ?? []) is var view && (view.Properties.Count > 0 || view.Discriminator is not null):
                return value switch
                {
                    JObject members => HasAll(members, view, path),
                    JArray items => items.Count == 0 || IsReadable(items[0], schema, path),
                    _ => resolved["x-scalar"] is not null,
                };
            case "object":
                return value is JObject map && (resolved["additionalProperties"] is not JObject values || map.PropertyValues().All(one => IsNothing(one) || IsReadable(one, values, null)));
            default:
                // A time is no number, unless it is counted.
                return value is JValue { Type: var type } && (type != JTokenType.Integer || (string?)resolved["format"] is not ("date-time" or "date"))
                    || value is JArray list && list.All(item => item is JValue);
        }
    }

    private bool HasAll(JObject members, Fields fields, string? path)
    {
        var (first, rest) = path?.Split('.', 2) switch { null => (null, null), [var only] => (only, null), var parts => (parts[0], parts[1]) };
        foreach (var (name, schema) in fields.Properties)
        {
            var resolved = Target(schema);
            var isNeeded = !fields.IsShared && fields.Required.Contains(name) && !Is("nullable") && !Is("writeOnly") && (resolved["enum"] as JArray)?.Count != 1;
            var isCarried = name == first?.Replace("[]", string.Empty, StringComparison.Ordinal);
            var names = (schema["x-also"] ?? resolved["x-also"])?.Select(other => (string)other!).Prepend(name) ?? [name];
            var value = names.Select(one => members[one]).FirstOrDefault(one => one is not null && !IsNothing(one));
            if (value is null ? isNeeded : (isNeeded || isCarried) && !IsReadable(value, schema, isCarried ? rest : null))
                return false;
            bool Is(string word) => (bool?)(schema[word] ?? resolved[word]) == true;
        }

        return fields.IsShared || fields.Discriminator is not { } kind || members[kind] is JValue { Value: not null };
    }

    // A property refers to its type by $ref, or by allOf with a description beside it.
    private JObject Target(JObject schema) => (JObject)Resolve(schema["allOf"] is JArray { Count: 1 } only && only[0]["$ref"] is not null && schema["properties"] is null ? only[0] : schema);

    private Fields View(JObject schema, JObject value)
    {
        var reference = (string?)(schema["$ref"] ?? (schema["allOf"] as JArray)?[0]["$ref"]);
        var fields = new Fields(reference is not null && _shared.Contains(reference.Split('/')[^1]));
        Add(Target(schema));
        return fields;

        void Add(JObject part)
        {
            foreach (var inner in part["allOf"]?.Cast<JObject>() ?? [])
                Add((JObject)Resolve(inner));
            foreach (var property in (part["properties"] as JObject ?? []).Properties())
                fields.Properties[property.Name] = (JObject)property.Value;
            fields.Required.UnionWith(part["required"]?.Select(name => (string)name!) ?? []);
            if ((string?)part["discriminator"]?["propertyName"] is not { } kind)
                return;
            fields.Discriminator ??= kind;
            if ((string?)part["discriminator"]!["mapping"]?[(string?)(value[kind] as JValue) ?? string.Empty] is { } branch)
                Add((JObject)Resolve(new JObject { ["$ref"] = branch }));
        }
    }

    private static bool IsNothing(JToken value) => value is JValue { Value: null };

    private sealed class Fields(bool isShared)
    {
        public bool IsShared { get; } = isShared;

        public Dictionary<string, JObject> Properties { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

        public string? Discriminator { get; set; }
    }
}
