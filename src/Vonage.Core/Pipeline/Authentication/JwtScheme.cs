namespace Vonage.Core.Pipeline;

internal sealed class JwtScheme() : ApiAuthentication("Jwt")
{
    protected internal override ValueTask ApplyAsync(HttpRequestMessage message, ApiRequest request, IApiCredentials credentials, TimeProvider clock, CancellationToken cancellationToken)
    {
        SetAuthorization(message, credentials.GetAuthorization(this, clock));
        return default;
    }
}
