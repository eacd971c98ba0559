using Vonage.Core;

namespace Vonage.Video;

public partial class BroadcastOutputs
{
    partial void ValidateMore()
    {
        if (Hls is null && Rtmp.Count == 0 && AdditionalProperties.Count == 0)
            throw new InvalidRequestException("outputs", "must have hls, rtmp or both. For HLS with the defaults, set Hls to a new HlsOutput.");
    }
}
