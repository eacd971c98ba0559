using System.Collections.Concurrent;

namespace Vonage.Core.Pipeline;

/// <summary>Determines the address of a server, with the configured region and overrides applied.</summary>
internal sealed class HostMap
{
    private readonly Dictionary<string, Uri> _overrides = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _known;
    private readonly string? _region;
    private readonly ConcurrentDictionary<ApiOperation, ServerAddress> _resolved = new();
    private readonly Func<ApiOperation, ServerAddress> _resolve;

    public HostMap(IEnumerable<KeyValuePair<string, Uri>> overrides, IEnumerable<string> known, string? region)
    {
        _known = new HashSet<string>(known, StringComparer.OrdinalIgnoreCase);
        _region = region;
        _resolve = Resolve;
        foreach (var entry in overrides)
        {
            if (Uri.CheckHostName(entry.Key) == UriHostNameType.Unknown)
                throw new ArgumentException($"Hosts[\"{entry.Key}\"]: the key must be a host name, such as api.example.com, without scheme, port or path.", nameof(overrides));
            if (FindFault(entry.Value) is { } fault)
                throw new ArgumentException($"Hosts[\"{entry.Key}\"]: the address {fault}.", nameof(overrides));
            _overrides[entry.Key] = entry.Value;
        }
    }

    /// <summary>Gets the address of the server of an operation.</summary>
    public ServerAddress Find(ApiOperation operation) => _resolved.GetOrAdd(operation, _resolve);

    /// <summary>Gets the address for a request with its own host.</summary>
    /// <exception cref="InvalidRequestException">The address is not valid.</exception>
    public ServerAddress Find(ApiServer server, Uri replacement)
    {
        if (FindFault(replacement) is { } fault)
            throw new InvalidRequestException("RequestOptions.Host", $"is an address that {fault}.");
        return Compose(replacement, BasePath(server.AddressIn(_region)));
    }

    /// <summary>
    /// Gets the address for a full URL. It is trusted if the URL uses HTTPS and one of the provider's hosts, if the user overrides that host,
    /// or if the URL is the target of an override, on the local machine or over HTTPS.
    /// </summary>
    /// <exception cref="InvalidRequestException">The URL is not valid.</exception>
    public ServerAddress Find(Uri url)
    {
        if (!url.IsAbsoluteUri || !IsHttp(url))
            throw new InvalidRequestException("url", "must be an absolute http or https URL.");
        if (url.UserInfo.Length > 0)
            throw new InvalidRequestException("url", "must not contain a user name or password.");
        if (url.IsDefaultPort && _overrides.TryGetValue(url.Host, out var replacement))
            return Compose(replacement, basePath: string.Empty);
        return new ServerAddress(url.GetLeftPart(UriPartial.Authority), IsProvider(url) || IsOverrideTarget(url));
    }

    private static bool IsHttp(Uri url) => url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp;

    private static string? FindFault(Uri? address)
    {
        if (address is null)
            return "is null";
        if (!address.IsAbsoluteUri)
            return "is relative; specify an absolute address, such as http://127.0.0.1:4010";
        if (!IsHttp(address))
            return "uses a scheme other than http and https";
        if (address.Query.Length > 0 || address.Fragment.Length > 0)
            return "has a query or a fragment; only a base path is allowed";
        return address.UserInfo.Length > 0 ? "contains a user name or password" : null;
    }

    private static string BasePath(Uri address) => address.AbsolutePath.TrimEnd('/');

    // The user configured this address and so trusts it, even over plain HTTP.
    private static ServerAddress Compose(Uri replacement, string basePath, string? path = null) =>
        new(replacement.GetLeftPart(UriPartial.Path).TrimEnd('/') + basePath, isTrusted: true, path);

    private ServerAddress Resolve(ApiOperation operation)
    {
        var address = operation.Server.AddressIn(_region);
        var path = operation.PathTemplate.IndexOf('{') < 0 ? operation.PathTemplate : null;
        return _overrides.TryGetValue(address.Host, out var replacement)
            ? Compose(replacement, BasePath(address), path)
            : new ServerAddress(address.GetLeftPart(UriPartial.Path).TrimEnd('/'), address.Scheme == Uri.UriSchemeHttps || address.IsLoopback, path);
    }

    private bool IsProvider(Uri url) => url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && _known.Contains(url.Host);

    private bool IsOverrideTarget(Uri url)
    {
        if (url.Scheme != Uri.UriSchemeHttps && !url.IsLoopback)
            return false;
        foreach (var target in _overrides.Values)
            if (Uri.Compare(url, target, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0)
                return true;
        return false;
    }
}
