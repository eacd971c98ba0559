namespace Vonage.Core;

internal sealed class BasicScheme() : AuthenticationScheme("Basic")
{
    protected internal override ValueTask ApplyAsync(HttpRequestMessage message, ApiRequest request, IApiCredentials credentials, TimeProvider clock, CancellationToken cancellationToken)
    {
        SetAuthorization(message, credentials.GetAuthorization(this, clock));
        return default;
    }
}
