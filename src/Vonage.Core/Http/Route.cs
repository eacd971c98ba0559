namespace Vonage.Core;

/// <summary>The address and authentication scheme of a request, determined once, before the first attempt.</summary>
internal readonly struct Route(ServerAddress address, AuthenticationScheme scheme, IApiCredentials credentials)
{
    public ServerAddress Address { get; } = address;

    public AuthenticationScheme Scheme { get; } = scheme;

    public IApiCredentials Credentials { get; } = credentials;
}
