namespace Vonage.Numbers;

/// <remarks>The API can report an error with a successful HTTP status. The client throws if the response contains an error code.</remarks>
public partial class NumberResponse : IResponseCheck
{
    private const string Success = "200";

    /// <inheritdoc/>
    Exception? IResponseCheck.FindError(ApiResponse reply) => string.IsNullOrEmpty(ErrorCode) || ErrorCode == Success
        ? null
        : new VonageApiException(reply, $"The API reports error {ErrorCode}: {ErrorCodeLabel}");
}
