using Vonage.Core;

namespace Vonage.VerifyV2;

/// <summary>The code is wrong, and another try is left (400).</summary>
public sealed class VonageWrongCodeException : VonageVerificationException
{
    /// <summary>The error that a reply reports.</summary>
    /// <param name="reply">The HTTP reply.</param>
    public VonageWrongCodeException(ApiReply reply)
        : base(reply)
    {
    }
}
