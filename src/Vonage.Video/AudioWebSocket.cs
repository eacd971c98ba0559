using System.Text;
using Vonage.Core;

namespace Vonage.Video;

public partial class AudioWebSocket
{
    private const int MaxHeaderBytes = 512;

    partial void ValidateMore()
    {
        if (!Uri.IsAbsoluteUri || Uri.Scheme is not ("ws" or "wss"))
            throw new InvalidRequestException("uri", "must be an absolute URL that starts with wss:// or ws://.");
        if (Headers.Sum(header => Encoding.UTF8.GetByteCount(header.Key) + Encoding.UTF8.GetByteCount(header.Value)) is var bytes && bytes > MaxHeaderBytes)
            throw new InvalidRequestException("headers", $"must have at most {MaxHeaderBytes} bytes in all, but have {bytes}.");
    }
}
