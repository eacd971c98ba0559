using Vonage.Core;

namespace Flowroute.Messages;

public partial class OutboundMessageAttributes
{
    partial void ValidateMore()
    {
        if (string.IsNullOrEmpty(Body) && MediaUrls.Count == 0)
            throw new InvalidRequestException("body", "is required where there are no media_urls. Set one of them.");
    }
}
