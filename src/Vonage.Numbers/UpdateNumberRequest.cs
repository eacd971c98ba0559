using Vonage.Core;

namespace Vonage.Numbers;

public partial class UpdateNumberRequest
{
    /// <summary>Creates an update from the current settings of a number. Change the values and send the update.</summary>
    /// <remarks>
    /// The API does not return <see cref="VoiceStatusCallback"/> and <see cref="InboundSmppSystemType"/>, so they are not set. A setting that is
    /// <see langword="null"/> is not sent: to remove <see cref="InboundHttpUrl"/>, set it to an empty relative URI.
    /// </remarks>
    /// <param name="number">The number as returned by the API.</param>
    public static UpdateNumberRequest From(OwnedNumber number) => new((number ?? throw new ArgumentNullException(nameof(number))).Country ?? string.Empty, number.Msisdn ?? string.Empty)
    {
        ApplicationId = number.ApplicationId,
        InboundHttpUrl = number.InboundHttpUrl,
        VoiceCallbackType = number.VoiceCallbackType,
        VoiceCallbackValue = number.VoiceCallbackValue,
#pragma warning disable CS0618 // Accounts without an application still have them.
        MessagesCallbackType = number.MessagesCallbackType,
        MessagesCallbackValue = number.MessagesCallbackValue,
#pragma warning restore CS0618
    };

    partial void ValidateMore()
    {
        if (VoiceCallbackType is not null)
            Check.Required("voiceCallbackValue", VoiceCallbackValue);
        else if (VoiceCallbackValue is { Length: > 0 })
            throw new InvalidRequestException("voiceCallbackType", "is required if voiceCallbackValue is set, because it specifies the type of the value.");
    }
}
