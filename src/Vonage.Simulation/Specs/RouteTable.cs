namespace Vonage.Simulation.Specs;

/// <summary>Finds the operation of a request.</summary>
internal sealed class RouteTable(IReadOnlyList<SpecPath> paths)
{
    private readonly ILookup<int, SpecPath> _byLength =
        paths.OrderByDescending(path => path.Template.Fixed).ToLookup(path => path.Template.Length);

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
        Route? other = null;
        foreach (var candidate in _byLength[segments.Length])
        {
            if (candidate.Template.Match(segments) is not { } values)
                continue;
            foreach (var operation in candidate.Operations)
            {
                // A path without fixed text would match what is meant for another API.
                if (host is null ? candidate.Template.Fixed == 0 : !operation.Hosts.Contains(host, StringComparer.OrdinalIgnoreCase))
                    continue;
                if (operation.Method == method)
                    return new Route(operation, values, []);
                allowed.Add(operation.Method);
                if (method is "GET" or "POST" && isLenient(operation))
                    other ??= new Route(operation, values, []);
            }
        }
        return other ?? new Route(null, new Dictionary<string, string>(), [.. allowed.Distinct()]);
    }
}

/// <summary>The result of routing.</summary>
/// <param name="Operation">The operation; null if there is none.</param>
/// <param name="Path">The values of the path parameters.</param>
/// <param name="Allowed">If there is no operation: the methods that the path supports.</param>
internal sealed record Route(SpecOperation? Operation, IReadOnlyDictionary<string, string> Path, IReadOnlyList<string> Allowed);
