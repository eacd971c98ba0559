using System.CommandLine;
using Vonage.Messages;
using Vonage.Testing;

namespace Vonage.Simulator;

/// <summary>Commands that simulate inbound SMS and messages.</summary>
internal static class MessageCommands
{
    private static readonly Dictionary<string, Func<string, string, string, InboundMessage>> Channels = new(StringComparer.Ordinal)
    {
        ["sms"] = (from, to, text) => new InboundSmsTextMessage { From = from, To = to, Text = text },
        ["mms"] = (from, to, text) => new InboundMmsTextMessage { From = from, To = to, Text = text },
        ["rcs"] = (from, to, text) => new InboundRcsTextMessage { From = from, To = to, Text = text },
        ["whatsapp"] = (from, to, text) => new InboundWhatsAppTextMessage { From = from, To = to, Text = text },
        ["messenger"] = (from, to, text) => new InboundMessengerTextMessage { From = from, To = to, Text = text },
        ["viber_service"] = (from, to, text) => new InboundViberTextMessage { From = from, To = to, Text = text },
    };

    public static IEnumerable<Command> Create(SimulatedWebhooks webhooks) => [Sms(webhooks), Message(webhooks)];

    private static Command Sms(SimulatedWebhooks webhooks)
    {
        var (from, to, text) = (Words.From(), Words.To(), Words.Text());
        var command = new Command("sms", "Simulates an inbound SMS (SMS API), in parts if it is long.") { from, to, text };
        command.SetAction((typed, cancellationToken) =>
        {
            Words.Need(webhooks.InboundSms, "--inbound-sms");
            return webhooks.ReceiveSmsInPartsAsync(typed.GetRequiredValue(from), typed.GetRequiredValue(to), typed.Text(text), cancellationToken);
        });
        return command;
    }

    private static Command Message(SimulatedWebhooks webhooks)
    {
        var (channel, from, to, text) = (new Argument<string>("channel"), Words.From(), Words.To(), Words.Text());
        channel.AcceptOnlyFromAmong([.. Channels.Keys]);
        var command = new Command("message", $"Simulates an inbound message (Messages API). CHANNEL is one of {string.Join(", ", Channels.Keys)}.") { channel, from, to, text };
        command.SetAction((typed, cancellationToken) =>
        {
            Words.Need(webhooks.InboundMessage, "--inbound-message");
            var message = Channels[typed.GetRequiredValue(channel)](typed.GetRequiredValue(from), typed.GetRequiredValue(to), typed.Text(text));
            return webhooks.ReceiveMessageAsync(message, cancellationToken);
        });
        return command;
    }
}
