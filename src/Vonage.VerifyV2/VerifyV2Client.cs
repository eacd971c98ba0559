using Vonage.Core;

namespace Vonage.VerifyV2;

/// <content>Checks of one value and API-specific exceptions.</content>
public partial class VerifyV2Client
{
    static VerifyV2Client()
    {
        foreach (var operation in new[] { StartOperation, CancelOperation, TriggerNextWorkflowOperation, GetSilentAuthCodeOperation })
            operation.FindError = FindError;
        CheckOperation.FindError = reply => (int)reply.StatusCode == 400 ? new VonageInvalidCodeException(reply) : FindError(reply);
    }

    /// <inheritdoc/>
    public virtual Task<CheckedVerification> CheckAsync(string requestId, string code, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        CheckAsync(requestId, new CheckVerificationRequest { Code = code }, requestOptions, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CheckedVerification> CheckTokenAsync(string requestId, string token, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        CheckAsync(requestId, new CheckVerificationRequest { Token = token }, requestOptions, cancellationToken);

    // Some servers answer a correct code with the status alone.
    private async Task<CheckedVerification> CheckAsync(string requestId, CheckVerificationRequest request, RequestOptions? requestOptions, CancellationToken cancellationToken) =>
        await CheckCoreAsync(requestId, request, requestOptions, cancellationToken).ConfigureAwait(false) ?? new CheckedVerification { RequestId = requestId, Status = CheckedVerificationStatus.Completed };

    private static VonageVerifyV2Exception? FindError(ApiResponse reply) => (int)reply.StatusCode switch
    {
        409 => new VonageVerificationConflictException(reply),
        410 => new VonageVerificationEndedException(reply),
        429 => new VonageVerificationRateLimitException(reply),
        _ => null,
    };
}
