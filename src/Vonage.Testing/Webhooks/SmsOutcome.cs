using Vonage.Sms;

namespace Vonage.Testing;

/// <summary>What becomes of an SMS to a number, as its delivery receipt tells it.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="ErrorCode">The receipt's <c>err-code</c>: 0 where nothing failed.</param>
public sealed record SmsOutcome(SmsDeliveryStatus Status, int ErrorCode = 0)
{
    /// <summary>It arrives: what happens unless something else is said.</summary>
    public static SmsOutcome Delivered { get; } = new(SmsDeliveryStatus.Delivered);

    /// <summary>It does not arrive: the number is not there for good (<c>err-code</c> 3).</summary>
    public static SmsOutcome Failed { get; } = new(SmsDeliveryStatus.Failed, 3);

    /// <summary>The operator refuses it as spam (<c>err-code</c> 6).</summary>
    public static SmsOutcome Rejected { get; } = new(SmsDeliveryStatus.Rejected, 6);

    /// <summary>Its time is over before the phone is there (<c>err-code</c> 2).</summary>
    public static SmsOutcome Expired { get; } = new(SmsDeliveryStatus.Expired, 2);
}
