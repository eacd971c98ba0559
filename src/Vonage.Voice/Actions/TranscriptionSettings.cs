namespace Vonage.Voice;

public partial class TranscriptionSettings
{
    partial void ValidateMore() => WebUrl.Check("eventUrl", _eventUrl);
}
