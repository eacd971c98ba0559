using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Specs;

/// <summary>An OpenAPI document as the generator works on it: one self-contained JSON tree, and which of its schemas are shared ones.</summary>
internal sealed class Spec
{
    /// <summary>What several documents of a folder share.</summary>
    public const string SharedFile = "common.yaml";

    private const string SharedPrefix = SharedFile + "#/";

    private IReadOnlyList<Fault> _unknown = [];
    private IReadOnlyList<Fault> _unknownExtensions = [];

    private Spec(string name, JObject root)
    {
        Name = name;
        Root = root;
    }

    public string Name { get; }

    public JObject Root { get; }

    /// <summary>Schemas that come from <c>common.yaml</c>: their types are in the shared package.</summary>
    public HashSet<string> SharedSchemas { get; } = new(StringComparer.Ordinal);

    public JObject Schemas => Component("schemas");

    /// <summary>
    /// Refuses, in this repository's own specs, what a document may say without effect: unknown extensions, and required fields without a
    /// property. In other documents, a field that OpenAPI does not have is a warning.
    /// </summary>
    public void CheckWords(bool isOwn)
    {
        if (isOwn && _unknown.Concat(_unknownExtensions).Concat(RequiredWithoutProperty()).ToList() is { Count: > 0 } faults)
            throw new SpecException(faults);
        Warnings.AddRange(_unknown);
    }

    private IEnumerable<Fault> RequiredWithoutProperty() =>
        Schemas.Properties().Select(s => (JObject)s.Value).Where(schema => schema["properties"] is JObject)
            .SelectMany(schema => (schema["required"] as JArray ?? []).Where(name => schema["properties"]![(string)name!] is null))
            .Select(name => new Fault($"'{name}' is required, but there is no such property. Declare it, or remove the name.", Place.Of(name)));

    /// <summary>What the author should know, but what stops nothing.</summary>
    public List<Fault> Warnings { get; } = [];

    public void Warn(string text, JToken at) => Warnings.Add(new Fault(text, Place.Of(at)));

    /// <summary>Every reference of the document.</summary>
    public IEnumerable<JValue> Links() => ReferencesIn(Root).Where(reference => !Marks.IsData(reference));

    /// <summary>The files that it was read from, without overlays.</summary>
    public IReadOnlyList<string> Files { get; private set; } = [];

    /// <summary>Reads a document, and what it refers to.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="overlays">Overlays that change it first.</param>
    /// <param name="hasShared">Whether the types of a <c>common.yaml</c> beside it are in another package.</param>
    public static Spec Load(string path, IReadOnlyList<string> overlays, bool hasShared = true)
    {
        var spec = new Spec(Path.GetFileNameWithoutExtension(path), YamlFile.Read(path));
        foreach (var overlay in overlays)
            Overlays.Overlay.Apply(spec.Root, overlay);
        spec.Files = Bundle.Complete(spec.Root, path, hasShared);
        spec.BringToVersion30();
        ForeignExtensions.Translate(spec.Root);
        ForeignPaging.Translate(spec);
        (spec._unknown, spec._unknownExtensions) = ShapeCheck.Document(spec.Root);
        if (hasShared)
            spec.BringInShared(Path.GetDirectoryName(path)!);
        Marks.Drop(spec);
        References.Check(spec);
        spec.CheckServers();
        return spec;
    }

