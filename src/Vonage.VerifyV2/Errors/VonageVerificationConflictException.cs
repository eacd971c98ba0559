namespace Vonage.VerifyV2;

/// <summary>The exception that is thrown when the state of the verification does not allow the request (HTTP 409).</summary>
/// <remarks>Another verification of the number is in progress, the current channel does not use a code, or there is no further channel.</remarks>
public sealed class VonageVerificationConflictException : VonageVerifyV2Exception
{
    /// <summary>Initializes a new instance of the class from a response.</summary>
    /// <param name="reply">The HTTP response.</param>
    public VonageVerificationConflictException(ApiResponse reply)
        : base(reply)
    {
        if (Problem?.AdditionalProperties.TryGetValue("request_id", out var id) == true)
            VerificationRequestId = (string?)id;
    }

    /// <summary>The ID of the verification in progress, which can be checked, advanced or canceled; <see langword="null"/> if the response contains none.</summary>
    public string? VerificationRequestId { get; }
}
