using Vonage.Core;

namespace Vonage.Voice;

public partial class PhoneEndpoint
{
    partial void ValidateMore()
    {
        // A call may also come from a SIP URI.
        if (!Number.StartsWith("sip:", StringComparison.OrdinalIgnoreCase) && !Number.StartsWith("sips:", StringComparison.OrdinalIgnoreCase))
            Check.E164("number", Number);
    }
}
