using System.Text.Json.Nodes;

namespace Vonage.Testing.Control;

/// <summary>What a person does on the page or through the control API: writes, replies, taps a button.</summary>
internal sealed class InboundTraffic(SimulatedWebhooks webhooks)
{
    /// <summary>The channels on which a person can write.</summary>
    public static IReadOnlyList<string> Channels { get; } = ["sms", "mms", "rcs", "whatsapp", "messenger", "viber_service"];

    /// <summary>Determines whether a person can reply to a message of an API. Other providers' messages only go out.</summary>
    public static bool CanReply(string channel, string api) => Channels.Contains(channel) && api is "sms" or "messages" or "verify" or "verify-v2";

    /// <summary>Simulates a message to the application, by the API that the request names.</summary>
    public async Task<IReadOnlyList<SentWebhook>> ReceiveAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        var (from, to) = (request.Required("from"), request.Required("to"));
        if (request.Text("api") is "sms")
            return await webhooks.ReceiveSmsInPartsAsync(from, to, request.Required("text"), cancellationToken).ConfigureAwait(false);
        if (request.Text("api") is not (null or "messages"))
            throw new ArgumentException("api must be sms or messages.");
        var channel = request.Text("channel") ?? "sms";
        if (!Channels.Contains(channel))
            throw new ArgumentException($"channel must be one of {string.Join(", ", Channels)}.");
        var payload = Content(request) ?? new JsonObject { ["message_type"] = "text", ["text"] = request.Required("text") };
        (payload["channel"], payload["from"], payload["to"]) = (channel, from, to);
        return [await webhooks.ReceiveMessageAsync(payload, cancellationToken).ConfigureAwait(false)];
    }

    // Any kind of message: an image, a tapped button, a reaction. The page sends it as a field of a form.
    private static JsonObject? Content(ControlRequest request) =>
        (request.Body["content"] is JsonValue typed ? JsonNode.Parse(typed.ToString()) : request.Body["content"]?.DeepClone()) as JsonObject;
}
