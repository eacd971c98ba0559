namespace Vonage.Verify;

/// <summary>The members that all responses of the Verify API have: a status and, on failure, a reason.</summary>
public interface IVerifyResponse
{
    /// <summary>The status of the request.</summary>
    VerifyStatus Status { get; }

    /// <summary>The verification ID; <see langword="null"/> if the response contains none.</summary>
    string? RequestId { get; }

    /// <summary>A readable reason for the rejection; <see langword="null"/> if the request succeeded.</summary>
    string? ErrorText { get; }
}
