using Vonage.Core;

namespace Vonage.Video;

public partial class HlsOutput
{
    partial void ValidateMore()
    {
        if (HasDvr == true && HasLowLatency == true)
            throw new InvalidRequestException("dvr", "cannot be used with lowLatency. Omit one of them.");
    }
}
