using Vonage.Core;

namespace Vonage.VerifyV2;

/// <summary>The code is wrong, and another try is left (400).</summary>
public sealed class VonageWrongCodeException : VonageVerificationException
{
    /// <summary>Initializes a new instance of the class from a response.</summary>
    /// <param name="reply">The HTTP response.</param>
    public VonageWrongCodeException(ApiReply reply)
        : base(reply)
    {
    }
}
