using System.Text;
using Vonage.Core;

namespace Vonage.Video;

public partial class VideoSignal
{
    private const int MaxTypeBytes = 128;

    private const int MaxDataBytes = 8192;

    // The API counts bytes; the limits of the specification are those for characters of one byte.
    partial void ValidateMore()
    {
        CheckBytes("type", Type, MaxTypeBytes);
        CheckBytes("data", Data, MaxDataBytes);
    }

    private static void CheckBytes(string field, string text, int max)
    {
        if (Encoding.UTF8.GetByteCount(text) is var bytes && bytes > max)
            throw new InvalidRequestException(field, $"must have at most {max} bytes in UTF-8, but has {bytes}.");
    }
}
