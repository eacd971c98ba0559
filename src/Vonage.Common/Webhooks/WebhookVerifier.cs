namespace Vonage;

/// <summary>
/// Verifies webhooks: by the token in the Authorization header (Messages, Voice, Verify and others), which contains a hash of the body, or by the signature
/// among the parameters (SMS).
/// </summary>
/// <remarks>Instances are thread-safe.</remarks>
public sealed class WebhookVerifier
{
    private readonly WebhookTokenVerifier _tokens;
    private readonly SmsWebhookVerifier _parameters;

    /// <summary>Initializes a new instance of the class.</summary>
    /// <param name="secrets">The secrets of the accounts whose webhooks are received. The account that a webhook names selects the secret.</param>
    /// <param name="options">The verification options; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentException">There is no secret.</exception>
    public WebhookVerifier(WebhookSecrets secrets, WebhookVerifierOptions? options = null)
    {
        var table = new SecretTable(secrets);
        options = options?.Copy() ?? new WebhookVerifierOptions();
        (_tokens, _parameters) = (new WebhookTokenVerifier(table, options), new SmsWebhookVerifier(table, options));
    }

    /// <summary>
    /// Verifies a webhook. If there is a <see cref="WebhookVerifierOptions.ReplayGuard"/>, call <see cref="WebhookVerification.ConfirmAsync"/>
    /// after a valid webhook was handled, or <see cref="WebhookVerification.ReleaseAsync"/> if that failed.
    /// </summary>
    /// <param name="request">The webhook.</param>
    /// <param name="requirements">What the endpoint accepts; <see langword="null"/> for a token of any account, with the fields in the body.</param>
    /// <param name="cancellationToken">Cancels the call of the replay guard.</param>
    public Task<WebhookVerification> VerifyAsync(WebhookRequest request, WebhookRequirements? requirements = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        requirements ??= WebhookRequirements.Default;
        var check = requirements.SignatureType == WebhookSignatureType.Token ? Open(request.Authorization) : default;
        var verification = Verify(check, request, requirements);
        return verification.HasTicket ? verification.ReserveAsync(cancellationToken) : Task.FromResult(verification);
    }

    /// <summary>Verifies the token of a webhook whose body is not read yet.</summary>
    internal TokenCheck Open(string? authorization) => _tokens.Open(authorization);

    /// <summary>Verifies a webhook without the replay guard.</summary>
    /// <param name="check">The result of the verification of the token, if a token is required.</param>
    /// <param name="request">The webhook.</param>
    /// <param name="requirements">What the endpoint accepts.</param>
    internal WebhookVerification Verify(in TokenCheck check, WebhookRequest request, WebhookRequirements requirements) =>
        requirements.SignatureType == WebhookSignatureType.Token ? _tokens.Verify(check, request, requirements) : _parameters.Verify(request, requirements);
}
