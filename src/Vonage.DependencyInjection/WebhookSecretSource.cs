namespace Vonage;

/// <summary>A source of signature secrets: an account or code. The verifier uses the secrets of all sources.</summary>
internal sealed class WebhookSecretSource(Action<IServiceProvider, WebhookSecrets> add)
{
    public void AddTo(WebhookSecrets secrets, IServiceProvider services) => add(services, secrets);
}
