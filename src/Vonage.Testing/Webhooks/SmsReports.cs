using System.Globalization;
using System.Text.Json.Nodes;
using Vonage.Testing.State;

namespace Vonage.Testing.Webhooks;

/// <summary>Sends the delivery receipts of SMS.</summary>
internal sealed class SmsReports(SharedState shared)
{
    /// <summary>Sends the receipt of a part. A part that was not sent has no ID and no receipt.</summary>
    public void Tell(JsonObject part, string? from, string? callback)
    {
        if ((Hook.Local(callback) ?? shared.Webhooks.SmsStatus ?? shared.Linked.SmsStatus) is not { } url || part["message-id"] is not { } id)
            return;
        var outcome = SimulatedOutcomes.Of(shared.Webhooks.Outcomes.Sms, part["to"]!.ToString(), "sms", SmsOutcome.Delivered);
        var payload = new JsonObject
        {
            ["api-key"] = shared.Account.ApiKey,
            ["msisdn"] = part["to"]!.DeepClone(),
            ["to"] = from,
            ["network-code"] = part["network"]!.DeepClone(),
            ["messageId"] = id.DeepClone(),
            ["price"] = part["message-price"]!.DeepClone(),
            ["status"] = outcome.Status.Value,
            ["scts"] = Time("yyMMddHHmm"),
            ["err-code"] = outcome.ErrorCode.ToString(CultureInfo.InvariantCulture),
            ["message-timestamp"] = Times.Plain(shared.Now),
        };
        if (part["client-ref"] is { } reference)
            payload["client-ref"] = reference.DeepClone();
        shared.Webhooks.Send(WebhookType.SmsDeliveryReceipt, url, HttpMethod.Post, payload);
    }

    private string Time(string format) => shared.Now.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
}
