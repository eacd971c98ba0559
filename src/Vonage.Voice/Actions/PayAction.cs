using Vonage.Core;

namespace Vonage.Voice;

public partial class PayAction
{
    partial void ValidateMore()
    {
        if (Amount is { } amount && decimal.Round(amount, 2) != amount)
            throw new InvalidRequestException("amount", "must have at most two decimal places.");
        WebUrl.Check("eventUrl", _eventUrl);
    }
}
