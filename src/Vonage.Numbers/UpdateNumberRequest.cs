using Vonage.Core;

namespace Vonage.Numbers;

public partial class UpdateNumberRequest
{
    partial void ValidateMore()
    {
        if (VoiceCallbackType is not null)
            Check.Required("voiceCallbackValue", VoiceCallbackValue);
        else if (VoiceCallbackValue is { Length: > 0 })
            throw new InvalidRequestException("voiceCallbackType", "is required if voiceCallbackValue is set, because it specifies the type of the value.");
    }
}
