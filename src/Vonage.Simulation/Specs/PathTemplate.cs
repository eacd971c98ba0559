namespace Vonage.Simulation.Specs;

/// <summary>A path with parameters, such as <c>/v1/calls/{uuid}</c>. A segment can contain text before and after its parameter.</summary>
internal sealed class PathTemplate
{
    private readonly Segment[] _segments;

    public PathTemplate(string text)
    {
        Text = text;
        _segments = [.. Split(text).Select(Segment.Parse)];
    }

    public string Text { get; }

    /// <summary>The text without the names of the parameters.</summary>
    public string Shape => string.Join('/', _segments.Select(segment => segment.Name is null ? segment.Prefix : $"{segment.Prefix}{{}}{segment.Suffix}"));

    public int Length => _segments.Length;

    /// <summary>The amount of fixed text. If several templates match, the one with the most fixed text is used.</summary>
    public int Fixed => _segments.Sum(segment => segment.Name is null ? 1000 : segment.Prefix.Length + segment.Suffix.Length);

    public static string[] Split(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Gets the values of the parameters in <paramref name="path"/> (whose segments are unescaped); null if it does not match.</summary>
    public IReadOnlyDictionary<string, string>? Match(string[] path)
    {
        if (path.Length != _segments.Length)
            return null;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < path.Length; i++)
        {
            if (!_segments[i].Accepts(path[i]))
                return null;
            if (_segments[i].Name is { } name)
                values[name] = path[i][_segments[i].Prefix.Length..^_segments[i].Suffix.Length];
        }
        return values;
    }

    private sealed record Segment(string Prefix, string? Name, string Suffix)
    {
        public static Segment Parse(string text)
        {
            var open = text.IndexOf('{', StringComparison.Ordinal);
            var close = text.IndexOf('}', StringComparison.Ordinal);
            return open < 0 || close < open ? new(text, null, "") : new(text[..open], text[(open + 1)..close], text[(close + 1)..]);
        }

        public bool Accepts(string text) => Name is null
            ? text == Prefix
            : text.Length > Prefix.Length + Suffix.Length
              && text.StartsWith(Prefix, StringComparison.Ordinal) && text.EndsWith(Suffix, StringComparison.Ordinal);
    }
}
