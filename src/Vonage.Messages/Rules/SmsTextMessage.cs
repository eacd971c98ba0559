using Vonage.Core;

namespace Vonage.Messages;

public partial class SmsTextMessage
{
    partial void ValidateMore()
    {
        if (Sms?.EncodingType == SmsEncodingType.Text && !SmsText.IsGsm(Text))
            throw new InvalidRequestException("text", "contains a character that is not in the GSM alphabet and would arrive as another one. Set sms.encoding_type to unicode or auto, or leave it unset.");
    }
}
