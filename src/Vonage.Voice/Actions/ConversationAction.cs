using Vonage.Core;

namespace Vonage.Voice;

public partial class ConversationAction
{
    partial void ValidateMore()
    {
        if (Mute == true && CanSpeak is not null)
            throw new InvalidRequestException("mute", "must not be true together with canSpeak.");
        if (Transcription is not null && Record != true)
            throw new InvalidRequestException("transcription", "needs record to be true: there is nothing to transcribe.");
        WebUrl.Check("musicOnHoldUrl", _musicOnHoldUrl);
        WebUrl.Check("eventUrl", _eventUrl);
    }
}
