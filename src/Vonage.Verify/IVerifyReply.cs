namespace Vonage.Verify;

/// <summary>What all replies of the Verify API have in common: a status, and where it is not success, its reason.</summary>
public interface IVerifyReply
{
    /// <summary>What became of the request.</summary>
    VerifyStatus Status { get; }

    /// <summary>The verification that the reply is about; <see langword="null"/> where it names none.</summary>
    string? RequestId { get; }

    /// <summary>Why the request was refused, for people; <see langword="null"/> where it was not.</summary>
    string? ErrorText { get; }
}
