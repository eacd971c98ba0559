using System.Security.Cryptography;
using Spectre.Console;
using Vonage;
using Vonage.Account;
using Vonage.Messages;
using Vonage.Sms;
using Vonage.VerifyV2;
using Vonage.Voice;

namespace Quickstart;

/// <summary>Makes a first request to each API and shows the requests and responses in a table.</summary>
internal sealed class Tour(IVonageClient vonage, TourSettings settings)
{
    private readonly Table _table = new Table().Border(TableBorder.Rounded).AddColumns("Step", "Request", "Response");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ShowBalanceAsync(cancellationToken);
            await SendSmsAsync(cancellationToken);
            await VerifyAsync(cancellationToken);
            if (settings.Caller is { } caller)
            {
                await SendWhatsAppAsync(caller, cancellationToken);
                await CallAsync(caller, cancellationToken);
            }
            if (settings.MayRotateSecret)
                await RotateSecretAsync(cancellationToken);
        }
        finally
        {
            // Shows the successful steps even after an error.
            AnsiConsole.Write(_table);
        }
    }

    private async Task ShowBalanceAsync(CancellationToken cancellationToken)
    {
        var balance = await vonage.Account.GetBalanceAsync(cancellationToken: cancellationToken);
        Row("Balance", "Account.GetBalanceAsync()", $"{balance.Value:0.00##} EUR");
    }

    private async Task SendSmsAsync(CancellationToken cancellationToken)
    {
        var sent = await vonage.Sms.SendAsync(
            new SmsRequest { From = settings.From, To = settings.To, Text = "こんにちは from Vonage.Generated", Type = SmsType.Unicode },
            cancellationToken: cancellationToken);
        foreach (var part in sent.Messages)
            Row("SMS", $"Sms.SendAsync(… To = {settings.To} …)", $"message {part.MessageId}, price {part.MessagePrice} EUR");
    }

    private async Task VerifyAsync(CancellationToken cancellationToken)
    {
        var request = new StartVerificationRequest { Brand = "Quickstart", Workflow = { new SmsWorkflow(settings.To), new VoiceWorkflow(settings.To) } };
        var started = await vonage.VerifyV2.StartAsync(request, cancellationToken: cancellationToken);
        Row("Verify", "VerifyV2.StartAsync(… SMS, then voice …)", $"verification {started.RequestId}");

        if ((settings.KnownCode ?? AskForCode()) is { } code)
        {
            var right = await vonage.VerifyV2.CheckAsync(started.RequestId, code, cancellationToken: cancellationToken);
            Row("Code checked", "VerifyV2.CheckAsync(id, code)", right.Status?.Value ?? "done");
        }
        else
        {
            await vonage.VerifyV2.CancelAsync(started.RequestId, cancellationToken: cancellationToken);
            Row("Verification cancelled", "VerifyV2.CancelAsync(id)", "done");
        }
    }

    private static string? AskForCode() =>
        Console.IsInputRedirected ? null : AnsiConsole.Prompt(new TextPrompt<string>("The code from the SMS:").Validate(code => code.Length is >= 4 and <= 10));

    private async Task SendWhatsAppAsync(string sender, CancellationToken cancellationToken)
    {
        var message = new WhatsAppImageMessage
        {
            From = sender,
            To = settings.To,
            Image = new() { Url = new("https://example.com/map.png"), Caption = "See you there" },
            Failover = { new SmsTextMessage { From = settings.From, To = settings.To, Text = "See you at 10" } },
        };
        var sent = await vonage.Messages.SendAsync(message, cancellationToken: cancellationToken);
        Row("WhatsApp", "Messages.SendAsync(new WhatsAppImageMessage …, failover to SMS)", $"message {sent.MessageUuid}");
    }

    private async Task CallAsync(string caller, CancellationToken cancellationToken)
    {
        var ncco = Ncco.Create()
            .Talk("Press one to confirm", bargeIn: true)
            .Input(i => i.Dtmf(maxDigits: 1, timeout: TimeSpan.FromSeconds(5)).PostTo(new("https://example.com/answer")))
            .Talk("Thank you");
        var created = await vonage.Voice.CreateCallAsync(
            new CreateCallRequest { From = new PhoneEndpoint(caller), To = { new PhoneEndpoint(settings.To) }, Ncco = ncco },
            cancellationToken: cancellationToken);
        Row("Call", $"Voice.CreateCallAsync(… NCCO of {ncco.Count} actions …)", $"call {created.Uuid}, {created.Status}");

        var call = await vonage.Voice.GetCallAsync(created.Uuid, cancellationToken: cancellationToken);
        Row("Call fetched", "Voice.GetCallAsync(uuid)", $"{call.Direction} call, {call.Status}");

        await vonage.Voice.HangUpAsync(created.Uuid, cancellationToken: cancellationToken);
        Row("Call hung up", "Voice.HangUpAsync(uuid)", "done");
    }

    private async Task RotateSecretAsync(CancellationToken cancellationToken)
    {
        var secret = "aZ9" + RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789", 17);
        var created = await vonage.Account.RotateSecretAsync(secret, cancellationToken: cancellationToken);
        Row("Secret rotated", "Account.RotateSecretAsync(…)", $"{created.Id} replaces the old one");
    }

    private void Row(string step, string request, string reply) => _table.AddRow(Markup.Escape(step), Markup.Escape(request), Markup.Escape(reply));
}
