using Vonage.Core;

namespace Vonage.Video;

public partial class VideoSipEndpoint
{
    partial void ValidateMore()
    {
        if (!Uri.IsAbsoluteUri || Uri.Scheme is not ("sip" or "sips"))
            throw new InvalidRequestException("uri", "must be a SIP URI, such as sip:user@example.com.");
        if (Headers.Keys.FirstOrDefault(name => !name.StartsWith("X-", StringComparison.OrdinalIgnoreCase)) is not null)
            throw new InvalidRequestException("headers", "must have names that start with X-. Rename the others.");
    }
}
