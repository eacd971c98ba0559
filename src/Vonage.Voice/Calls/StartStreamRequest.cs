namespace Vonage.Voice;

public partial class StartStreamRequest
{
    partial void ValidateMore()
    {
        WebUrl.Check("stream_url", _streamUrl);
        Check.Range("level", Level, -1m, 1m);
    }
}
