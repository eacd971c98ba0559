using Vonage.Core;
using Vonage.Messages;

namespace Vonage.Contract.Tests.Apis;

/// <summary>What the Messages client adds to its operations.</summary>
public class MessagesTests : SimulatedApi
{
    [Test]
    public async Task The_sandbox_has_its_own_host()
    {
        var sent = await Vonage.Messages.SendToSandboxAsync(new WhatsAppTextMessage("14157386102", "447700900000", "Hello"));

        Assert.That(sent.MessageUuid, Is.Not.Empty);
        var request = Simulator.Requests.Single();
        Assert.That((request.Operation, request.Host), Is.EqualTo(("messages.send", "messages-sandbox.nexmo.com")));
    }

    [Test]
    public async Task The_sandbox_keeps_the_rules()
    {
        var error = await Thrown.By<InvalidRequestException>(() => Vonage.Messages.SendToSandboxAsync(new SmsTextMessage("ACME", "07700 900000", "Hello")));

        Assert.That((error.Operation, error.Field), Is.EqualTo(("Messages.sendToSandbox", "to")));
    }

    [Test]
    public async Task Numbers_in_international_format_are_sent_as_digits_and_everything_else_as_it_is()
    {
        await Vonage.Messages.SendAsync(new SmsTextMessage("+44 7700 900001", "0044 7700 900000", "Hello"));
        await Vonage.Messages.SendAsync(new WhatsAppTextMessage("+447700900001", "US.13491208655302741918", "Hello"));

        Assert.That(Simulator.Requests.Select(r => ((string?)r.Json!["from"], (string?)r.Json["to"])), Is.EqualTo(new (string?, string?)[]
        {
            ("447700900001", "447700900000"), ("447700900001", "US.13491208655302741918"),
        }));
    }

    [Test]
    public async Task Text_that_the_encoding_cannot_carry_is_refused()
    {
        var message = new SmsTextMessage("ACME", "447700900000", "こんにちは") { Sms = new() { EncodingType = SmsEncodingType.Text } };

        var error = await Thrown.By<InvalidRequestException>(() => Vonage.Messages.SendAsync(message));
        Assert.That((error.Field, error.Rule), Is.EqualTo(("text", "contains a character that is not in the GSM alphabet and would arrive as another one. Set sms.encoding_type to unicode or auto, or leave it unset.")));

        message.Sms.EncodingType = SmsEncodingType.Auto;
        await Vonage.Messages.SendAsync(message);
    }
}
