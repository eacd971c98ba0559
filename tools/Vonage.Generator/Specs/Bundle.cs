using System.Globalization;
using Newtonsoft.Json.Linq;
using Vonage.Generator.Emission;

namespace Vonage.Generator.Specs;

/// <summary>
/// Puts what a document refers to in other files, and in places of its own that are no components, among its components. Files are read from
/// the document's folder and those below it only, and nothing from the network: a document from outside reaches nothing else.
/// </summary>
internal sealed class Bundle
{
    private const int MostFiles = 1000;
    private const int MostCopies = 100_000;
    private const string PathItems = "pathItems";

    // The kind of component that stands in a map of each name.
    private static readonly Dictionary<string, string> Maps = new(StringComparer.Ordinal)
    {
        ["properties"] = "schemas",
        ["patternProperties"] = "schemas",
        ["schemas"] = "schemas",
        ["definitions"] = "schemas",
        ["$defs"] = "schemas",
        ["dependentSchemas"] = "schemas",
        ["responses"] = "responses",
        ["parameters"] = "parameters",
        ["examples"] = "examples",
        ["requestBodies"] = "requestBodies",
        ["headers"] = "headers",
        ["securitySchemes"] = "securitySchemes",
        ["securityDefinitions"] = "securitySchemes",
        ["links"] = "links",
        ["callbacks"] = "callbacks",
        ["paths"] = PathItems,
        ["webhooks"] = PathItems,
        [PathItems] = PathItems,
    };

    // Where Swagger 2.0 has its components.
    private static readonly Dictionary<string, string> SwaggerHomes = new(StringComparer.Ordinal)
    {
        ["schemas"] = "definitions",
        ["responses"] = "responses",
        ["parameters"] = "parameters",
        ["securitySchemes"] = "securityDefinitions",
    };

    // What a pointer goes through, which names nothing.
    private static readonly HashSet<string> Steps =
        [.. Maps.Keys, "schema", "items", "content", "requestBody", "components", "additionalProperties", "allOf", "oneOf", "anyOf", "not"];

    private static readonly string[] Extensions = [".yaml", ".yml", ".json"];

    private readonly JObject _root;
    private readonly string _given;
    private readonly string _path;
    private readonly string _folder;
    private readonly string? _shared;
    private readonly bool _isSwagger;
    private readonly Dictionary<string, JObject> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<(JObject Value, string Kind), string> _names = [];
    private readonly HashSet<JObject> _usedPaths = [];
    private readonly Queue<JObject> _next = new();
    private int _copies;

    private Bundle(JObject root, string path, bool hasShared)
    {
        _root = root;
        _given = path;
        _path = Path.GetFullPath(path);
        _folder = Path.GetDirectoryName(_path)!;
        _shared = hasShared && Path.GetFileName(_path) != Spec.SharedFile ? Path.Combine(_folder, Spec.SharedFile) : null;
        _isSwagger = root["swagger"] is not null;
        _files[_path] = root;
    }

    /// <summary>Makes a document one that refers to its own components only, and to what several documents share.</summary>
    /// <param name="root">The document.</param>
    /// <param name="path">Its file.</param>
    /// <param name="hasShared">Whether <c>common.yaml</c> is what several documents share, of which the types are in another package.</param>
    /// <returns>The files that it was read from.</returns>
    public static IReadOnlyList<string> Complete(JObject root, string path, bool hasShared) => new Bundle(root, path, hasShared).Complete();

    private List<string> Complete()
    {
        NameWhatComponentsReferTo();
        _next.Enqueue(_root);
        while (_next.TryDequeue(out var tree))
        {
            foreach (var reference in Spec.ReferencesIn(tree).Where(IsOpen))
                Localize(reference);
            foreach (var mapped in MappingsIn(tree).Where(IsOpen))
                Map(mapped);
        }
        return [.. _files.Keys];
    }

    private static bool IsOpen(JValue reference) => !Marks.IsData(reference) && reference.Annotation<Done>() is null;

    // The file that a reference was written in, wherever it was copied to.
    private string FileWith(JValue reference) => Place.Of(reference)?.File is { } file && file != _given ? file : _path;

    // A component that is another file's has the name that the document gives it.
    private void NameWhatComponentsReferTo()
    {
        foreach (var (kind, home) in Maps.Values.Distinct().Where(kind => kind != PathItems).Select(kind => (kind, HomeOf(kind))))
            foreach (var component in (home ?? []).Properties().ToList())
                if (component.Value is JObject { Count: 1 } value && value["$ref"] is JValue { Type: JTokenType.String } reference && Find(reference) is { } target && target.File != _path && _names.TryAdd((target.Value, kind), component.Name))
                    component.Value = target.Value.DeepClone();
    }

