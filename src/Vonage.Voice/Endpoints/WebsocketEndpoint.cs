using Vonage.Core;

namespace Vonage.Voice;

public partial class WebsocketEndpoint
{
    partial void ValidateMore()
    {
        if (!Uri!.StartsWith("ws://", StringComparison.OrdinalIgnoreCase) && !Uri.StartsWith("wss://", StringComparison.OrdinalIgnoreCase))
            throw new InvalidRequestException("uri", "must start with ws:// or wss://.");
    }
}
