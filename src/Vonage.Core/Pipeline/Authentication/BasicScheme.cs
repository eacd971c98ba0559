namespace Vonage.Core.Pipeline;

internal sealed class BasicScheme() : ApiAuthentication("Basic")
{
    protected internal override ValueTask ApplyAsync(HttpRequestMessage message, ApiRequest request, IApiCredentials credentials, TimeProvider clock, CancellationToken cancellationToken)
    {
        SetAuthorization(message, credentials.GetAuthorization(this, clock));
        return default;
    }
}
