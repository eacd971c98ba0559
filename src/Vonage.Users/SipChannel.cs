using Vonage.Core;

namespace Vonage.Users;

public partial class SipChannel
{
    partial void ValidateMore()
    {
        if (Uri is { OriginalString: { Length: > 0 } address } && !address.StartsWith("sip:", StringComparison.OrdinalIgnoreCase) && !address.StartsWith("sips:", StringComparison.OrdinalIgnoreCase))
            throw new InvalidRequestException("uri", "must start with sip: or sips:, such as sip:rebekka@sip.example.com.");
    }
}
