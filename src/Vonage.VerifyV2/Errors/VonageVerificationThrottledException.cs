using Vonage.Core;

namespace Vonage.VerifyV2;

/// <summary>Too many requests in a short time (429). <see cref="ApiException.RetryAfter"/> says how long to wait, where the API does.</summary>
public sealed class VonageVerificationThrottledException : VonageVerificationException
{
    /// <summary>The error that a reply reports.</summary>
    /// <param name="reply">The HTTP reply.</param>
    public VonageVerificationThrottledException(ApiReply reply)
        : base(reply)
    {
    }
}
