namespace Vonage.Core;

/// <summary>Where a request goes, ready to have a path appended.</summary>
/// <param name="text">Scheme, host, port and base path, without a slash at the end.</param>
/// <param name="isTrusted">Whether credentials may go there.</param>
/// <param name="path">The path of the operation that it was found for, where that is always the same.</param>
internal sealed class ServerAddress(string text, bool isTrusted, string? path = null)
{
    private readonly Uri? _whole = path is null ? null : Join(text, path, string.Empty);

    public string Text { get; } = text;

    public bool IsTrusted { get; } = isTrusted;

    /// <summary>The address with a path and a query, both escaped.</summary>
    public Uri With(string requestPath, string query) =>
        _whole is not null && query.Length == 0 && requestPath == path ? _whole : Join(Text, requestPath, query);

    private static Uri Join(string server, string path, string query)
    {
        var slash = path.StartsWith('/') ? string.Empty : "/";
        return new Uri(query.Length == 0 ? string.Concat(server, slash, path) : $"{server}{slash}{path}?{query}", UriKind.Absolute);
    }
}
