namespace Vonage.Voice;

public partial class StartStreamRequest
{
    /// <summary>Initializes a new instance of the <see cref="StartStreamRequest"/> class.</summary>
    public StartStreamRequest()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="StartStreamRequest"/> class with the URL of an audio file.</summary>
    /// <param name="streamUrl">The URL of the audio file.</param>
    public StartStreamRequest(Uri streamUrl)
    {
        ArgumentNullException.ThrowIfNull(streamUrl);
        StreamUrl.Add(streamUrl);
    }

    partial void ValidateMore()
    {
        WebUrl.Check("stream_url", _streamUrl);
        Check.Range("level", Level, -1m, 1m);
    }
}
