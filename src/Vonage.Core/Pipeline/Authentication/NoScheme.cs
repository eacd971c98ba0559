namespace Vonage.Core.Pipeline;

internal sealed class NoScheme() : ApiAuthentication("None")
{
    public override bool CanUse(ApiCredentials credentials) => true;

    public override string Requires(ApiCredentials credentials) => "nothing";

    protected internal override ValueTask ApplyAsync(HttpRequestMessage message, ApiRequest request, ApiCredentials credentials, TimeProvider clock, CancellationToken cancellationToken) => default;
}
