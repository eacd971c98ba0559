using Vonage.Core;

namespace Vonage.VerifyV2;

internal partial class CheckVerificationRequest
{
    partial void ValidateMore()
    {
        if (string.IsNullOrEmpty(Code) && string.IsNullOrEmpty(Token))
            throw new InvalidRequestException("code", "is required unless token is set. Set one of them.");
        if (Code is not null && Token is not null)
            throw new InvalidRequestException("token", "cannot be combined with code. Omit one of them.");
    }
}
