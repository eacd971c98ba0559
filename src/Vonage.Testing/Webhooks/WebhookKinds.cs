using Vonage.Meetings;
using Vonage.Messages;
using Vonage.NumberInsight;
using Vonage.Sms;
using Vonage.VerifyV2;
using Vonage.Voice;

namespace Vonage.Testing.Webhooks;

/// <summary>Maps models to types of webhook.</summary>
internal static class WebhookKinds
{
    public static WebhookKind Of(object model) => model switch
    {
        InboundSms => WebhookKind.InboundSms,
        SmsDeliveryReceipt => WebhookKind.SmsDeliveryReceipt,
        InboundMessage => WebhookKind.InboundMessage,
        MessageStatus => WebhookKind.MessageStatus,
        AnswerWebhook => WebhookKind.Answer,
        FallbackWebhook => WebhookKind.Fallback,
        CallEvent => WebhookKind.CallEvent,
        InputEvent => WebhookKind.Input,
        RecordingEvent => WebhookKind.Recording,
        TranscriptionEvent => WebhookKind.Transcription,
        TransferEvent => WebhookKind.Transfer,
        NotifyEvent => WebhookKind.Notify,
        CallErrorEvent => WebhookKind.CallError,
        VerificationEvent => WebhookKind.VerificationEvent,
        AdvancedInsight => WebhookKind.NumberInsight,
        MeetingEvent => WebhookKind.Meeting,
        _ => WebhookKind.Other,
    };
}
