namespace Vonage.Core.Pipeline;

/// <summary>Where a request goes and how it proves its sender: determined once, before the first attempt.</summary>
internal readonly struct CallPlan(ServerAddress address, ApiAuthentication scheme, ApiCredentials credentials)
{
    public ServerAddress Address { get; } = address;

    public ApiAuthentication Scheme { get; } = scheme;

    public ApiCredentials Credentials { get; } = credentials;

    /// <summary>Describes how an operation was authenticated, for errors; <see langword="null"/> if it was not.</summary>
    public string? Describe(ApiOperation operation)
    {
        if (Scheme is null || operation.Schemes.Length == 0)
            return null;
        if (Scheme == ApiAuthentication.None)
            return "the caller's Authorization header";
        return Scheme.Identify(Credentials) is { } identity ? $"{Scheme}, {identity}" : Scheme.Name;
    }
}

/// <summary>Plans requests. What it refuses is never sent.</summary>
internal sealed class CallPlanner(HttpClient http, ApiCredentials defaults, HostMap hosts, HostMap? fallbacks, ApiAuthentication? preferred)
{
    /// <summary>Selects the address, the scheme and the credentials of a request.</summary>
    /// <exception cref="InvalidRequestException">The address must not receive credentials or headers that would travel, or the operation does not accept the requested scheme.</exception>
    /// <exception cref="MissingCredentialsException">The credentials do not support any scheme that the operation accepts.</exception>
    public CallPlan Plan(ApiRequest request)
    {
        var options = request.Options;
        var operation = request.Operation;
        var credentials = options?.Credentials ?? defaults;
        var scheme = CallerAuthorizes(request) ? ApiAuthentication.None : SchemeSelector.Select(operation, options, credentials, preferred);
        var address = AddressOf(request);
        if (!address.IsTrusted && FindPrivate(request, scheme) is { } found)
            throw new InvalidRequestException("url", $"is {address.Text}, which must not receive {found}: it is not one of the provider's hosts over HTTPS, nor below an address in the client's Hosts. Send the request without it, or, if you trust the host, add it to Hosts with its own address.");
        return new CallPlan(address, scheme, credentials);
    }

    /// <summary>Finds where a request goes to.</summary>
    /// <exception cref="InvalidRequestException">The address is not valid.</exception>
    public ServerAddress AddressOf(ApiRequest request) =>
        request.Address ?? (request.Options?.BaseAddress is { } host ? hosts.Find(request.Operation.Server, host) : hosts.Find(request.Operation));

    /// <summary>Sends further attempts of a request without an effect to the server of another region, if there is one.</summary>
    public void Divert(ApiRequest request)
    {
        if (fallbacks is not null && request is { Operation.Effect: OperationEffect.None, Address: null, Options: not { BaseAddress: not null } })
            request.Divert(fallbacks.Find(request.Operation));
    }

    /// <summary>Finds what would travel with a request that only trusted hosts may receive: credentials, or a header of the caller's.</summary>
    public string? FindPrivate(ApiRequest request, ApiAuthentication scheme)
    {
        if (scheme != ApiAuthentication.None)
            return "credentials";
        if (request.Headers?.Find(header => !IsPublic(header.Key)).Key is { } declared)
            return $"the header {declared}";
        if (request.Options is { HasHeaders: true } options && options.Headers.Keys.FirstOrDefault(name => !IsPublic(name)) is { } asked)
            return $"the header {asked}";
        return http.DefaultRequestHeaders.Select(header => header.Key).FirstOrDefault(name => !IsPublic(name)) is { } always
            ? $"the HttpClient's default header {always}"
            : null;
    }

    // A header of any other name may be a credential: gateways have their own.
    private static bool IsPublic(string name) =>
        name.StartsWith("Accept", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("If-", StringComparison.OrdinalIgnoreCase)
        || name.ToUpperInvariant() is "CACHE-CONTROL" or "CONNECTION" or "RANGE" or "USER-AGENT";

    private bool CallerAuthorizes(ApiRequest request)
    {
        var options = request.Options;
        if (options is { HasAuthorization: true })
            return true;
        if (request.Headers is { } declared && declared.Exists(h => h.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase)))
            return true;

        // The caller set it for all requests of this HttpClient and does not override it here.
        return !SharedHttpClient.Is(http)
            && options is not { Authentication: not null } and not { Credentials: not null }
            && HasDefaultHeaders
            && http.DefaultRequestHeaders.Contains("Authorization");
    }

    // To look for a header by its name costs more than to see that there is none.
#if NET
    private bool HasDefaultHeaders => http.DefaultRequestHeaders.NonValidated.Count > 0;
#else
    private static bool HasDefaultHeaders => true;
#endif
}
