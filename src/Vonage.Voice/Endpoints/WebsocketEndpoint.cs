using Vonage.Core;

namespace Vonage.Voice;

public partial class WebsocketEndpoint
{
    /// <summary>Creates one with all that is required.</summary>
    /// <param name="uri">The WebSocket's address, ws or wss.</param>
    /// <param name="contentType">The form of the sound.</param>
    public WebsocketEndpoint(string uri, WebsocketContentType contentType)
        : this()
    {
        Uri = uri;
        ContentType = contentType;
    }

    partial void ValidateMore()
    {
        if (!Uri.StartsWith("ws://", StringComparison.OrdinalIgnoreCase) && !Uri.StartsWith("wss://", StringComparison.OrdinalIgnoreCase))
            throw new InvalidRequestException("uri", "must begin with ws:// or wss://.");
    }
}
