namespace Vonage.Simulation.Specs;

/// <summary>Finds the documented path for a path.</summary>
internal sealed class AliasTable(IEnumerable<PathAlias> aliases)
{
    private readonly List<(PathAlias Alias, PathTemplate Template)> _aliases = [.. aliases.Select(alias => (alias, new PathTemplate(alias.Path)))];

    /// <summary>Gets the documented path and the alias that was used; the path itself if there is none.</summary>
    public (string Path, PathAlias? Alias) Resolve(string path)
    {
        if (_aliases.Count == 0)
            return (path, null);
        var segments = Array.ConvertAll(PathTemplate.Split(path), Uri.UnescapeDataString);
        foreach (var (alias, template) in _aliases)
        {
            if (template.Match(segments) is { } values)
                return (values.Aggregate(alias.DocumentedPath, (text, value) => text.Replace($"{{{value.Key}}}", Uri.EscapeDataString(value.Value), StringComparison.Ordinal)), alias);
        }

        return (path, null);
    }
}
