using Vonage.Core;

namespace Vonage.VerifyV2;

/// <summary>
/// The verification is not where the request wants it to be (409): the number has another one under way, the channel that is being tried
/// has no code, or no channel is left.
/// </summary>
public sealed class VonageVerificationConflictException : VonageVerificationException
{
    /// <summary>Initializes a new instance of the class from a response.</summary>
    /// <param name="reply">The HTTP response.</param>
    public VonageVerificationConflictException(ApiReply reply)
        : base(reply)
    {
        if (Problem?.AdditionalProperties.TryGetValue("request_id", out var id) == true)
            VerificationId = (string?)id;
    }

    /// <summary>The verification that the number has already, to check, to go on with or to cancel; <see langword="null"/> where the reply names none.</summary>
    public string? VerificationId { get; }
}
