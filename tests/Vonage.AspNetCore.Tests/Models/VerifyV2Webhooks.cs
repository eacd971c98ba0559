using Vonage.VerifyV2;

namespace Vonage.AspNetCore.Tests.Models;

/// <summary>Webhooks of Verify v2.</summary>
internal static class VerifyV2Webhooks
{
    private static readonly DateTimeOffset Two = new(2020, 1, 1, 14, 0, 0, TimeSpan.Zero);

    public static IEnumerable<WebhookCase> Cases =>
    [
        .. from status in Payload.Words("completed failed user_rejected rejected")
           from channel in Payload.Words("sms rcs voice email whatsapp whatsapp_interactive")
           select Channel(channel, status),
        .. Payload.Words("completed failed user_rejected expired").Select(SilentAuth),
        WebhookCase.Of<VerificationEvent, ChannelVerificationEvent>(
            """{"request_id":"c11236f4-00bf-4b89-84ba-88b25df97315","triggered_at":"2023-03-22T11:48:59.717Z","type":"event","channel":"silent_auth","status":"action_pending","action":{"type":"check","check_url":"https://api.nexmo.com/v2/verify/c11236f4/silent-auth/redirect"}}""",
            change =>
            {
                Assert.That(change.Status, Is.EqualTo(ChannelStatus.ActionPending));
                Assert.That(change.Action!.Type, Is.EqualTo(SilentAuthStepType.Check));
                Assert.That(change.Action.CheckUrl, Is.EqualTo(new Uri("https://api.nexmo.com/v2/verify/c11236f4/silent-auth/redirect")));
            }),
        .. Payload.Words("completed failed expired").Select(Summary),
    ];

    private static WebhookCase Channel(string channel, string status) => WebhookCase.Of<VerificationEvent, ChannelVerificationEvent>(
        $$"""{"request_id":"c11236f4-00bf-4b89-84ba-88b25df97315","triggered_at":"2020-01-01T14:00:00.032Z","type":"event","channel":"{{channel}}","status":"{{status}}","client_ref":"my-personal-ref","finalized_at":"2020-01-01T15:00:00.001Z"}""",
        change =>
        {
            Assert.That(change.Channel?.Value, Is.EqualTo(channel));
            Assert.That(change.Status?.Value, Is.EqualTo(status));
            Assert.That(change.TriggeredAt, Is.EqualTo(Two.AddMilliseconds(32)));
            Assert.That(change.FinalizedAt, Is.EqualTo(Two.AddHours(1).AddMilliseconds(1)));
            Assert.That(change.ClientRef, Is.EqualTo("my-personal-ref"));
        });

    private static WebhookCase SilentAuth(string status) => WebhookCase.Of<VerificationEvent, ChannelVerificationEvent>(
        $$"""{"request_id":"c11236f4-00bf-4b89-84ba-88b25df97315","triggered_at":"2020-01-01T14:00:00Z","type":"event","channel":"silent_auth","status":"{{status}}"}""",
        change =>
        {
            Assert.That(change.Channel, Is.EqualTo(VerificationChannel.SilentAuth));
            Assert.That(change.Action, Is.Null);
        });

    private static WebhookCase Summary(string status) => WebhookCase.Of<VerificationEvent, SummaryVerificationEvent>(
        $$"""
        {"request_id":"c11236f4-00bf-4b89-84ba-88b25df97325","submitted_at":"2020-01-01T14:00:02.000Z","status":"{{status}}","type":"summary","channel_timeout":300,
         "workflow":[{"channel":"silent_auth","initiated_at":"2020-01-01T14:00:00.000Z","status":"failed"},{"channel":"whatsapp","initiated_at":"2020-01-01T14:00:01.000Z","status":"user_rejected"},
                     {"channel":"sms","initiated_at":"2020-01-01T14:00:02.000Z","status":"expired"},{"channel":"voice","initiated_at":"2020-01-01T14:05:02.000Z","status":"completed"},
                     {"channel":"email","status":"unused"}],
         "price":"0.300000125","client_ref":"my-personal-ref"}
        """,
        summary =>
        {
            Assert.That(summary.Status?.Value, Is.EqualTo(status));
            Assert.That(summary.SubmittedAt, Is.EqualTo(Two.AddSeconds(2)));
            Assert.That(summary.ChannelTimeout, Is.EqualTo(TimeSpan.FromMinutes(5)));
            Assert.That(summary.Workflow.Select(step => step.Channel), Is.EqualTo([VerificationChannel.SilentAuth, VerificationChannel.WhatsApp, VerificationChannel.Sms, VerificationChannel.Voice, VerificationChannel.Email]));
            Assert.That(summary.Workflow[2].InitiatedAt, Is.EqualTo(Two.AddSeconds(2)));
            Assert.That(summary.Workflow[4].Status, Is.EqualTo(VerificationStepStatus.Unused));
            Assert.That(summary.Price, Is.EqualTo(0.300000125m));
        });
}