    /// <summary>The document by itself, as JSON: what it refers to in other files stands among its components.</summary>
    public string ToBundle()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using (var json = new JsonTextWriter(text) { Formatting = Formatting.Indented })
            Root.WriteTo(json);
        return text + "\n";
    }

    /// <summary>Whether a schema requires a property.</summary>
    public static bool IsRequired(JObject schema, string property) => schema["required"]?.Any(r => (string?)r == property) == true;

    /// <summary>The schema itself, or the one it refers to. A reference wrapped in a single <c>allOf</c> (to carry a description) counts.</summary>
    public JObject Resolve(JObject schema) => ReferenceOf(schema) is { } name ? Resolve(Schema(name)) : schema;

    /// <summary>The name of the schema that this one merely refers to, or null.</summary>
    public static string? ReferenceOf(JObject schema)
    {
        if ((string?)schema["$ref"] is { } reference)
            return reference[(reference.LastIndexOf('/') + 1)..];
        return schema["allOf"] is JArray { Count: 1 } all && schema["properties"] is null && all[0]["$ref"] is not null ? ReferenceOf((JObject)all[0]) : null;
    }

    public JObject Schema(string name) => Component("schemas", name);

    /// <summary>A component, which must be there.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="name">The name.</param>
    /// <param name="at">What names it.</param>
    public JObject Component(string kind, string name, JToken? at = null) =>
        ((Root["components"] as JObject)?[kind] as JObject)?[name] as JObject ?? throw new SpecException($"components.{kind} has no '{name}'.", at);

    /// <summary>Every operation with its path, method and path-level parameters merged in.</summary>
    public IEnumerable<(string Path, string Method, JObject Operation)> Operations()
    {
        foreach (var path in ((JObject?)Root["paths"] ?? []).Properties())
            foreach (var operation in ((JObject)path.Value).Properties())
                if (operation.Name is "get" or "put" or "post" or "delete" or "patch" or "head" or "options" or "trace")
                    yield return (path.Name, operation.Name, (JObject)operation.Value);
    }

    /// <summary>A parameter, response or request body: itself, or the component that it refers to.</summary>
    public JObject Dereference(JObject value)
    {
        while ((string?)value["$ref"] is { } reference)
            value = reference[2..].Split('/').Aggregate((JToken?)Root, (at, part) => at?[part]) as JObject
                ?? throw new SpecException($"'{reference}' leads nowhere.", value);
        return value;
    }

    /// <summary>The parts of an operation whose schemas become types: parameters, body, documented successes.</summary>
    public IEnumerable<JContainer> RootsOf(JObject operation)
    {
        foreach (var parameter in (operation["parameters"] as JArray ?? []).Concat((operation.Parent?.Parent as JObject)?["parameters"] as JArray ?? []))
            yield return Dereference((JObject)parameter);
        if (operation["requestBody"] is JObject body)
            yield return Dereference(body);
        foreach (var response in SuccessesOf(operation))
            yield return response;
    }

    /// <summary>The documented successes of an operation, in the order of their status; without any, what is documented for every status.</summary>
    public IReadOnlyList<JObject> SuccessesOf(JObject operation)
    {
        var responses = ((JObject?)operation["responses"] ?? []).Properties().ToList();
        var successes = responses.Where(r => r.Name.StartsWith('2')).OrderBy(r => r.Name, StringComparer.Ordinal).ToList();
        return [.. (successes.Count > 0 ? successes : responses.Where(r => r.Name == "default")).Select(r => Dereference((JObject)r.Value))];
    }

    /// <summary>The documented errors of an operation.</summary>
    public IEnumerable<JObject> ErrorsOf(JObject operation) =>
        ((JObject?)operation["responses"] ?? []).Properties().Where(r => !r.Name.StartsWith('2')).Select(r => Dereference((JObject)r.Value)).Except(SuccessesOf(operation));

    private void BringToVersion30()
    {
        var version = Root["openapi"] ?? Root["swagger"];
        switch ((Root["openapi"] is null ? "Swagger " : "OpenAPI ") + version)
        {
            case var text when text.StartsWith("OpenAPI 3.0", StringComparison.Ordinal):
                OpenApi31.Forgive(Root);
                break;
            case var text when text.StartsWith("OpenAPI 3.1", StringComparison.Ordinal):
                OpenApi31.Convert(Root);
                break;
            case var text when text.StartsWith("Swagger 2", StringComparison.Ordinal):
                Swagger2.Convert(Root);
                break;
            case var text:
                throw new SpecException($"This is {(version is null ? "no OpenAPI document: it has no 'openapi' with its version" : text)}. OpenAPI 3.0 and 3.1 and Swagger 2.0 are supported: 'openapi: 3.0.3'.", version ?? Root);
        }
    }

    /// <summary>Everything that can name servers.</summary>
    public IEnumerable<JObject> ServerPlaces() => Operations().Select(o => o.Operation).Concat(((JObject)Root["paths"]!).PropertyValues().OfType<JObject>()).Append(Root);

    private void CheckServers()
    {
        foreach (var server in ServerPlaces().SelectMany(place => place["servers"] as JArray ?? []))
            Servers.Check((JObject)server);
    }

    private JObject Component(string kind)
    {
        var components = (JObject)(Root["components"] ??= new JObject());
        return (JObject)(components[kind] ??= new JObject());
    }

    private void BringInShared(string directory)
    {
        var path = Path.Combine(directory, SharedFile);
        var shared = File.Exists(path) ? YamlFile.Read(path) : null;
        if (shared is not null)
            ShapeCheck.Shared(shared);
        var wanted = new Queue<JToken>([Root]);
        while (wanted.TryDequeue(out var tree))
            foreach (var reference in ReferencesIn(tree))
                if (Localize(reference) is { } component)
                    wanted.Enqueue(component);

        JToken? Localize(JValue reference)
        {
            var target = (string)reference.Value!;
            var leadsThere = target.StartsWith(SharedPrefix, StringComparison.Ordinal);
            if (!leadsThere && !IsShared(reference))
                return null;
            var pointer = target[(leadsThere ? SharedPrefix.Length : "#/".Length)..];
            reference.Value = "#/" + pointer;
            var parts = pointer.Split('/');
            if (parts is not ["components", var kind, var name])
                throw new SpecException($"'{target}' must name a component of common.yaml.", reference);
            var home = Component(kind);
            if (home[name] is not null)
            {
                if (kind == "schemas" && !SharedSchemas.Contains(name))
                    throw new SpecException($"Schema '{name}' is declared here and in common.yaml. Give one of them another name.", home[name]);
                return null;
            }
            var copy = shared?["components"]?[kind]?[name]?.DeepClone() ?? throw new SpecException($"'{target}' leads nowhere.", reference);
            copy.AddAnnotation(SharedMark.Instance);
            home[name] = copy;
            if (kind == "schemas")
                SharedSchemas.Add(name);
            return copy;
        }

        static bool IsShared(JToken token) => token.AncestorsAndSelf().Any(t => t.Annotation<SharedMark>() is not null);
    }

    /// <summary>The references in a tree.</summary>
    public static List<JValue> ReferencesIn(JToken tree) =>
        [.. ((JContainer)tree).DescendantsAndSelf().OfType<JProperty>().Where(p => p.Name == "$ref" && p.Value is JValue { Type: JTokenType.String }).Select(p => (JValue)p.Value)];

    private sealed class SharedMark
    {
        public static readonly SharedMark Instance = new();
    }
}
