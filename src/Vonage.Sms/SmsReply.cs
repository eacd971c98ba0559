using Vonage.Core;

namespace Vonage.Sms;

/// <remarks>The client throws a <see cref="VonageSmsException"/> for a reply in which any part was refused: what it returns was taken whole.</remarks>
public partial class SmsReply : IReplyCheck
{
    /// <inheritdoc/>
    Exception? IReplyCheck.FindError(ApiReply reply)
    {
        if (Messages.Count == 0)
            return new VonageSmsException(reply, this);
        foreach (var part in Messages)
            if (part.Status != SmsStatus.Success)
                return new VonageSmsException(reply, this);
        return null;
    }
}
