using Vonage.Core;

namespace Vonage.Voice;

public partial class PayAction
{
    partial void ValidateMore()
    {
        if (decimal.Round(Amount, 2) != Amount)
            throw new InvalidRequestException("amount", "must have two decimals at most.");
        WebUrl.Check("eventUrl", _eventUrl);
    }
}
