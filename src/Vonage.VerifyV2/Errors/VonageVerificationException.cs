using Vonage.Core;

namespace Vonage.VerifyV2;

/// <summary>A verification does not go on as asked. Each kind says why; all others are a <see cref="VonageApiException"/>.</summary>
public abstract class VonageVerificationException : VonageApiException
{
    private protected VonageVerificationException(ApiReply reply)
        : base(reply)
    {
    }
}
