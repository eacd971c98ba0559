namespace Vonage.Testing.Webhooks;

/// <summary>
/// When Vonage sends a webhook again that the application did not take, as far as that is documented: webhooks of messages, SMS and video after 5 seconds,
/// then after twice the time, up to 15 minutes, for 24 hours, and delivery receipts for 72. The others are sent once, except for the request for an NCCO.
/// </summary>
internal static class RetrySchedule
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>Gets the time until the next attempt; null if there is none.</summary>
    /// <param name="type">The type of webhook.</param>
    /// <param name="status">The status of the response; null if there was no response.</param>
    /// <param name="attempt">The number of attempts so far.</param>
    /// <param name="age">The time since the first one.</param>
    public static TimeSpan? DelayAfter(WebhookType type, int? status, int attempt, TimeSpan age)
    {
        if (!HasFailed(type, status))
            return null;
        var delay = First * Math.Pow(2, Math.Min(attempt - 1, 30));
        delay = delay < Longest ? delay : Longest;
        return age + delay <= LifeOf(type) ? delay : null;
    }

    /// <summary>Gets the number of attempts, one directly after the other, to get an NCCO from an application that does not answer in time.</summary>
    public static int AttemptsAtOnce(WebhookType type) => type switch
    {
        WebhookType.Answer => 3,
        WebhookType.Fallback => 2,
        _ => 1,
    };

    private static bool HasFailed(WebhookType type, int? status) => type is WebhookType.InboundSms or WebhookType.SmsDeliveryReceipt
        ? status is not (>= 200 and < 300)
        : status is null or 429 or >= 500;

    private static TimeSpan LifeOf(WebhookType type) => type switch
    {
        WebhookType.SmsDeliveryReceipt => TimeSpan.FromHours(72),
        WebhookType.InboundSms or WebhookType.InboundMessage or WebhookType.MessageStatus
            or WebhookType.VideoEvent or WebhookType.CaptionsStatus or WebhookType.ExperienceComposerStatus => TimeSpan.FromHours(24),
        _ => TimeSpan.Zero,
    };
}
