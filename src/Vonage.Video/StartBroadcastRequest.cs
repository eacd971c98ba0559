using Vonage.Core;

namespace Vonage.Video;

public partial class StartBroadcastRequest
{
    partial void ValidateMore()
    {
        if (HasAudio == false && HasVideo == false)
            throw new InvalidRequestException("hasAudio", "and hasVideo cannot both be false, because nothing would be broadcast. Omit one of them.");
    }
}
