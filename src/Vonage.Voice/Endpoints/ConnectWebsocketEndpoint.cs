namespace Vonage.Voice;

public partial class ConnectWebsocketEndpoint
{
    partial void ValidateMore() => EndpointRules.Socket(Uri!);
}
