using System.Globalization;
using System.Net;
using Campaign.Store;
using Vonage.Core;
using Vonage.Sms;

namespace Campaign.Sending;

/// <summary>
/// Reads what became of a call. Only what was provably not sent waits for another attempt; what was refused is refused for good; and what may have arrived is
/// unknown, until a receipt or a record of the Reports API shows it.
/// </summary>
internal static class Outcomes
{
    /// <summary>The longest time for which everybody is held back.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan ShortPause = TimeSpan.FromSeconds(1);

    public static Outcome OfReply(Attempt attempt, SmsResponse reply) => new(
        attempt.Id, attempt.Reference, RecipientState.Sent, reply.Messages[0].MessageId, Price: Millionths(reply.Messages.Sum(part => part.MessagePrice)));

    /// <summary>Nothing was called: the lease has run out, or the process ends.</summary>
    public static Outcome NotCalled(Attempt attempt, DateTimeOffset now) => Again(attempt, "not called", now, TimeSpan.Zero);

    public static Outcome OfError(Attempt attempt, Exception error, DateTimeOffset now) => error switch
    {
        VonageSmsException rejected => OfRejection(attempt, rejected, now),
        InvalidRequestException => Refused(attempt, "invalid", error.Message),
        CredentialsException => Stopped(attempt, "credentials", error.Message, now),
        ApiException { WasSent: RequestSent.No } unsent => Again(attempt, "not sent", now, unsent.RetryAfter ?? ShortPause),
        ApiException { StatusCode: HttpStatusCode.TooManyRequests } throttled => Again(attempt, "429", now, throttled.RetryAfter ?? ShortPause),
        ApiException { StatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden } denied => Stopped(attempt, Code(denied), denied.Message, now),
        ApiException { WasSent: RequestSent.Yes, StatusCode: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError } refused => Refused(attempt, Code(refused), refused.Message),
        ApiException unknown => Unknown(attempt, unknown.StatusCode is null ? null : Code(unknown), unknown.Message),
        _ => Unknown(attempt, null, error.Message),
    };

    private static Outcome OfRejection(Attempt attempt, VonageSmsException rejected, DateTimeOffset now)
    {
        var parts = rejected.Response.Messages;
        var code = rejected.Status?.Value;
        if (parts.FirstOrDefault(part => part.Status == SmsStatus.Success) is { } accepted)
            return new(attempt.Id, attempt.Reference, RecipientState.Sent, accepted.MessageId, code, "Some parts were refused.", Millionths(parts.Sum(part => part.MessagePrice)));
        if (parts.Count == 0)
            return Unknown(attempt, null, rejected.Message);
        if (parts.All(part => part.Status == SmsStatus.Throttled))
            return Again(attempt, code!, now, ShortPause);
        // The next message would be refused as this one. What is wrong with the account is no fault of the message.
        return code switch
        {
            SmsStatus.Values.InvalidCredentials or SmsStatus.Values.PartnerAccountBarred or SmsStatus.Values.PartnerQuotaViolation => Stopped(attempt, code, rejected.Message, now),
            SmsStatus.Values.InvalidSender => Refused(attempt, code, rejected.Message) with { Stop = rejected.Message },
            _ => Refused(attempt, code ?? "unknown", rejected.Message),
        };
    }

    private static Outcome Again(Attempt attempt, string code, DateTimeOffset now, TimeSpan pause)
    {
        var wait = pause < LongestPause ? pause : LongestPause;
        return new(attempt.Id, attempt.Reference, RecipientState.Waiting, Code: code, Due: (now + wait).ToUnixTimeMilliseconds()) { Pause = wait };
    }

    // Not due before the campaign is paused.
    private static Outcome Stopped(Attempt attempt, string code, string reason, DateTimeOffset now) => Again(attempt, code, now, ShortPause) with { Stop = reason };

    private static Outcome Refused(Attempt attempt, string code, string detail) => new(attempt.Id, attempt.Reference, RecipientState.Refused, Code: code, Detail: detail);

    private static Outcome Unknown(Attempt attempt, string? code, string detail) => new(attempt.Id, attempt.Reference, RecipientState.Unknown, Code: code, Detail: detail);

    private static string Code(ApiException error) => ((int)error.StatusCode!).ToString(CultureInfo.InvariantCulture);

    private static long? Millionths(decimal? price) => price is null ? null : (long)(price * 1_000_000);
}
