namespace Vonage.Sms;

/// <summary>Descriptions of the error statuses of message parts, for exception messages.</summary>
internal static class SmsStatusWords
{
    public static string? Find(SmsStatus? status) => status?.Value switch
    {
        "1" => "too many requests per second",
        "2" => "a parameter is missing",
        "3" => "a parameter value is not valid",
        "4" => "the credentials are not valid, or the account is disabled",
        "5" => "an internal error occurred in the API",
        "6" => "the message is malformed",
        "7" => "the recipient's number is blocked",
        "8" => "the account is blocked",
        "9" => "the account balance is too low for the message",
        "10" => "the account has too many open connections",
        "11" => "the account is not enabled for HTTP",
        "12" => "the message is too long",
        "14" => "the signature is not valid",
        "15" => "the sender is not permitted",
        "17" => "the recipient's operator blocks the message",
        "22" => "the network code is not valid",
        "23" => "the callback URL is too long or malformed",
        "29" => "the recipient is not in the list of test numbers of the trial account",
        "32" => "both a signature and an API secret were sent",
        "33" => "the number is deactivated",
        _ => null,
    };
}
