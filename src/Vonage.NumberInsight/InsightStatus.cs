namespace Vonage.NumberInsight;

/// <summary>The known values of the <c>status</c> of a lookup.</summary>
public static class InsightStatus
{
    /// <summary>The lookup succeeded.</summary>
    public const int Success = 0;

    /// <summary>There were too many requests in the last second. Wait and try again.</summary>
    public const int Throttled = 1;

    /// <summary>A parameter is missing or has an invalid value.</summary>
    public const int InvalidParameter = 3;

    /// <summary>The credentials are not valid.</summary>
    public const int InvalidCredentials = 4;

    /// <summary>An internal error occurred in the API.</summary>
    public const int InternalError = 5;

    /// <summary>The account balance is too low for the lookup.</summary>
    public const int QuotaExceeded = 9;

    /// <summary>The account is not permitted to use this feature.</summary>
    public const int FacilityNotAllowed = 19;

    /// <summary>The request is malformed.</summary>
    public const int InvalidRequest = 999;

    /// <summary>Determines whether the status means that the network did not respond (43, 44, 45) and the response contains partial data.</summary>
    /// <param name="status">The status.</param>
    public static bool IsPartial(int status) => status is 43 or 44 or 45;

    internal static string? Find(int status) => status switch
    {
        Throttled => "too many requests per second",
        InvalidParameter => "a parameter is missing or has an invalid value",
        InvalidCredentials => "the credentials are not valid",
        InternalError => "an internal error occurred in the API",
        QuotaExceeded => "the account balance is too low for the lookup",
        FacilityNotAllowed => "the account is not permitted to use this feature",
        InvalidRequest => "the request is malformed",
        43 or 44 or 45 => "the network did not respond",
        _ => null,
    };
}
