using Vonage.Core;

namespace Vonage.Messages;

public partial class WhatsAppSticker
{
    partial void ValidateMore()
    {
#pragma warning disable CS0618 // An ID, although deprecated, is still accepted.
        if (Url is null && Id is null)
            throw new InvalidRequestException("url", "is required unless id is set.");
#pragma warning restore CS0618
    }
}
