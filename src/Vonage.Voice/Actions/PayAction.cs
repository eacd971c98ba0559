using Vonage.Core;

namespace Vonage.Voice;

public partial class PayAction
{
    partial void ValidateMore()
    {
        if (decimal.Round(Amount, 2) != Amount)
            throw new InvalidRequestException("amount", "must have at most two decimal places.");
        WebUrl.Check("eventUrl", _eventUrl);
    }
}
