using Vonage.Core;

namespace Vonage.Voice;

public partial class WebsocketEndpoint
{
    partial void ValidateMore()
    {
        if (!Uri!.IsAbsoluteUri || Uri.Scheme is not ("ws" or "wss"))
            throw new InvalidRequestException("uri", "must start with ws:// or wss://.");
    }
}
