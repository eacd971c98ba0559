namespace Vonage.NumberInsight;

/// <summary>What became of a look-up: the values that <c>status</c> has by now.</summary>
public static class InsightStatus
{
    /// <summary>Done.</summary>
    public const int Success = 0;

    /// <summary>Too many requests in the last second. Wait, and try again.</summary>
    public const int Throttled = 1;

    /// <summary>A parameter is missing or has a value that is not allowed.</summary>
    public const int InvalidParameter = 3;

    /// <summary>The credentials are wrong.</summary>
    public const int InvalidCredentials = 4;

    /// <summary>The API failed.</summary>
    public const int InternalError = 5;

    /// <summary>The account's balance does not cover the look-up.</summary>
    public const int QuotaExceeded = 9;

    /// <summary>The account may not do this.</summary>
    public const int FacilityNotAllowed = 19;

    /// <summary>The request cannot be read.</summary>
    public const int InvalidRequest = 999;

    /// <summary>Whether the network did not answer (43, 44, 45), and what is known without it was told.</summary>
    /// <param name="status">The status.</param>
    public static bool IsPartial(int status) => status is 43 or 44 or 45;

    internal static string? Find(int status) => status switch
    {
        Throttled => "too many requests per second",
        InvalidParameter => "a parameter is missing, or has a value that is not allowed",
        InvalidCredentials => "the credentials are not valid",
        InternalError => "an internal error occurred in the API",
        QuotaExceeded => "the account's balance does not cover the look-up",
        FacilityNotAllowed => "the account may not do this",
        InvalidRequest => "the request cannot be read",
        43 or 44 or 45 => "the network did not answer",
        _ => null,
    };
}
