namespace Vonage.Verify;

/// <summary>Descriptions of the error statuses, for exception messages.</summary>
internal static class VerifyStatusWords
{
    public static string? Find(VerifyStatus status) => status.Value switch
    {
        VerifyStatus.Values.Throttled => "too many requests per second",
        VerifyStatus.Values.MissingParameter => "a parameter is missing",
        VerifyStatus.Values.InvalidParameter => "a parameter value is not valid",
        VerifyStatus.Values.InvalidCredentials => "the credentials are not valid",
        VerifyStatus.Values.InternalError => "an internal error occurred in the API",
        VerifyStatus.Values.InvalidRequest => "the number cannot be reached, or the verification is unknown or has ended",
        VerifyStatus.Values.NumberBarred => "the number or its network is blocked",
        VerifyStatus.Values.AccountBarred => "the account is blocked",
        VerifyStatus.Values.QuotaExceeded => "the account balance is too low for the request",
        VerifyStatus.Values.ConcurrentVerification => "a verification of the number is already in progress",
        VerifyStatus.Values.UnsupportedNetwork => "the network is not supported",
        VerifyStatus.Values.WrongCode => "the code is wrong",
        VerifyStatus.Values.TooManyWrongCodes => "a wrong code was entered too many times",
        VerifyStatus.Values.NotAllowedNow => "the request is not possible in the current state",
        VerifyStatus.Values.OwnCodeNotSupported => "the account is not enabled for custom codes",
        VerifyStatus.Values.DestinationNotPermitted => "the number is not in the list of test numbers of the trial account",
        "101" => "no matching request was found, or it is not available yet",
        _ => null,
    };
}
