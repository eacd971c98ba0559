using Vonage.Core;

namespace Vonage.VerifyV2;

public partial class VerificationCheckRequest
{
    partial void ValidateMore()
    {
        if (string.IsNullOrEmpty(Code) && string.IsNullOrEmpty(Token))
            throw new InvalidRequestException("code", "is required, unless there is a token. Set one of them.");
        if (Code is not null && Token is not null)
            throw new InvalidRequestException("token", "cannot be sent beside code. Leave one of them out.");
    }
}
