using Vonage.Core;

namespace Vonage.Messages;

public partial class OutboundMessage
{
    partial void ValidateMore()
    {
        Check.Required("channel", Channel);
        for (var i = 0; i < _failover?.Count; i++)
            if (_failover[i]._failover is { Count: > 0 })
                throw new InvalidRequestException($"failover[{i}].failover", "must not be set: add all alternatives to the failover of the first message.");
    }
}
