using Vonage.Core;

namespace Vonage.VerifyV2;

/// <summary>The base class of exceptions for verifications that cannot continue. Other errors are thrown as <see cref="VonageApiException"/>.</summary>
public abstract class VonageVerificationException : VonageApiException
{
    private protected VonageVerificationException(ApiReply reply)
        : base(reply)
    {
    }
}
