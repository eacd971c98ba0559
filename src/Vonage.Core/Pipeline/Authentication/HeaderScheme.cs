namespace Vonage.Core.Pipeline;

/// <summary>A scheme that authenticates by the Authorization header.</summary>
internal sealed class HeaderScheme(string name) : ApiAuthentication(name)
{
    protected internal override ValueTask ApplyAsync(HttpRequestMessage message, ApiRequest request, ApiCredentials credentials, TimeProvider clock, CancellationToken cancellationToken)
    {
        var authorization = credentials.GetAuthorizationAsync(this, clock, cancellationToken);
        if (!authorization.IsCompletedSuccessfully)
            return AwaitAsync(message, authorization);
        Set(message, authorization.Result);
        return default;
    }

    protected internal override bool Forget(HttpRequestMessage refused, ApiCredentials credentials, TimeProvider clock) =>
        refused.Headers.TryGetValues("Authorization", out var values) && credentials.Forget(this, values.First(), clock);

    private static async ValueTask AwaitAsync(HttpRequestMessage message, ValueTask<string> authorization) => Set(message, await authorization.ConfigureAwait(false));

    // The value is not parsed: the credentials create it, and parsing it for each request would only allocate memory.
    private static void Set(HttpRequestMessage message, string value) => message.Headers.TryAddWithoutValidation("Authorization", value);
}
