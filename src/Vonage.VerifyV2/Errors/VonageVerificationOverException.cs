using Vonage.Core;

namespace Vonage.VerifyV2;

/// <summary>The code was wrong too many times, or its time is over (410). Start another verification.</summary>
public sealed class VonageVerificationOverException : VonageVerificationException
{
    /// <summary>Initializes a new instance of the class from a response.</summary>
    /// <param name="reply">The HTTP response.</param>
    public VonageVerificationOverException(ApiReply reply)
        : base(reply)
    {
    }
}
