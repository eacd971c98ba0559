using Vonage.Core;

namespace Flowroute.Messages;

public partial class SendMessageRequest
{
    partial void ValidateMore()
    {
        if (string.IsNullOrEmpty(Body) && MediaUrls.Count == 0)
            throw new InvalidRequestException("body", "is required if media_urls is empty. Set one of them.");
    }
}
