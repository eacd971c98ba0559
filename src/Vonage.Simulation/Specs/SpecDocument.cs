using System.Collections.Concurrent;

namespace Vonage.Simulation.Specs;

/// <summary>
/// One OpenAPI document, and the way from a reference in it to what is meant. Nothing else knows in which form documents are stored.
/// </summary>
internal sealed class SpecDocument(string path, string text, Func<string, SpecDocument> neighbour)
{
    private readonly ConcurrentDictionary<string, SpecNode> _references = new(StringComparer.Ordinal);
    private readonly YamlBlock _root = new(text);

    /// <summary>The file's path below <c>specs/</c>, such as <c>voice.yaml</c>.</summary>
    public string Path { get; } = path;

    /// <summary>The path without its extension: <c>voice</c>.</summary>
    public string Name { get; } = System.IO.Path.ChangeExtension(path, null);

    public SpecNode Servers => _root.Children.ContainsKey("servers") ? At("servers") : default;

    public IEnumerable<SpecPath> Paths => Templates.Keys.Select(template => new SpecPath(this, template));

    private IReadOnlyDictionary<string, YamlBlock> Templates => _root.Children.TryGetValue("paths", out var paths) ? paths.Children : YamlBlock.None;

    public SpecNode PathItem(string template) => At("paths", template);

    /// <summary>Whether a word occurs in a path's part of the document, told without reading it.</summary>
    public bool Mentions(string template, string word) => Templates[template].Mentions(word);

    public SpecNode SecurityScheme(string name) => Follow("#/components/securitySchemes/" + name);

    /// <summary>What <c>#/components/schemas/Call</c> or <c>common.yaml#/components/…</c> stands for.</summary>
    public SpecNode Follow(string reference) => _references.GetOrAdd(reference, Find);

    private SpecNode Find(string reference)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var document = hash > 0 ? neighbour(Beside(reference[..hash])) : this;
        var node = document.At([.. reference[(hash + 1)..].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Unescape)]);
        return node.Exists ? node : throw new InvalidDataException($"{Path}: nothing is at {reference}.");
    }

    private SpecNode At(params string[] steps)
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
