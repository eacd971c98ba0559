namespace Vonage.Voice;

public partial class ConnectPhoneEndpoint
{
    partial void ValidateMore() => EndpointRules.Number(Number!);
}
