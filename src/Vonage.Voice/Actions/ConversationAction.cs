using Vonage.Core;

namespace Vonage.Voice;

public partial class ConversationAction
{
    partial void ValidateMore()
    {
        if (Mute == true && CanSpeak is not null)
            throw new InvalidRequestException("mute", "must not be true if canSpeak is set.");
        if (Transcription is not null && Record != true)
            throw new InvalidRequestException("transcription", "requires record to be true.");
        WebUrl.Check("musicOnHoldUrl", _musicOnHoldUrl);
        WebUrl.Check("eventUrl", _eventUrl);
    }
}
