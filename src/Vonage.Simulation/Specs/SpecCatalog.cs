using System.Reflection;
using Vonage.Simulation.Specs;

namespace Vonage.Simulation;

/// <summary>The OpenAPI documents of a provider's APIs, and the operations in them. They never change: one instance serves all simulators of a process.</summary>
public sealed class SpecCatalog
{
    private const string Folder = "specs/";

    /// <summary>Initializes a catalog of some documents.</summary>
    /// <param name="documents">The documents as JSON by their name. Each is complete: its references lead into its own components.</param>
    public SpecCatalog(IReadOnlyDictionary<string, string> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        // Where two documents have a path and the request names no host, the first is meant: one outside of folders, then by name.
        Paths = [.. documents.OrderBy(document => document.Key.Count(character => character == '/')).ThenBy(document => document.Key, StringComparer.Ordinal)
            .SelectMany(document => new SpecDocument(document.Key, document.Value).Paths)];
        Routes = new RouteTable(Paths);
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

    internal IReadOnlyList<SpecPath> Paths { get; }

    internal IEnumerable<SpecOperation> Operations => Paths.SelectMany(path => path.Operations);

    /// <summary>The operation that is meant by <c>voice.createCall</c>, or by <c>createCall</c> where only one is called so.</summary>
    internal SpecOperation Named(string name)
    {
        var (spec, id) = name.LastIndexOf('.') is var dot and >= 0 ? (name[..dot], name[(dot + 1)..]) : (null, name);
        var found = Operations.Where(operation => operation.Id == id && (spec is null || operation.Spec == spec)).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw new ArgumentException($"No operation is called '{name}'.", nameof(name)),
            _ => throw new ArgumentException($"'{name}' may be {string.Join(" or ", found)}.", nameof(name)),
        };
    }
}
