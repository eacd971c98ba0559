using System.Globalization;

namespace Vonage.Numbers;

/// <remarks>The API can report an error with a successful HTTP status. The client throws if the response contains an error code.</remarks>
public partial class NumberResponse : IResponseCheck
{
    private const int Success = 200;

    /// <inheritdoc/>
    Exception? IResponseCheck.FindError(ApiResponse reply) => ErrorCode is null or Success && !AdditionalProperties.ContainsKey("error-code")
        ? null
        : new VonageApiException(reply, $"The API reports error {ErrorCode?.ToString(CultureInfo.InvariantCulture) ?? "in an unknown format"}: {ErrorCodeLabel}");
}
