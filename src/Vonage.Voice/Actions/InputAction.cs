using Vonage.Core;

namespace Vonage.Voice;

public partial class InputAction
{
    partial void ValidateMore()
    {
        if (Dtmf is not null && Mode == InputMode.Asynchronous)
            throw new InvalidRequestException("dtmf", "must not be set where mode is asynchronous: each key is sent as it is pressed.");
        if (Dtmf is not null && !Type.Contains(InputType.Dtmf))
            throw new InvalidRequestException("type", "must hold dtmf, as settings for it are there.");
        if (Speech is not null && !Type.Contains(InputType.Speech))
            throw new InvalidRequestException("type", "must hold speech, as settings for it are there.");
        WebUrl.Check("eventUrl", _eventUrl);
    }
}
