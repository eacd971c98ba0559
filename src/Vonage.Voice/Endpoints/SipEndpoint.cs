namespace Vonage.Voice;

public partial class SipEndpoint
{
    partial void ValidateMore() => EndpointRules.Sip(Uri);
}
