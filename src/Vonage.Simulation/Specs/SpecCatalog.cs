using System.Reflection;
using Vonage.Simulation.Specs;

namespace Vonage.Simulation;

/// <summary>The OpenAPI documents of a provider's APIs, and the operations in them. They never change: one instance serves all simulators of a process.</summary>
public sealed class SpecCatalog
{
    private const string Folder = "specs/";
    private readonly IReadOnlyList<(SpecDocument Document, SpecPath Path)> _paths;

    /// <summary>Initializes a catalog of some documents.</summary>
    /// <param name="documents">The documents' text by their path below <c>specs/</c>, by which they refer to each other.</param>
    public SpecCatalog(IReadOnlyDictionary<string, string> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var read = new Dictionary<string, SpecDocument>(StringComparer.Ordinal);
        foreach (var (path, text) in documents)
            read[path] = new SpecDocument(path, text, other => read[other]);
        // Where two documents have a path and the request names no host, the first is meant: one outside of folders, then by name.
        _paths = [.. read.Values.OrderBy(document => document.Path.Count(character => character == '/')).ThenBy(document => document.Path, StringComparer.Ordinal)
            .SelectMany(document => document.Paths.Select(path => (document, path)))];
        Routes = new RouteTable([.. Paths]);
    }

    /// <summary>The documents that a simulator's assembly carries: its resources whose names begin with <c>specs/</c>.</summary>
    /// <param name="assembly">The assembly.</param>
    public static SpecCatalog EmbeddedIn(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return new SpecCatalog(assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).ToDictionary(
            name => name[Folder.Length..],
            name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return reader.ReadToEnd();
            }));
    }

    internal RouteTable Routes { get; }

    internal IEnumerable<SpecPath> Paths => _paths.Select(path => path.Path);

    internal IEnumerable<SpecOperation> Operations => Paths.SelectMany(path => path.Operations);

    /// <summary>The operation that is meant by <c>voice.createCall</c>, or by <c>createCall</c> where only one is called so.</summary>
    internal SpecOperation Named(string name)
    {
        var (spec, id) = name.LastIndexOf('.') is var dot and >= 0 ? (name[..dot], name[(dot + 1)..]) : (null, name);
        var found = _paths.Where(path => (spec is null || path.Document.Name == spec) && path.Path.MayHave(id))
            .SelectMany(path => path.Path.Operations).Where(operation => operation.Id == id).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw new ArgumentException($"No operation is called '{name}'.", nameof(name)),
            _ => throw new ArgumentException($"'{name}' may be {string.Join(" or ", found)}.", nameof(name)),
        };
    }
}
