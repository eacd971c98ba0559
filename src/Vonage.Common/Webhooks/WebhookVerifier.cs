namespace Vonage;

/// <summary>Checks webhooks of both kinds: by the token in the Authorization header where there is one, by the SMS signature otherwise. Thread-safe.</summary>
/// <param name="secrets">The secrets of the accounts whose webhooks come in.</param>
/// <param name="options">How strictly to check; <see langword="null"/> for the defaults.</param>
/// <exception cref="ArgumentException">There is no secret.</exception>
public sealed class WebhookVerifier(WebhookSecrets secrets, WebhookVerifierOptions? options = null)
{
    private readonly WebhookTokenVerifier _tokens = new(secrets, options);
    private readonly SmsWebhookVerifier _parameters = new(secrets, options);

    /// <summary>Checks a webhook.</summary>
    /// <param name="request">The webhook.</param>
    /// <param name="cancellationToken">Ends the wait for the replay guard.</param>
    public Task<WebhookVerification> VerifyAsync(WebhookRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Authorization is { Length: > 0 } authorization)
            return _tokens.VerifyAsync(authorization, request.Body, cancellationToken);
        return Task.FromResult(request.Parameters.Any(parameter => parameter.Key == SmsSignature.Parameter)
            ? _parameters.Verify(request.Parameters)
            : WebhookVerification.Failed(WebhookFailure.Missing, "There is neither an Authorization header nor a parameter 'sig'. Are signed webhooks switched on in Vonage's settings?"));
    }
}
