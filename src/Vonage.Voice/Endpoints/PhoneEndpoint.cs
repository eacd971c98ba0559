namespace Vonage.Voice;

public partial class PhoneEndpoint
{
    partial void ValidateMore() => EndpointRules.Number(Number!);
}
