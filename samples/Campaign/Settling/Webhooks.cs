using Campaign.Planning;
using Campaign.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Vonage.AspNetCore;
using Vonage.Sms;

namespace Campaign.Settling;

/// <summary>What Vonage reports: receipts settle messages, and whoever answers STOP is sent nothing more.</summary>
internal static class Webhooks
{
    public const string Receipts = "/webhooks/sms-status";
    public const string Inbound = "/webhooks/inbound-sms";

    public static void Map(IEndpointRouteBuilder routes)
    {
        // The account's settings determine whether Vonage sends SMS webhooks by GET or POST.
        var allowGet = new VonageWebhookEndpointOptions { AllowGet = true };
        routes.MapVonageWebhook<SmsDeliveryReceipt>(Receipts, ReceiveAsync).RequireVonageSignature(allowGet);
        routes.MapVonageWebhook<InboundSms>(Inbound, ReceiveAsync).RequireVonageSignature(allowGet);
    }

    private static async Task ReceiveAsync(SmsDeliveryReceipt receipt, HttpContext context)
    {
        if (receipt.ClientRef is { Length: > 0 } reference)
            await context.RequestServices.GetRequiredService<Recipients>().RecordReceiptAsync(reference, receipt.MessageId, receipt.Status?.Value ?? "unknown", context.RequestAborted);
    }

    private static async Task ReceiveAsync(InboundSms reply, HttpContext context)
    {
        if (reply.Msisdn is not { Length: > 0 } from)
            return;
        // As it is in the store. What is no number was not sent to.
        if (RecipientNumber.Read(from, out var number) is not null)
            number = from;
        var suppressions = context.RequestServices.GetRequiredService<Suppressions>();
        switch (OptOutWords.Read(reply.Text))
        {
            case ReplyKind.OptOut:
                await suppressions.AddAsync(number, Suppressions.Stop, context.RequestAborted);
                break;
            case ReplyKind.ForAPerson:
                // Until a person has read it: "please stop texting me" is no keyword, but is as good as one.
                await suppressions.AddAsync(number, "replied something that a person has to read", context.RequestAborted);
                break;
            case ReplyKind.OptIn:
                await suppressions.RemoveAsync(number, Suppressions.Stop, context.RequestAborted);
                break;
        }
    }
}
