using Vonage.ChannelManager;
using Vonage.Conversations;
using Vonage.Dispatch;
using Vonage.Meetings;
using Vonage.Messages;
using Vonage.NumberInsight;
using Vonage.Reports;
using Vonage.Sms;
using Vonage.VerifyV2;
using Vonage.Video;
using Vonage.Voice;

namespace Vonage.Testing.Webhooks;

/// <summary>Maps models to types of webhook.</summary>
internal static class WebhookTypes
{
    public static WebhookType Of(object model) => model switch
    {
        InboundSms => WebhookType.InboundSms,
        SmsDeliveryReceipt => WebhookType.SmsDeliveryReceipt,
        InboundMessage => WebhookType.InboundMessage,
        MessageStatus => WebhookType.MessageStatus,
        AnswerEvent => WebhookType.Answer,
        FallbackEvent => WebhookType.Fallback,
        CallEvent => WebhookType.CallEvent,
        InputEvent => WebhookType.Input,
        RecordingEvent => WebhookType.Recording,
        TranscriptionEvent => WebhookType.Transcription,
        TransferEvent => WebhookType.Transfer,
        NotifyEvent => WebhookType.Notify,
        CallErrorEvent => WebhookType.CallError,
        VerificationEvent => WebhookType.VerificationEvent,
        AdvancedInsight => WebhookType.NumberInsight,
        MeetingEvent => WebhookType.Meeting,
        RtcEvent => WebhookType.RtcEvent,
        ReportReadyEvent => WebhookType.ReportReady,
        VideoEvent => WebhookType.VideoEvent,
        CaptionsStatusUpdate => WebhookType.CaptionsStatus,
        ExperienceComposerStatusUpdate => WebhookType.ExperienceComposerStatus,
        DispatchMessageStatusEvent => WebhookType.DispatchStatus,
        DispatchReportEvent => WebhookType.DispatchReport,
        WhatsAppNotification => WebhookType.WhatsAppNotification,
        _ => WebhookType.Other,
    };
}
