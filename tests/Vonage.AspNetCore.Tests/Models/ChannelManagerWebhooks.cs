using Vonage.ChannelManager;

namespace Vonage.AspNetCore.Tests.Models;

/// <summary>The webhook of the Channel Manager: a change of a WhatsApp Business Account, a number or a template.</summary>
internal static class ChannelManagerWebhooks
{
    public static IEnumerable<WebhookCase> Cases =>
    [
        WebhookCase.Of<WhatsAppNotification>(
            """
            {"notification_id":"aaaaaaaa-bbbb-cccc-dddd-0123456789ab","timestamp":"2023-02-21T15:34:39Z","channel":"whatsapp",
             "whatsapp":{"waba_info":{"waba_id":"345688589250625","solution_id":"1234567890","api_key":"abc123"},"notification_type":"message_template_status_update"}}
            """,
            notification =>
            {
                Assert.That(notification.Timestamp, Is.EqualTo(new DateTimeOffset(2023, 2, 21, 15, 34, 39, TimeSpan.Zero)));
                Assert.That((notification.WhatsApp!.NotificationType, notification.WhatsApp.WabaInfo!.WabaId, notification.WhatsApp.WabaInfo.SolutionId), Is.EqualTo(("message_template_status_update", "345688589250625", "1234567890")));
            }),
    ];
}
