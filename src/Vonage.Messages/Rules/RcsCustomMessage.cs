using Vonage.Core;

namespace Vonage.Messages;

public partial class RcsCustomMessage
{
    partial void ValidateMore()
    {
        if (Custom.Count == 0)
            throw new InvalidRequestException("custom", "must contain at least one field.");
    }
}
