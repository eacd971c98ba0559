namespace Vonage.Core;

/// <summary>Where a request goes and how it proves its sender: decided once, before the first attempt.</summary>
internal readonly struct Route(ServerAddress address, AuthenticationScheme scheme, IApiCredentials credentials)
{
    public ServerAddress Address { get; } = address;

    public AuthenticationScheme Scheme { get; } = scheme;

    public IApiCredentials Credentials { get; } = credentials;
}
