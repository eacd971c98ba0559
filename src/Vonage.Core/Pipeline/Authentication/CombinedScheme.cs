namespace Vonage.Core.Pipeline;

/// <summary>Several schemes, all of which prove the sender of a request.</summary>
internal sealed class CombinedScheme(ApiAuthentication[] schemes) : ApiAuthentication(string.Join(" and ", schemes.Select(scheme => scheme.Name)))
{
    private readonly ApiAuthentication[] _schemes = schemes;

    public override bool CanUse(ApiCredentials credentials) => Array.TrueForAll(_schemes, scheme => scheme.CanUse(credentials));

    public override string Requires(ApiCredentials credentials) => string.Join(" and ", _schemes.Select(scheme => scheme.Requires(credentials)));

    public override bool Equals(object? obj) => obj is CombinedScheme other && other._schemes.SequenceEqual(_schemes);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    internal override HttpRequestMessage CreateMessage(ApiRequest request, in CallPlan plan, TimeProvider clock) =>
        (Array.Find(_schemes, scheme => scheme is ParameterScheme) ?? _schemes[0]).CreateMessage(request, plan, clock);

    protected internal override async ValueTask ApplyAsync(HttpRequestMessage message, ApiRequest request, ApiCredentials credentials, TimeProvider clock, CancellationToken cancellationToken)
    {
        foreach (var scheme in _schemes)
            await scheme.ApplyAsync(message, request, credentials, clock, cancellationToken).ConfigureAwait(false);
    }

    protected internal override bool Forget(HttpRequestMessage refused, ApiCredentials credentials, TimeProvider clock)
    {
        var isRenewed = false;
        foreach (var scheme in _schemes)
            isRenewed |= scheme.Forget(refused, credentials, clock);
        return isRenewed;
    }
}
