namespace Vonage.Sms;

/// <remarks>The client throws a <see cref="VonageSmsException"/> if any part of the message was rejected. A returned reply means that all parts were accepted.</remarks>
public partial class SmsResponse : IResponseCheck
{
    /// <inheritdoc/>
    Exception? IResponseCheck.FindError(ApiResponse reply)
    {
        if (Messages.Count == 0)
            return new VonageSmsException(reply, this);
        foreach (var part in Messages)
            if (part.Status != SmsStatus.Success)
                return new VonageSmsException(reply, this);
        return null;
    }
}
