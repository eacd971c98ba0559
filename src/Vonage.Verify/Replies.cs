namespace Vonage.Verify;

/// <remarks>The client throws a <see cref="VonageVerifyException"/> for a rejected request. A returned reply means that the verification was started.</remarks>
public partial class VerifyResponse : IVerifyResponse, IResponseCheck
{
    /// <inheritdoc/>
    Exception? IResponseCheck.FindError(ApiResponse reply) => VonageVerifyException.Of(reply, this);
}

/// <remarks>The client throws a <see cref="VonageVerifyException"/> for a wrong code. A returned reply means that the code was correct.</remarks>
public partial class VerifyCheckResponse : IVerifyResponse, IResponseCheck
{
    /// <inheritdoc/>
    Exception? IResponseCheck.FindError(ApiResponse reply) => VonageVerifyException.Of(reply, this);
}

/// <remarks>The client throws a <see cref="VonageVerifyException"/> for a rejected request. A returned reply means that the command was executed.</remarks>
public partial class VerifyControlResponse : IVerifyResponse, IResponseCheck
{
    /// <inheritdoc/>
    string? IVerifyResponse.RequestId => null;

    /// <inheritdoc/>
    Exception? IResponseCheck.FindError(ApiResponse reply) => VonageVerifyException.Of(reply, this);
}

/// <remarks>
/// The client throws a <see cref="VonageVerifyException"/> if one verification was requested and its information is not available. If several
/// were requested, each item of <see cref="VerificationRequests"/> reports its own error.
/// </remarks>
public partial class VerifySearchResponse : IVerifyResponse, IResponseCheck
{
    /// <inheritdoc/>
    VerifyStatus IVerifyResponse.Status => new(Status?.Value ?? VerifyStatus.Success.Value);

    /// <inheritdoc/>
    Exception? IResponseCheck.FindError(ApiResponse reply) =>
        IsRefusal(Status?.Value ?? string.Empty) ? new VonageVerifyException(reply, this) : null;

    // The state of a verification is a word; an error status is a number. Without either, only a refusal has a reason.
    private bool IsRefusal(string status) => status.Length == 0 ? !string.IsNullOrEmpty(ErrorText) : status[0] is >= '0' and <= '9' && status != "0";
}
