using System.Globalization;
using System.Text.Json.Nodes;
using Vonage.Testing.State;

namespace Vonage.Testing.Webhooks;

/// <summary>Creates the fields of the webhook for an inbound SMS.</summary>
internal static class InboundSmsPayload
{
    public static JsonObject Make(SharedState shared, string from, string to, string text) => new()
    {
        ["api-key"] = shared.Account.ApiKey,
        ["msisdn"] = from,
        ["to"] = to,
        ["messageId"] = Guid.NewGuid().ToString("N"),
        ["text"] = text,
        ["type"] = TypeOf(text),
        ["keyword"] = text.Split(' ')[0].ToUpperInvariant(),
        ["message-timestamp"] = Times.Plain(shared.Now),
    };

    /// <summary>Creates the fields for each part. A short text is a single SMS without part fields.</summary>
    public static IReadOnlyList<JsonObject> MakeParts(SharedState shared, string from, string to, string text)
    {
        var parts = SmsParts.Split(text, TypeOf(text));
        if (parts.Count == 1)
            return [Make(shared, from, to, text)];
        var reference = Random.Shared.Next(1, 256).ToString(CultureInfo.InvariantCulture);
        return [.. parts.Select((part, index) =>
        {
            var payload = Make(shared, from, to, part);
            payload["type"] = TypeOf(text);
            (payload["concat"], payload["concat-ref"]) = ("true", reference);
            (payload["concat-total"], payload["concat-part"]) = (Text(parts.Count), Text(index + 1));
            return payload;
        })];
    }

    /// <summary>Adds what an SMS of the Messages API also contains.</summary>
    public static void Complete(JsonObject message)
    {
        if (message["channel"]?.ToString() != "sms")
            return;
        message["message_type"] ??= "text";
        message["usage"] ??= new JsonObject { ["currency"] = "EUR", ["price"] = "0.0333" };
        message["origin"] ??= new JsonObject { ["network_code"] = "12345" };
        var sms = message["sms"] as JsonObject ?? [];
        if (message["text"]?.ToString() is { } text)
            sms["num_messages"] ??= Text(SmsParts.Count(text, TypeOf(text)));
        if (sms.Parent is null)
            message["sms"] = sms;
    }

    private static string TypeOf(string text) => SmsText.IsGsm(text) ? "text" : "unicode";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
