namespace Vonage.Simulation.Specs;

/// <summary>Finds the operation of a request.</summary>
internal sealed class RouteTable(IReadOnlyList<SpecPath> paths)
{
    // Paths that differ only in the names of their parameters are one path of several documents.
    private readonly ILookup<int, List<SpecPath>> _byLength = paths.GroupBy(path => path.Template.Shape, StringComparer.Ordinal).Select(same => same.ToList())
        .OrderByDescending(same => same[0].Template.Fixed).ToLookup(same => same[0].Template.Length);

    /// <summary>All hosts that a document names.</summary>
    public IReadOnlySet<string> Hosts { get; } = paths.SelectMany(path => path.Hosts).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <param name="host">The host of the API, if the request names one. At an unknown host, all paths are found.</param>
    /// <param name="method">The method of the request.</param>
    /// <param name="path">The path without the host, still escaped.</param>
    /// <param name="isLenient">Determines whether an operation can be called by GET and POST alike.</param>
    public Route Find(string? host, string method, string path, Func<SpecOperation, bool> isLenient)
    {
        if (host is not null && !Hosts.Contains(host))
            host = null;
        var segments = Array.ConvertAll(PathTemplate.Split(path), Uri.UnescapeDataString);
        var allowed = new List<string>();
        RoutedOperation? other = null;
        foreach (var same in _byLength[segments.Length])
        {
            var found = new List<RoutedOperation>();
            foreach (var candidate in same)
            {
                if (candidate.Template.Match(segments) is not { } values)
                    break;
                foreach (var operation in candidate.Operations)
                {
                    // A path without fixed text would match what is meant for another API.
                    if (host is null ? candidate.Template.Fixed == 0 : !operation.Hosts.Contains(host, StringComparer.OrdinalIgnoreCase))
                        continue;
                    allowed.Add(operation.Method);
                    if (operation.Method == method && (found.Count == 0 || operation.Hosts.Intersect(found[0].Operation.Hosts, StringComparer.OrdinalIgnoreCase).Any()))
                        found.Add(new RoutedOperation(operation, values));
                    else if (method is "GET" or "POST" && isLenient(operation))
                        other ??= new RoutedOperation(operation, values);
                }
            }
            if (found.Count > 0)
                return new Route(found, []);
        }
        return other is null ? new Route([], [.. allowed.Distinct()]) : new Route([other], []);
    }
}

/// <summary>The result of routing.</summary>
/// <param name="Operations">The operations with the method and path of the request: several if several documents have them.</param>
/// <param name="Allowed">If there is no operation: the methods that the path supports.</param>
internal sealed record Route(IReadOnlyList<RoutedOperation> Operations, IReadOnlyList<string> Allowed);

/// <summary>An operation for a request.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Path">The values of the path parameters.</param>
internal sealed record RoutedOperation(SpecOperation Operation, IReadOnlyDictionary<string, string> Path);
