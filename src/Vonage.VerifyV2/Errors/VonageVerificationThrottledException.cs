using Vonage.Core;

namespace Vonage.VerifyV2;

/// <summary>Too many requests in a short time (429). <see cref="ApiException.RetryAfter"/> says how long to wait, where the API does.</summary>
public sealed class VonageVerificationThrottledException : VonageVerificationException
{
    /// <summary>Initializes a new instance of the class from a response.</summary>
    /// <param name="reply">The HTTP response.</param>
    public VonageVerificationThrottledException(ApiReply reply)
        : base(reply)
    {
    }
}
