using System.Collections.Concurrent;
using System.Text.Json;

namespace Vonage.Simulation.Specs;

/// <summary>An OpenAPI document, which resolves its references.</summary>
internal sealed class SpecDocument(string name, string json)
{
    private readonly ConcurrentDictionary<string, SpecNode> _references = new(StringComparer.Ordinal);
    private readonly JsonElement _root = JsonElement.Parse(json, new JsonDocumentOptions { MaxDepth = 256 });

    /// <summary>The name of the document: <c>voice</c>.</summary>
    public string Name { get; } = name;

    public SpecNode Servers => Root["servers"];

    public IEnumerable<SpecPath> Paths => Root["paths"].Members.Select(path => new SpecPath(this, path.Key, path.Value));

    private SpecNode Root => new(this, _root);

    public SpecNode SecurityScheme(string name) => Follow("#/components/securitySchemes/" + name);

    /// <summary>Resolves a reference such as <c>#/components/schemas/Call</c>.</summary>
    public SpecNode Follow(string reference) => _references.GetOrAdd(reference, Find);

    private SpecNode Find(string reference)
    {
        var node = reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(Root, (node, step) => node[Unescape(step)]);
        return node.Exists ? node : throw new InvalidDataException($"{Name}: the reference {reference} cannot be resolved.");
    }

    private static string Unescape(string step) =>
        Uri.UnescapeDataString(step).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
