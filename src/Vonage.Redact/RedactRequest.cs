using Vonage.Core;

namespace Vonage.Redact;

public partial class RedactRequest
{
    // The specification cannot state that a field depends on the value of another.
    partial void ValidateMore()
    {
        if (Direction is null && Product == RedactProduct.Sms)
            throw new InvalidRequestException("type", "is required for SMS. Set it to inbound or outbound.");
    }
}
