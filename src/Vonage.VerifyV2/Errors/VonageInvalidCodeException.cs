namespace Vonage.VerifyV2;

/// <summary>The exception that is thrown when a code is wrong and further attempts are possible (HTTP 400).</summary>
public sealed class VonageInvalidCodeException : VonageVerifyV2Exception
{
    /// <summary>Initializes a new instance of the class from a response.</summary>
    /// <param name="reply">The HTTP response.</param>
    public VonageInvalidCodeException(ApiResponse reply)
        : base(reply)
    {
    }
}
