namespace Vonage.Testing;

/// <summary>What a webhook tells, or asks for.</summary>
public enum WebhookKind
{
    /// <summary>An SMS came in (SMS API).</summary>
    InboundSms,

    /// <summary>A part of an SMS was delivered, or was not (SMS API).</summary>
    SmsDeliveryReceipt,

    /// <summary>A message came in (Messages API).</summary>
    InboundMessage,

    /// <summary>A message got on (Messages API).</summary>
    MessageStatus,

    /// <summary>A call was answered: what shall it do?</summary>
    Answer,

    /// <summary>A call got on.</summary>
    CallEvent,

    /// <summary>Keys were pressed or words were spoken: what shall the call do?</summary>
    Input,

    /// <summary>The answer URL, or the URL of an input, has failed: what shall the call do?</summary>
    Fallback,

    /// <summary>A recording is finished.</summary>
    Recording,

    /// <summary>The transcript of a recording is ready.</summary>
    Transcription,

    /// <summary>A call has moved to another conversation.</summary>
    Transfer,

    /// <summary>A notify action was reached.</summary>
    Notify,

    /// <summary>What a call shall do cannot be carried out.</summary>
    CallError,

    /// <summary>A verification got on (Verify v2).</summary>
    VerificationEvent,

    /// <summary>A look-up is ready (Number Insight).</summary>
    NumberInsight,

    /// <summary>Something happened in a meeting (Meetings).</summary>
    Meeting,

    /// <summary>Anything else that a test has sent.</summary>
    Other,
}
