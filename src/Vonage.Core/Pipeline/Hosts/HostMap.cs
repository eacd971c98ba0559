using System.Runtime.CompilerServices;

namespace Vonage.Core.Pipeline;

/// <summary>Determines the address of a server, with the configured region and overrides applied.</summary>
internal sealed class HostMap
{
    private readonly Dictionary<string, Uri> _overrides = new(StringComparer.OrdinalIgnoreCase);
    private readonly IReadOnlyCollection<string> _known;
    private readonly string? _region;
    private readonly IReadOnlyDictionary<string, string> _variables;
    private readonly Uri? _base;

    // An operation that is made for one request takes its address with it.
    private readonly ConditionalWeakTable<ApiOperation, Resolved> _resolved = new();
    private readonly ConditionalWeakTable<ApiOperation, Resolved>.CreateValueCallback _resolve;

    // Many calls of one operation follow each other, and a look into the table costs as much as a header.
    private Resolved? _last;

    public HostMap(ApiClientOptions options, string? region)
    {
        _known = options.KnownHosts;
        _variables = options.ServerVariables;
        _region = region;
        _resolve = Resolve;
        _base = options.BaseAddress;
        if (_base is not null && FindFault(_base) is { } wrong)
            throw new ArgumentException($"BaseAddress {wrong}.", nameof(options));
        foreach (var entry in options.Hosts)
        {
            if (FindFault(entry.Key, entry.Value, options) is { } fault)
                throw new ArgumentException($"Hosts[\"{entry.Key}\"] {fault}.", nameof(options));
            _overrides[entry.Key] = entry.Value;
        }
    }

    /// <summary>Finds what is wrong with an override, as the rest of a sentence that begins with its name.</summary>
    /// <param name="host">The host that it replaces.</param>
    /// <param name="address">The address that replaces it.</param>
    /// <param name="options">The options, which know the provider's hosts.</param>
    public static string? FindFault(string host, Uri? address, ApiClientOptions options)
    {
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
            return "must be a host name, such as api.example.com, without scheme, port or path";
        if (FindFault(address) is { } fault)
            return $"has an address that {fault}";
        return options.KnownHosts.Count == 0
            || Contains(options.KnownHosts, host)
            || Contains(options.ThirdPartyHosts, host)
            || host.Equals(address!.Host, StringComparison.OrdinalIgnoreCase)
                ? null
                : $"is not one of the provider's hosts, so it would replace nothing.{NearestName.Suggest(host, options.KnownHosts)} To trust a further host, give it its own address: Hosts[\"{host}\"] = https://{host}";
    }

    /// <summary>Gets the address of the server of an operation.</summary>
    public ServerAddress Find(ApiOperation operation)
    {
        var last = _last;
        if (last?.Operation != operation)
            _last = last = _resolved.GetValue(operation, _resolve);
        return last.Address;
    }

    /// <summary>Gets the address for a request with its own base address.</summary>
    /// <exception cref="InvalidRequestException">The address is not valid.</exception>
    public ServerAddress Find(ApiServer server, Uri replacement) => Compose(CheckBaseAddress(replacement), BasePath(server.Resolve(_region, _variables)));

    /// <summary>
    /// Gets the address for a full URL. It is trusted if the URL uses HTTPS and one of the provider's hosts, if the user overrides that host,
    /// or if the URL is below the target of an override, on the local machine or over HTTPS.
    /// </summary>
    /// <param name="url">The URL.</param>
    /// <param name="baseAddress">The address that the user chose for this request in place of the URL's host, if any.</param>
    /// <exception cref="InvalidRequestException">An address is not valid.</exception>
    public ServerAddress Find(Uri url, Uri? baseAddress = null)
    {
        if (!url.IsAbsoluteUri || !IsHttp(url))
            throw new InvalidRequestException("url", "must be an absolute http or https URL.");
        if (url.UserInfo.Length > 0)
            throw new InvalidRequestException("url", "must not contain a user name or password.");
        var replacement = baseAddress is not null ? CheckBaseAddress(baseAddress) : url.IsDefaultPort && _overrides.TryGetValue(url.Host, out var found) ? found : null;
        return replacement is not null
            ? new ServerAddress(Text(replacement), BasePath(replacement).Length == 0 || !CanClimb(url.AbsolutePath))
            : new ServerAddress(url.GetLeftPart(UriPartial.Authority), IsProvider(url) || IsOverrideTarget(url));
    }

    private static Uri CheckBaseAddress(Uri address) => FindFault(address) is { } fault
        ? throw new InvalidRequestException("RequestOptions.BaseAddress", $"is an address that {fault}.")
        : address;

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

    private static string Text(Uri address) => address.GetLeftPart(UriPartial.Path).TrimEnd('/');

    // The user configured this address and so trusts it, even over plain HTTP.
    private static ServerAddress Compose(Uri replacement, string basePath, string? path = null) => new(Text(replacement) + basePath, isTrusted: true, path);

    private static bool Contains(IReadOnlyCollection<string> hosts, string host) => hosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    private static bool IsBelow(string path, string basePath) =>
        basePath.Length == 0
        || (path.StartsWith(basePath, StringComparison.Ordinal) && (path.Length == basePath.Length || path[basePath.Length] == '/') && !CanClimb(path));

    // A server may decode a path before it takes dots and slashes for a way out of the base path; some decode twice.
    private static bool CanClimb(string path)
    {
        var upper = path.ToUpperInvariant();
        return upper.Contains("..") || upper.Contains("%2E") || upper.Contains("%2F") || upper.Contains("%5C") || upper.Contains("%25");
    }

    private Resolved Resolve(ApiOperation operation) => new(operation, AddressOf(operation));

    private ServerAddress AddressOf(ApiOperation operation)
    {
        var address = operation.Server.Resolve(_region, _variables);
        var path = operation.PathTemplate.IndexOf('{') < 0 ? operation.PathTemplate : null;
        if (!ApiServer.HasHost(address))
            return Compose(_base ?? throw new InvalidRequestException("BaseAddress", $"is required by {operation.Name}, whose specification does not name the server. Set BaseAddress of the client's options."), BasePath(address), path);
        return _overrides.TryGetValue(address.Host, out var replacement)
            ? Compose(replacement, BasePath(address), path)
            : new ServerAddress(Text(address), IsProvider(address) || address.IsLoopback || ((_known.Count == 0 || operation.Server.Template is not null) && address.Scheme == Uri.UriSchemeHttps), path);
    }

    private bool IsProvider(Uri url) => url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && Contains(_known, url.Host);

    private bool IsOverrideTarget(Uri url)
    {
        if (url.Scheme != Uri.UriSchemeHttps && !url.IsLoopback)
            return false;
        foreach (var target in _overrides.Values)
            if (Uri.Compare(url, target, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0 && IsBelow(url.AbsolutePath, BasePath(target)))
                return true;
        return false;
    }

    private sealed record Resolved(ApiOperation Operation, ServerAddress Address);
}