    private void Localize(JValue reference)
    {
        var holder = (JObject)reference.Parent!.Parent!;
        if (Find(reference) is not { } target)
            reference.AddAnnotation(Done.Instance);
        else if (KindOf(holder) is not PathItems and var kind)
            Link(reference, target, kind);
        else
            TakePath(holder, reference, target);
    }

    private void Link(JValue reference, Target target, string kind)
    {
        reference.Value = target.File == _path && IsComponent(target.Pointer) ? "#" + target.Pointer : LinkTo(target, kind, reference);
        reference.AddAnnotation(Done.Instance);
    }

    private string LinkTo(Target target, string kind, JValue reference)
    {
        if (_isSwagger && !SwaggerHomes.ContainsKey(kind))
            throw new SpecException($"'{reference.Value}' cannot be referred to from here in Swagger 2.0. Write it here.", reference);
        if (!_names.TryGetValue((target.Value, kind), out var name))
        {
            var home = HomeOf(kind) ?? MakeHome(kind);
            _names[(target.Value, kind)] = name = Unique.Name(NameOf(target.File, target.Pointer), home.Properties().Select(p => p.Name).ToHashSet(StringComparer.Ordinal));
            var copy = (JObject)target.Value.DeepClone();
            home[name] = copy;
            _next.Enqueue(copy);
        }
        return $"#/{(_isSwagger ? SwaggerHomes[kind] : "components/" + kind)}/{name}";
    }

    // There is no component for a path: its operations are copied to where it is referred to.
    private void TakePath(JObject holder, JValue reference, Target target)
    {
        var way = new HashSet<JObject> { holder };
        while (target.Value["$ref"] is JValue { Type: JTokenType.String } further && way.Add(target.Value))
            target = Find(further) ?? target;
        var taken = new Taken(target.Value);
        if (target.Value["$ref"] is not null || holder.Ancestors().Any(outer => outer == target.Value || outer.Annotation<Taken>() == taken))
            throw new SpecException($"The path '{reference.Value}' refers to itself in a circle.", reference);
        // An operation that stands in two places has its name in one.
        var isUsed = !_usedPaths.Add(target.Value) || (target.File == _path && target.Pointer.StartsWith("/paths/", StringComparison.Ordinal));
        if (isUsed && (_copies += target.Value.Descendants().Count()) > MostCopies)
            throw new SpecException($"The paths that stand in several places expand to more than {MostCopies} values.", reference);
        reference.Parent!.Remove();
        holder.AddAnnotation(taken);
        foreach (var member in ((JObject)target.Value.DeepClone()).Properties().ToList())
        {
            if (isUsed)
                (member.Value as JObject)?.Remove("operationId");
            member.Remove();
            holder.TryAdd(member.Name, member.Value);
        }
        _next.Enqueue(holder);
    }

    // A mapping has the name of a schema, or a reference to one.
    private void Map(JValue mapped)
    {
        var text = (string)mapped.Value!;
        var file = FileWith(mapped);
        var isReference = text.Contains('/', StringComparison.Ordinal) || text.Contains('#', StringComparison.Ordinal) || Extensions.Contains(Path.GetExtension(text).ToLowerInvariant());
        if (file == _path && (!isReference || text.StartsWith('#')))
            return;
        if (!isReference)
            mapped.Value = "#/components/schemas/" + text;
        if (Find(mapped) is { } target)
            Link(mapped, target, "schemas");
    }

    private static List<JValue> MappingsIn(JObject tree) =>
        [.. tree.DescendantsAndSelf().OfType<JProperty>().Where(p => p is { Name: "discriminator", Value: JObject } && !Marks.IsData(p)).SelectMany(p => (p.Value["mapping"] as JObject ?? []).PropertyValues()).OfType<JValue>().Where(v => v.Type == JTokenType.String)];

    // What a reference leads to; null where that is what several documents share.
    private Target? Find(JValue reference)
    {
        var text = (string)reference.Value!;
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        var pointer = hash < 0 ? string.Empty : text[(hash + 1)..];
        var file = hash == 0 ? FileWith(reference) : FileOf(hash < 0 ? text : text[..hash], reference);
        if (file == _shared)
        {
            reference.Value = $"{Spec.SharedFile}#{pointer}";
            return null;
        }
        var value = file == _path && pointer.Length == 0 ? null : (JToken?)Read(file, reference);
        foreach (var part in PartsOf(pointer))
            value = value is JArray list ? int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count ? list[index] : null : (value as JObject)?[part];
        if (value is JObject found && (pointer.Length == 0 || pointer[0] == '/'))
            return new(file, pointer, found);
        throw new SpecException(file == _path && pointer.Split('/') is ["", "components", var kind, var name] ? $"components.{kind} has no '{name}'." : $"'{text}' leads nowhere. Refer to a component, such as #/components/schemas/Thing, or to a file.", reference);
    }

