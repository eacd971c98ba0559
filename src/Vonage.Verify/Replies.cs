using Vonage.Core;

namespace Vonage.Verify;

/// <remarks>The client throws a <see cref="VonageVerifyException"/> for a refusal: what it returns was started.</remarks>
public partial class VerifyReply : IVerifyReply, IReplyCheck
{
    /// <inheritdoc/>
    Exception? IReplyCheck.FindError(ApiReply reply) => VonageVerifyException.Of(reply, this);
}

/// <remarks>The client throws a <see cref="VonageVerifyException"/> for a wrong code: what it returns was right.</remarks>
public partial class VerifyCheckReply : IVerifyReply, IReplyCheck
{
    /// <inheritdoc/>
    Exception? IReplyCheck.FindError(ApiReply reply) => VonageVerifyException.Of(reply, this);
}

/// <remarks>The client throws a <see cref="VonageVerifyException"/> for a refusal: what it returns was carried out.</remarks>
public partial class VerifyControlReply : IVerifyReply, IReplyCheck
{
    /// <inheritdoc/>
    string? IVerifyReply.RequestId => null;

    /// <inheritdoc/>
    Exception? IReplyCheck.FindError(ApiReply reply) => VonageVerifyException.Of(reply, this);
}

/// <remarks>
/// The client throws a <see cref="VonageVerifyException"/> where one verification was asked for and cannot be told about. Where several
/// were, each of <see cref="VerificationRequests"/> says for itself what cannot be told.
/// </remarks>
public partial class VerifySearchReply : IVerifyReply, IReplyCheck
{
    /// <inheritdoc/>
    VerifyStatus IVerifyReply.Status => new(Status?.Value ?? VerifyStatus.Success.Value);

    /// <inheritdoc/>
    Exception? IReplyCheck.FindError(ApiReply reply) =>
        string.IsNullOrEmpty(ErrorText) && !IsRefusal(Status) ? null : new VonageVerifyException(reply, this);

    // A verification's state is a word; a refusal is a number.
    private static bool IsRefusal(VerifySearchStatus? status) => status?.Value is { Length: > 0 } value && value[0] is >= '0' and <= '9' && value != "0";
}
