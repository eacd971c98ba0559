namespace Vonage.Testing;

/// <summary>What a webhook tells, or asks for.</summary>
public enum WebhookKind
{
    /// <summary>An SMS came in (SMS API).</summary>
    InboundSms,

    /// <summary>A part of an SMS was delivered (SMS API).</summary>
    SmsDeliveryReceipt,

    /// <summary>A message came in (Messages API).</summary>
    InboundMessage,

    /// <summary>A message got on (Messages API).</summary>
    MessageStatus,

    /// <summary>A call was answered: what shall it do?</summary>
    Answer,

    /// <summary>A call got on.</summary>
    CallEvent,

    /// <summary>Keys were pressed: what shall the call do?</summary>
    Input,
}
