using Vonage.Core;

namespace Vonage.Video;

public partial class StreamChange
{
    /// <summary>Creates a change that adds a stream, or changes which of its media are included.</summary>
    /// <param name="streamId">The ID of the stream.</param>
    /// <param name="hasAudio">Whether its audio is included.</param>
    /// <param name="hasVideo">Whether its video is included.</param>
    public static StreamChange Add(string streamId, bool hasAudio = true, bool hasVideo = true) => new() { AddStream = streamId, HasAudio = hasAudio, HasVideo = hasVideo };

    /// <summary>Creates a change that removes a stream.</summary>
    /// <param name="streamId">The ID of the stream.</param>
    public static StreamChange Remove(string streamId) => new() { RemoveStream = streamId };

    partial void ValidateMore()
    {
        if (string.IsNullOrEmpty(AddStream) == string.IsNullOrEmpty(RemoveStream))
            throw new InvalidRequestException("addStream", "and removeStream exclude each other, and one of them is required. Use StreamChange.Add or StreamChange.Remove.");
        if (RemoveStream is not null && (HasAudio ?? HasVideo) is not null)
            throw new InvalidRequestException("removeStream", "cannot be used with hasAudio or hasVideo. To include only one of them, add the stream again.");
    }
}
