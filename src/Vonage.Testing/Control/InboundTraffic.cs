using System.Text.Json.Nodes;
using Vonage.Messages;

namespace Vonage.Testing.Control;

/// <summary>What a person does on the page or through the control API: writes, replies, taps a button.</summary>
internal sealed class InboundTraffic(SimulatedWebhooks webhooks)
{
    private static readonly Dictionary<string, Func<string, string, string, InboundMessage>> Texts = new(StringComparer.Ordinal)
    {
        ["sms"] = (from, to, text) => new InboundSmsTextMessage { From = from, To = to, Text = text },
        ["mms"] = (from, to, text) => new InboundMmsTextMessage { From = from, To = to, Text = text },
        ["rcs"] = (from, to, text) => new InboundRcsTextMessage { From = from, To = to, Text = text },
        ["whatsapp"] = (from, to, text) => new InboundWhatsAppTextMessage { From = from, To = to, Text = text },
        ["messenger"] = (from, to, text) => new InboundMessengerTextMessage { From = from, To = to, Text = text },
        ["viber_service"] = (from, to, text) => new InboundViberTextMessage { From = from, To = to, Text = text },
    };

    public static IEnumerable<string> Channels => Texts.Keys;

    /// <summary>Simulates a message to the application, by the API that its channel and the request name.</summary>
    public async Task<IReadOnlyList<SentWebhook>> ReceiveAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        var (from, to) = (request.Required("from"), request.Required("to"));
        if (request.Text("api") is "sms")
            return await webhooks.ReceiveSmsInPartsAsync(from, to, request.Required("text"), cancellationToken).ConfigureAwait(false);
        var channel = request.Text("channel") ?? "sms";
        if (!Texts.TryGetValue(channel, out var make))
            throw new ArgumentException($"channel must be one of {string.Join(", ", Texts.Keys)}.");
        if (request.Text("api") is not (null or "messages"))
            throw new ArgumentException("api must be sms or messages.");
        // The page sends it as a field of a form.
        var message = (request.Body["content"] is JsonValue typed ? JsonNode.Parse(typed.ToString()) : request.Body["content"]) is JsonObject content
            ? Read(content, channel, from, to)
            : make(from, to, request.Required("text"));
        return [await webhooks.ReceiveMessageAsync(message, cancellationToken).ConfigureAwait(false)];
    }

    // Any kind of message: an image, a tapped button, a reaction.
    private static InboundMessage Read(JsonObject content, string channel, string from, string to)
    {
        var whole = content.DeepClone().AsObject();
        (whole["channel"], whole["from"], whole["to"]) = (channel, from, to);
        return ApiJson.Deserialize<InboundMessage>(whole.ToJsonString())!;
    }
}
