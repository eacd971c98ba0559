using Vonage.Core;

namespace Vonage.Dispatch;

public partial class DispatchStep
{
    // The specification cannot state that a field depends on the value of another.
    partial void ValidateMore()
    {
        CheckAddress("to", To, isSender: false);
        CheckAddress("from", From, isSender: true);
    }

    private static void CheckAddress(string field, DispatchAddress address, bool isSender)
    {
        if (address.Type == DispatchChannel.Messenger && address.Id is null)
            throw new InvalidRequestException($"{field}.id", "is required for messenger. Set it to the ID of the person or the page.");
        if (address.Type == DispatchChannel.Viber && isSender && address.Id is null && address.Number is null)
            throw new InvalidRequestException($"{field}.id", "is required for a sender of viber_service_msg. Set it to the ID of the service.");
        if (NeedsNumber(address.Type, isSender) && address.Number is null)
            throw new InvalidRequestException($"{field}.number", $"is required for {address.Type}. Set it to the {(isSender ? "number of the sender" : "number of the recipient, in international format")}.");
    }

    private static bool NeedsNumber(DispatchChannel? channel, bool isSender) =>
        channel == DispatchChannel.Sms || channel == DispatchChannel.WhatsApp || (channel == DispatchChannel.Viber && !isSender);
}
