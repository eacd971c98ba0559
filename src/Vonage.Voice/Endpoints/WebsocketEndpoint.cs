namespace Vonage.Voice;

public partial class WebsocketEndpoint
{
    partial void ValidateMore() => EndpointRules.Socket(Uri!);
}
