namespace Vonage.VerifyV2;

/// <summary>The exception that is thrown when a wrong code was entered too many times or the code has expired (HTTP 410). Start a new verification.</summary>
public sealed class VonageVerificationEndedException : VonageVerifyV2Exception
{
    /// <summary>Initializes a new instance of the class from a response.</summary>
    /// <param name="reply">The HTTP response.</param>
    public VonageVerificationEndedException(ApiResponse reply)
        : base(reply)
    {
    }
}
