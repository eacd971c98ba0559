using Vonage.Core;

namespace Vonage.Video;

public partial class AudioTransport
{
    partial void ValidateMore()
    {
        if (Format == AudioTransportFormat.Json && Encoding is null)
            throw new InvalidRequestException("encoding", "is required if transport is json. Set Encoding to AudioEncoding.Base64.");
    }
}
