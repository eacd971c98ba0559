namespace Vonage.Verify;

/// <summary>Descriptions of the error statuses, for exception messages.</summary>
internal static class VerifyStatusWords
{
    public static string? Find(VerifyStatus status) => status.Value switch
    {
        "1" => "too many requests per second",
        "2" => "a parameter is missing",
        "3" => "a parameter value is not valid",
        "4" => "the credentials are not valid",
        "5" => "an internal error occurred in the API",
        "6" => "the number cannot be reached, or the verification is unknown or has ended",
        "7" => "the number or its network is blocked",
        "8" => "the account is blocked",
        "9" => "the account balance is too low for the request",
        "10" => "a verification of the number is already in progress",
        "15" => "the network is not supported",
        "16" => "the code is wrong",
        "17" => "a wrong code was entered too many times",
        "19" => "the request is not possible in the current state",
        "20" => "the account is not enabled for custom codes",
        "29" => "the number is not in the list of test numbers of the trial account",
        "101" => "no matching request was found, or it is not available yet",
        _ => null,
    };
}
