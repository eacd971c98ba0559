using Vonage.Core;

namespace Vonage.IdentityInsights;

public partial class RequestedInsights
{
    // The specification cannot state that one of several fields is required.
    partial void ValidateMore()
    {
        if (Format is null && SimSwap is null && OriginalCarrier is null && CurrentCarrier is null && LocationVerification is null
            && SubscriberMatch is null && Roaming is null && Reachability is null && DeviceSwap is null && AdditionalProperties.Count == 0)
            throw new InvalidRequestException("format", "or another insight is required. Set one, such as Format = new().");
    }
}
