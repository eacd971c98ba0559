using Vonage.Core;

namespace Vonage.IdentityInsights;

public partial class SubscriberMatchRequest
{
    // The specification cannot state that one of several fields is required.
    partial void ValidateMore()
    {
        if (IdDocument is null && GivenName is null && FamilyName is null && StreetName is null && StreetNumber is null && PostalCode is null && Locality is null
            && Region is null && Country is null && HouseNumberExtension is null && Birthdate is null && AdditionalProperties.Count == 0)
            throw new InvalidRequestException("given_name", "or another field to compare is required. Set one.");
    }
}
