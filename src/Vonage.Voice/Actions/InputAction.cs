using Vonage.Core;

namespace Vonage.Voice;

public partial class InputAction
{
    partial void ValidateMore()
    {
        if (Dtmf is not null && Mode == InputMode.Asynchronous)
            throw new InvalidRequestException("dtmf", "must not be set if mode is asynchronous, because each key is sent when it is pressed.");
        if (Dtmf is not null && !Type.Contains(InputType.Dtmf))
            throw new InvalidRequestException("type", "must contain dtmf because dtmf settings are present.");
        if (Speech is not null && !Type.Contains(InputType.Speech))
            throw new InvalidRequestException("type", "must contain speech because speech settings are present.");
        WebUrl.Check("eventUrl", _eventUrl);
    }
}
