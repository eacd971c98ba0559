namespace Vonage.Core.Pipeline;

/// <summary>Where a request goes and how it proves its sender: determined once, before the first attempt.</summary>
internal readonly struct CallPlan(ServerAddress address, ApiAuthentication scheme, IApiCredentials credentials)
{
    public ServerAddress Address { get; } = address;

    public ApiAuthentication Scheme { get; } = scheme;

    public IApiCredentials Credentials { get; } = credentials;
}

/// <summary>Plans requests. What it refuses is never sent.</summary>
internal sealed class CallPlanner(HttpClient http, IApiCredentials defaults, HostMap hosts, ApiAuthentication? preferred)
{
    /// <summary>Selects the address, the scheme and the credentials of a request.</summary>
    /// <exception cref="InvalidRequestException">The address must not receive credentials, or the operation does not accept the requested scheme.</exception>
    /// <exception cref="MissingCredentialsException">The credentials do not support any scheme that the operation accepts.</exception>
    public CallPlan Plan(ApiRequest request)
    {
        var options = request.Options;
        var operation = request.Operation;
        var credentials = options?.Credentials ?? defaults;
        var scheme = CallerAuthorizes(request) ? ApiAuthentication.None : SchemeSelector.Select(operation, options, credentials, preferred);
        var address = request.Address ?? (options?.Host is { } host ? hosts.Find(operation.Server, host) : hosts.Find(operation));
        if (scheme != ApiAuthentication.None && !address.IsTrusted)
            throw new InvalidRequestException("url", $"is {address.Text}, which must not receive credentials: it is not one of the provider's hosts over HTTPS. Send the request without authentication, or add the address to the client's Hosts.");
        return new CallPlan(address, scheme, credentials);
    }

    private bool CallerAuthorizes(ApiRequest request)
    {
        var options = request.Options;
        if (options is { HasAuthorization: true })
            return true;
        if (request.Headers is { } declared && declared.Exists(h => h.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase)))
            return true;

        // The caller set it for all requests of this HttpClient and does not override it here.
        return !ReferenceEquals(http, SharedHttpClient.Instance)
            && options is not { Authentication: not null } and not { Credentials: not null }
            && http.DefaultRequestHeaders.Contains("Authorization");
    }
}
