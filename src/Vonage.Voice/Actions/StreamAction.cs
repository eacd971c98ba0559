namespace Vonage.Voice;

public partial class StreamAction
{
    partial void ValidateMore() => WebUrl.Check("streamUrl", _streamUrl);
}
