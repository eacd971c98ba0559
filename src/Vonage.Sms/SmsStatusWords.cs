namespace Vonage.Sms;

/// <summary>What the status of a refused part means, in words to show.</summary>
internal static class SmsStatusWords
{
    public static string? Find(SmsStatus status) => status.Value switch
    {
        "1" => "too many requests per second",
        "2" => "a parameter is missing",
        "3" => "a parameter value is not valid",
        "4" => "the credentials are wrong, or the account is disabled",
        "5" => "an internal error occurred in the API",
        "6" => "the message cannot be understood",
        "7" => "the recipient's number is barred",
        "8" => "the account is blocked",
        "9" => "the account's balance does not cover the message",
        "10" => "the account has too many connections open",
        "11" => "the account is not enabled for HTTP",
        "12" => "the message is too long",
        "14" => "the signature is wrong",
        "15" => "the sender is not allowed",
        "17" => "the recipient's operator blocks the message",
        "22" => "the network code is wrong",
        "23" => "the callback URL is too long or malformed",
        "29" => "the recipient is not among the numbers that a trial account may write to",
        "32" => "both a signature and an API secret were sent",
        "33" => "the number is de-activated",
        _ => null,
    };
}
