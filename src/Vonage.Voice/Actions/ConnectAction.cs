using Vonage.Core;

namespace Vonage.Voice;

public partial class ConnectAction
{
    partial void ValidateMore()
    {
        if (RandomFromNumber == true && From is not null)
            throw new InvalidRequestException("randomFromNumber", "must not be true together with from.");
        if (Endpoint[0] is WebsocketEndpoint { Authorization: { Type: null } })
            throw new InvalidRequestException("endpoint[0].authorization.type", "is required in a connect action: vonage or custom.");
        WholeSeconds.Check("timeout", Timeout);
        WholeSeconds.Check("limit", Limit);
        // A call's own detection may wait from 30 seconds on; here the shortest is longer.
        Check.Duration("advancedMachineDetection.beep_timeout", AdvancedMachineDetection?.BeepTimeout, TimeSpan.FromSeconds(1), 45m, 120m);
        WebUrl.Check("ringbackTone", RingbackTone);
        WebUrl.Check("eventUrl", _eventUrl);
    }
}
