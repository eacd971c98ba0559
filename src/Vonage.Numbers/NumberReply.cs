using Vonage.Core;

namespace Vonage.Numbers;

/// <remarks>Success and failure look alike: for a reply that names a failure the client throws, whatever the HTTP status is.</remarks>
public partial class NumberReply : IReplyCheck
{
    private const string Success = "200";

    /// <inheritdoc/>
    Exception? IReplyCheck.FindError(ApiReply reply) => string.IsNullOrEmpty(ErrorCode) || ErrorCode == Success
        ? null
        : new VonageApiException(reply, $"The API reports error {ErrorCode}: {ErrorCodeLabel}");
}
