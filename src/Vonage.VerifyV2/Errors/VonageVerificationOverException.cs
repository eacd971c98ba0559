using Vonage.Core;

namespace Vonage.VerifyV2;

/// <summary>The code was wrong too many times, or its time is over (410). Start another verification.</summary>
public sealed class VonageVerificationOverException : VonageVerificationException
{
    /// <summary>The error that a reply reports.</summary>
    /// <param name="reply">The HTTP reply.</param>
    public VonageVerificationOverException(ApiReply reply)
        : base(reply)
    {
    }
}
