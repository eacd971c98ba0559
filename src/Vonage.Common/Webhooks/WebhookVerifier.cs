namespace Vonage;

/// <summary>Verifies both types of webhook: by the token in the Authorization header, if there is one, and by the SMS signature otherwise. Instances are thread-safe.</summary>
/// <param name="secrets">The secrets of the accounts whose webhooks are received.</param>
/// <param name="options">The verification options; <see langword="null"/> for the defaults.</param>
/// <exception cref="ArgumentException">There is no secret.</exception>
public sealed class WebhookVerifier(WebhookSecrets secrets, WebhookVerifierOptions? options = null)
{
    private readonly WebhookTokenVerifier _tokens = new(secrets, options);
    private readonly SmsWebhookVerifier _parameters = new(secrets, options);

    /// <summary>Verifies a webhook.</summary>
    /// <param name="request">The webhook.</param>
    /// <param name="cancellationToken">Cancels the call of the replay guard.</param>
    public Task<WebhookVerification> VerifyAsync(WebhookRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Authorization is { Length: > 0 } authorization)
            return _tokens.VerifyAsync(authorization, request.Body, cancellationToken);
        return Task.FromResult(request.Parameters.Any(parameter => parameter.Key == SmsSignature.Parameter)
            ? _parameters.Verify(request.Parameters)
            : WebhookVerification.Failed(WebhookFailure.Missing, "The webhook has no Authorization header and no parameter 'sig'. Check that signed webhooks are enabled in the Vonage settings."));
    }
}
