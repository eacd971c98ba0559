namespace Vonage.Sms;

/// <summary>Descriptions of the error statuses of message parts, for exception messages.</summary>
internal static class SmsStatusWords
{
    public static string? Find(SmsStatus? status) => status?.Value switch
    {
        SmsStatus.Values.Throttled => "too many requests per second",
        SmsStatus.Values.MissingParameters => "a parameter is missing",
        SmsStatus.Values.InvalidParameters => "a parameter value is not valid",
        SmsStatus.Values.InvalidCredentials => "the credentials are not valid, or the account is disabled",
        SmsStatus.Values.InternalError => "an internal error occurred in the API",
        SmsStatus.Values.InvalidMessage => "the message is malformed",
        SmsStatus.Values.NumberBarred => "the recipient's number is blocked",
        SmsStatus.Values.PartnerAccountBarred => "the account is blocked",
        SmsStatus.Values.PartnerQuotaViolation => "the account balance is too low for the message",
        SmsStatus.Values.TooManyBinds => "the account has too many open connections",
        SmsStatus.Values.AccountNotHttp => "the account is not enabled for HTTP",
        SmsStatus.Values.MessageTooLong => "the message is too long",
        SmsStatus.Values.InvalidSignature => "the signature is not valid",
        SmsStatus.Values.InvalidSender => "the sender is not permitted",
        SmsStatus.Values.BlockedByProvider => "the recipient's operator blocks the message",
        SmsStatus.Values.InvalidNetworkCode => "the network code is not valid",
        SmsStatus.Values.InvalidCallbackUrl => "the callback URL is too long or malformed",
        SmsStatus.Values.DestinationNotWhitelisted => "the recipient is not in the list of test numbers of the trial account",
        SmsStatus.Values.SignatureAndSecret => "both a signature and an API secret were sent",
        SmsStatus.Values.NumberDeactivated => "the number is deactivated",
        _ => null,
    };
}
