namespace Vonage.Core.Pipeline;

internal sealed class NoScheme() : ApiAuthentication("None")
{
    public override bool CanUse(IApiCredentials credentials) => true;

    public override string Requires(IApiCredentials credentials) => "nothing";

    protected internal override ValueTask ApplyAsync(HttpRequestMessage message, ApiRequest request, IApiCredentials credentials, TimeProvider clock, CancellationToken cancellationToken) => default;
}