    private static IEnumerable<string> PartsOf(string pointer) =>
        pointer.Split('/').Skip(1).Select(part => Uri.UnescapeDataString(part).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));

    private string FileOf(string name, JValue reference)
    {
        if (name.StartsWith("//", StringComparison.Ordinal) || name.Contains("://", StringComparison.Ordinal))
            throw new SpecException($"'{reference.Value}' is on the network, and nothing is read from there. Save it in the document's folder, and refer to the file.", reference);
        var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(FileWith(reference))!, Uri.UnescapeDataString(name).Replace('\0', '?')));
        if (!path.StartsWith(_folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal) || FollowsLink(path))
            throw new SpecException($"'{reference.Value}' is outside the document's folder. Refer to files in this folder, or in folders below it.", reference);
        return path == _shared || File.Exists(path) ? path : throw new SpecException($"'{reference.Value}' leads nowhere: there is no such file.", reference);
    }

    private bool FollowsLink(string path)
    {
        for (var at = path; at.Length > _folder.Length; at = Path.GetDirectoryName(at)!)
            if (new FileInfo(at).LinkTarget is not null)
                return true;
        return false;
    }

    private JObject Read(string file, JValue reference)
    {
        if (_files.TryGetValue(file, out var known))
            return known;
        if (_files.Count == MostFiles)
            throw new SpecException($"The document consists of more than {MostFiles} files.", reference);
        var root = _files[file] = YamlFile.Read(file);
        return (root["swagger"] ?? root["openapi"]) is null || root["swagger"] is not null == _isSwagger
            ? root
            : throw new SpecException($"'{reference.Value}' and the document are of different versions: {(_isSwagger ? "Swagger 2.0" : "OpenAPI 3")} can only refer to its own.", reference);
    }

    private bool IsComponent(string pointer) => pointer.Split('/') switch
    {
        ["", "components", not PathItems, _] => !_isSwagger,
        ["", var home, _] => _isSwagger && SwaggerHomes.ContainsValue(home),
        _ => false,
    };

    private JObject? HomeOf(string kind) =>
        _isSwagger ? _root[SwaggerHomes.GetValueOrDefault(kind, kind)] as JObject : (_root["components"] as JObject)?[kind] as JObject;

    // What is of the wrong kind stays, and is found afterwards.
    private JObject MakeHome(string kind)
    {
        var owner = _isSwagger ? _root : (_root["components"] ??= new JObject()) as JObject;
        var home = owner is null ? null : owner[_isSwagger ? SwaggerHomes[kind] : kind] ??= new JObject();
        return home as JObject ?? throw new SpecException("'components' must be an object, and so must be all in it.", _root["components"]);
    }

    // By what the pointer ends with; for a whole file, by its name.
    private static string NameOf(string file, string pointer)
    {
        var named = PartsOf(pointer).Where(part => part.Any(char.IsAsciiLetter) && !Steps.Contains(part) && part.IndexOf('/', StringComparison.Ordinal) <= 0).ToList();
        var name = named switch
        {
            [] => Path.GetFileName(file).Split('.')[0],
            [var only] => only,
            _ => string.Concat(named.TakeLast(2).Select(Names.Pascal)),
        };
        var plain = name.All(IsPlain) ? name : string.Concat(Names.Pascal(name).Where(IsPlain));
        return plain.Length > 0 ? plain : "Part";
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_';

    private static string KindOf(JObject holder) => holder.Parent switch
    {
        JArray { Parent: JProperty { Name: "parameters" } } => "parameters",
        JProperty { Parent.Parent: JProperty map } when !Marks.IsNamed(map) && Maps.TryGetValue(map.Name, out var kind) => kind,
        JProperty { Parent.Parent: JProperty { Parent.Parent: JProperty { Name: "callbacks" } } } => PathItems,
        JProperty { Name: "requestBody" } => "requestBodies",
        _ => "schemas",
    };

    private sealed record Target(string File, string Pointer, JObject Value);

    /// <summary>The mark of a path: from where its operations were copied.</summary>
    private sealed record Taken(JObject Path);

    /// <summary>The mark of a reference that leads to a component.</summary>
    private sealed class Done
    {
        public static readonly Done Instance = new();
    }
}
