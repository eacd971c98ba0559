namespace Vonage.Verify;

/// <summary>What the status of a refusal means, in words to show.</summary>
internal static class VerifyStatusWords
{
    public static string? Find(VerifyStatus status) => status.Value switch
    {
        "1" => "too many requests a second",
        "2" => "a parameter is missing",
        "3" => "a parameter has a value that is not allowed",
        "4" => "the credentials are wrong",
        "5" => "the API failed",
        "6" => "the number cannot be reached, or the verification is unknown or over",
        "7" => "the number or its network is barred",
        "8" => "the account is barred",
        "9" => "the account's balance does not cover the request",
        "10" => "the number has a verification under way",
        "15" => "the network is not supported",
        "16" => "the code is wrong",
        "17" => "the code was wrong too many times",
        "19" => "not possible at this moment",
        "20" => "the account is not enabled for codes of its own",
        "29" => "the number is not among those that a trial account may verify",
        "101" => "not found, or not yet",
        _ => null,
    };
}
