namespace Vonage.Testing;

/// <summary>Specifies the type of a webhook.</summary>
public enum WebhookType
{
    /// <summary>An inbound SMS (SMS API).</summary>
    InboundSms,

    /// <summary>The delivery receipt of a part of an SMS (SMS API).</summary>
    SmsDeliveryReceipt,

    /// <summary>An inbound message (Messages API).</summary>
    InboundMessage,

    /// <summary>The status of a message (Messages API).</summary>
    MessageStatus,

    /// <summary>The request for the NCCO of a call.</summary>
    Answer,

    /// <summary>A status change of a call.</summary>
    CallEvent,

    /// <summary>DTMF or speech input. The response can contain an NCCO.</summary>
    Input,

    /// <summary>The request for an NCCO after the answer URL or the URL of an input failed.</summary>
    Fallback,

    /// <summary>A finished recording.</summary>
    Recording,

    /// <summary>The transcription of a recording.</summary>
    Transcription,

    /// <summary>The transfer of a call to another conversation.</summary>
    Transfer,

    /// <summary>A notify action.</summary>
    Notify,

    /// <summary>An error in an NCCO.</summary>
    CallError,

    /// <summary>A status change of a verification (Verify v2).</summary>
    VerificationEvent,

    /// <summary>The result of a lookup (Number Insight).</summary>
    NumberInsight,

    /// <summary>An event of a meeting (Meetings).</summary>
    Meeting,

    /// <summary>An event of a video session (Video).</summary>
    VideoEvent,

    /// <summary>A status change of live captions (Video).</summary>
    CaptionsStatus,

    /// <summary>A status change of an Experience Composer (Video).</summary>
    ExperienceComposerStatus,

    /// <summary>An event of a conversation (Conversation API).</summary>
    RtcEvent,

    /// <summary>A report that is ready (Reports API).</summary>
    ReportReady,

    /// <summary>A status change of a message of a workflow (Dispatch).</summary>
    DispatchStatus,

    /// <summary>The end of a workflow (Dispatch).</summary>
    DispatchReport,

    /// <summary>A change of a WhatsApp Business Account, a number or a template (Channel Manager).</summary>
    WhatsAppNotification,

    /// <summary>Any other webhook that a test sends.</summary>
    Other,
}
