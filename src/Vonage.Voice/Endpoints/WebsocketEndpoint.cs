using Vonage.Core;

namespace Vonage.Voice;

public partial class WebsocketEndpoint
{
    /// <summary>Initializes a new instance of the <see cref="WebsocketEndpoint"/> class with its required values.</summary>
    /// <param name="uri">The ws or wss URI of the WebSocket.</param>
    /// <param name="contentType">The audio format.</param>
    public WebsocketEndpoint(string uri, WebsocketContentType contentType)
        : this()
    {
        Uri = uri;
        ContentType = contentType;
    }

    partial void ValidateMore()
    {
        if (!Uri.StartsWith("ws://", StringComparison.OrdinalIgnoreCase) && !Uri.StartsWith("wss://", StringComparison.OrdinalIgnoreCase))
            throw new InvalidRequestException("uri", "must start with ws:// or wss://.");
    }
}
