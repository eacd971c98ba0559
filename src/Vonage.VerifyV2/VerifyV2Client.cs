using Vonage.Core;

namespace Vonage.VerifyV2;

/// <content>Convenience overloads and API-specific exceptions.</content>
public partial class VerifyV2Client
{
    static VerifyV2Client()
    {
        foreach (var operation in new[] { StartOperation, CancelOperation, NextWorkflowOperation, GetSilentAuthCodeOperation })
            operation.FindError = FindError;
        CheckOperation.FindError = reply => (int)reply.StatusCode == 400 ? new VonageInvalidCodeException(reply) : FindError(reply);
    }

    /// <inheritdoc/>
    public virtual Task<CheckedVerification> CheckAsync(string requestId, string code, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        CheckAsync(requestId, new CheckVerificationRequest { Code = code }, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CheckedVerification> CheckTokenAsync(string requestId, string token, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        CheckAsync(requestId, new CheckVerificationRequest { Token = token }, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<VerificationTemplate> CreateTemplateAsync(string name, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        CreateTemplateAsync(new CreateTemplateRequest(name), options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<TemplateFragment> UpdateFragmentAsync(string templateId, string templateFragmentId, string text, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        UpdateFragmentAsync(templateId, templateFragmentId, new UpdateFragmentRequest(text), options, cancellationToken);

    private static VonageVerifyV2Exception? FindError(ApiResponse reply) => (int)reply.StatusCode switch
    {
        409 => new VonageVerificationConflictException(reply),
        410 => new VonageVerificationEndedException(reply),
        429 => new VonageVerificationRateLimitException(reply),
        _ => null,
    };
}
