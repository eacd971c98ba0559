namespace Vonage.Core.Pipeline;

/// <summary>The address of a server, to which a path can be appended.</summary>
/// <param name="text">The scheme, host, port and base path, without a trailing slash.</param>
/// <param name="isTrusted">Whether credentials may be sent to the address.</param>
/// <param name="path">The path of the operation, if it is constant.</param>
internal sealed class ServerAddress(string text, bool isTrusted, string? path = null)
{
    private readonly Uri? _whole = path is null ? null : Join(text, path, string.Empty);
    private string? _authority;

    public string Text { get; } = text;

    /// <summary>The scheme, host and port.</summary>
    public string Authority => _authority ??= new Uri(Text, UriKind.Absolute).GetLeftPart(UriPartial.Authority);

    public bool IsTrusted { get; } = isTrusted;

    /// <summary>Appends an escaped path and query to the address.</summary>
    public Uri With(string requestPath, string query) =>
        _whole is not null && query.Length == 0 && requestPath == path ? _whole : Join(Text, requestPath, query);

    private static Uri Join(string server, string path, string query)
    {
        var slash = path.StartsWith('/') ? string.Empty : "/";
        return new Uri(query.Length == 0 ? string.Concat(server, slash, path) : $"{server}{slash}{path}?{query}", UriKind.Absolute);
    }
}
