namespace Vonage;

/// <summary>Something that knows signature secrets: an account, or code. The verifier takes those of all.</summary>
internal sealed class WebhookSecretSource(Action<IServiceProvider, WebhookSecrets> add)
{
    public void AddTo(WebhookSecrets secrets, IServiceProvider services) => add(services, secrets);
}
