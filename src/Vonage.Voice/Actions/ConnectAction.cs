using Vonage.Core;

namespace Vonage.Voice;

public partial class ConnectAction
{
    partial void ValidateMore()
    {
        if (RandomFromNumber == true && From is not null)
            throw new InvalidRequestException("randomFromNumber", "must not be true if from is set.");
        if (Endpoint[0] is ConnectWebsocketEndpoint { Authorization: { Type: null } })
            throw new InvalidRequestException("endpoint[0].authorization.type", "is required in a connect action: vonage or custom.");
        // The minimum for the detection of a call is 30 seconds; here it is higher.
        Check.Duration("advancedMachineDetection.beep_timeout", AdvancedMachineDetection?.BeepTimeout, TimeSpan.FromSeconds(1), 45m, 120m);
        WebUrl.Check("ringbackTone", RingbackTone);
        WebUrl.Check("eventUrl", _eventUrl);
    }
}
