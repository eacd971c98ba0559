using Vonage.Core;

namespace Vonage.VerifyV2;

/// <summary>The exception that is thrown when there are too many requests in a short time (HTTP 429). <see cref="ApiException.RetryAfter"/> is the time to wait, if the API specifies it.</summary>
public sealed class VonageVerificationRateLimitException : VonageVerifyV2Exception
{
    /// <summary>Initializes a new instance of the class from a response.</summary>
    /// <param name="reply">The HTTP response.</param>
    public VonageVerificationRateLimitException(ApiResponse reply)
        : base(reply)
    {
    }
}
