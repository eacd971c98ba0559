namespace Vonage.NumberInsight;

public readonly partial record struct InsightStatus
{
    /// <summary>Indicates whether the network did not respond (43, 44, 45) and the response contains partial data.</summary>
    public bool IsPartial => Value is Values.LiveLookupNotReturned43 or Values.LiveLookupNotReturned44 or Values.LiveLookupNotReturned45;

    internal string? Meaning => Value switch
    {
        Values.Throttled => "too many requests per second",
        Values.InvalidParameter => "a parameter is missing or has an invalid value",
        Values.InvalidCredentials => "the credentials are not valid",
        Values.InternalError => "an internal error occurred in the API",
        Values.QuotaExceeded => "the account balance is too low for the lookup",
        Values.FacilityNotAllowed => "the account is not permitted to use this feature",
        Values.InvalidRequest => "the request is malformed",
        _ => IsPartial ? "the network did not respond" : null,
    };
}
