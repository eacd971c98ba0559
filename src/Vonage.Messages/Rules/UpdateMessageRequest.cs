using Vonage.Core;

namespace Vonage.Messages;

public partial class UpdateMessageRequest
{
    partial void ValidateMore()
    {
        if (ReplyingIndicator is not null && Status != MessageUpdateStatus.Read)
            throw new InvalidRequestException("replying_indicator", "requires status to be read.");
    }
}
