namespace Vonage.Voice;

public partial class PhoneEndpoint
{
    partial void ValidateMore()
    {
        // A caller can also be a SIP URI.
        if (!Number!.StartsWith("sip:", StringComparison.OrdinalIgnoreCase) && !Number.StartsWith("sips:", StringComparison.OrdinalIgnoreCase))
            Check.E164("number", Number);
    }
}
