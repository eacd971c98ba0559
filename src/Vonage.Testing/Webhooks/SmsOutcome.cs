using Vonage.Sms;

namespace Vonage.Testing;

/// <summary>The outcome of SMS to a number, as reported in the delivery receipt.</summary>
/// <param name="Status">The final status.</param>
/// <param name="ErrorCode">The <c>err-code</c> of the receipt; 0 for success.</param>
public sealed record SmsOutcome(SmsDeliveryStatus Status, int ErrorCode = 0)
{
    /// <summary>The SMS is delivered. This is the default.</summary>
    public static SmsOutcome Delivered { get; } = new(SmsDeliveryStatus.Delivered);

    /// <summary>The SMS is not delivered because the number is permanently unavailable (<c>err-code</c> 3).</summary>
    public static SmsOutcome Failed { get; } = new(SmsDeliveryStatus.Failed, 3);

    /// <summary>The operator rejects the SMS as spam (<c>err-code</c> 6).</summary>
    public static SmsOutcome Rejected { get; } = new(SmsDeliveryStatus.Rejected, 6);

    /// <summary>The SMS expires before the phone is available (<c>err-code</c> 2).</summary>
    public static SmsOutcome Expired { get; } = new(SmsDeliveryStatus.Expired, 2);
}
