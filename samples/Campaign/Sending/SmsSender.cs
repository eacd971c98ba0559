using Campaign.Store;
using Vonage.Core;
using Vonage.Sms;

namespace Campaign.Sending;

/// <summary>Makes the one call of an attempt.</summary>
public sealed class SmsSender(ISmsClient sms, SendingOptions options, TimeProvider clock)
{
    // Without retries: whether a message may be sent again is decided by its row.
    private readonly RequestOptions _request = new() { Timeout = options.CallTimeout };

    /// <summary>Sends a message whose row is marked as sending. A call that has begun is not canceled: its answer is needed.</summary>
    internal async Task<Outcome> SendAsync(Attempt attempt)
    {
        if (!attempt.HasTimeFor(options.CallTimeout))
            return Outcomes.NotCalled(attempt, clock.GetUtcNow());
        try
        {
            var request = new SmsRequest(attempt.Sender, attempt.Number, attempt.Body) { ClientRef = attempt.Reference, Ttl = attempt.Ttl };
            return Outcomes.OfReply(attempt, await sms.SendAsync(request, _request, CancellationToken.None));
        }
        catch (Exception error)
        {
            return Outcomes.OfError(attempt, error, clock.GetUtcNow());
        }
    }
}
