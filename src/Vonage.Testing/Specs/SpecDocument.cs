using System.Collections.Concurrent;

namespace Vonage.Testing.Specs;

/// <summary>One OpenAPI document, and the way from a reference in it to what is meant.</summary>
internal sealed class SpecDocument(string path, string text, Func<string, SpecDocument> neighbour)
{
    private readonly ConcurrentDictionary<string, SpecNode> _references = new(StringComparer.Ordinal);
    private readonly YamlBlock _root = new(text);

    /// <summary>The file's path below <c>specs/</c>, such as <c>voice.yaml</c>.</summary>
    public string Path { get; } = path;

    /// <summary>The path without its extension: <c>voice</c>.</summary>
    public string Name { get; } = System.IO.Path.ChangeExtension(path, null);

    public SpecNode Servers => Section("servers");

    public IEnumerable<SpecPath> Paths => _root.Children.TryGetValue("paths", out var paths)
        ? paths.Children.Select(item => new SpecPath(this, item.Key, item.Value))
        : [];

    public SpecNode SecurityScheme(string name) => Follow("#/components/securitySchemes/" + name);

    /// <summary>What <c>#/components/schemas/Call</c> or <c>common.yaml#/components/…</c> stands for.</summary>
    public SpecNode Follow(string reference) => _references.GetOrAdd(reference, Find);

    private SpecNode Section(string name) => _root.Children.TryGetValue(name, out var section) ? new(this, section.Value) : default;

    private SpecNode Find(string reference)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var document = hash > 0 ? neighbour(Beside(reference[..hash])) : this;
        var node = document.At([.. reference[(hash + 1)..].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Unescape)]);
        return node.Exists ? node : throw new InvalidDataException($"{Path}: nothing is at {reference}.");
    }

    private SpecNode At(string[] steps)
    {
        var block = _root;
        var depth = 0;
        for (; depth < steps.Length && block.Children.TryGetValue(steps[depth], out var child); depth++)
            block = child;
        var node = new SpecNode(this, block.Value);
        foreach (var step in steps[depth..])
            node = node[step];
        return node;
    }

    private string Beside(string relative) => new Uri(new Uri("specs:///" + Path), relative).AbsolutePath.TrimStart('/');

    private static string Unescape(string step) =>
        Uri.UnescapeDataString(step).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
