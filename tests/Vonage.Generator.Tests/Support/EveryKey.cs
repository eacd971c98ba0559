using Vonage.Core;

namespace Vonage.Generator.Tests.Support;

/// <summary>Credentials that know every scheme.</summary>
public sealed class EveryKey : ApiCredentials
{
    public override bool Supports(ApiAuthentication scheme) => true;

    public override string DescribeRequirement(ApiAuthentication scheme) => "nothing";

    public override ValueTask<string> GetAuthorizationAsync(ApiAuthentication scheme, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        return new(scheme == ApiAuthentication.Jwt ? "Bearer token" : scheme == ApiAuthentication.Basic ? "Basic user" : "k:" + scheme.Name.Split(' ')[1]);
    }
}
