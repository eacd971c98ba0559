using System.Reflection;

namespace Vonage.Testing.Specs;

/// <summary>All documents, and the operations in them.</summary>
internal sealed class SpecCatalog
{
    private const string Folder = "specs/";
    private static readonly Lazy<SpecCatalog> OfThisPackage = new(() => new SpecCatalog(EmbeddedFiles()));

    private readonly IReadOnlyList<(SpecDocument Document, SpecPath Path)> _paths;

    /// <param name="files">The documents' text by their path below <c>specs/</c>, by which they refer to each other.</param>
    public SpecCatalog(IReadOnlyDictionary<string, string> files)
    {
        var documents = new Dictionary<string, SpecDocument>(StringComparer.Ordinal);
        foreach (var (path, text) in files)
            documents[path] = new SpecDocument(path, text, other => documents[other]);
        // Where two documents have a path and the request names no host, Vonage's goes before another provider's in a folder.
        _paths = [.. documents.Values.OrderBy(document => document.Path.Count(character => character == '/')).ThenBy(document => document.Path, StringComparer.Ordinal)
            .SelectMany(document => document.Paths.Select(path => (document, path)))];
        Routes = new RouteTable([.. Paths]);
    }

    /// <summary>The documents that this package carries. They never change, so a process has them once.</summary>
    public static SpecCatalog Embedded => OfThisPackage.Value;

    public RouteTable Routes { get; }

    public IEnumerable<SpecPath> Paths => _paths.Select(path => path.Path);

    public IEnumerable<SpecOperation> Operations => Paths.SelectMany(path => path.Operations);

    /// <summary>The operation that is meant by <c>voice.createCall</c>, or by <c>createCall</c> where only one is called so.</summary>
    public SpecOperation Named(string name)
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

    private static Dictionary<string, string> EmbeddedFiles()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .ToDictionary(name => name[Folder.Length..], name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return reader.ReadToEnd();
            });
    }
}
