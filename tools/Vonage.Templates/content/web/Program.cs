using Vonage;
using Vonage.Messages;
using Vonage.Sms;
using Vonage.Voice;

var builder = WebApplication.CreateBuilder(args);

// Secrets do not belong in appsettings.json: dotnet user-secrets set Vonage:ApiSecret ..., or the environment variable Vonage__ApiSecret.
builder.Services.AddVonage(builder.Configuration.GetSection("Vonage"));

var app = builder.Build();

app.MapGet("/", () => "Running. The webhooks are below /webhooks.");

// A webhook without a valid signature is refused.
app.MapVonageWebhook<SmsDeliveryReceipt>("/webhooks/sms-status", (receipt, context) =>
{
    app.Logger.LogInformation("Message {MessageId}: {Status}", receipt.MessageId, receipt.Status);
    return Task.CompletedTask;
});

app.MapVonageWebhook<InboundMessage>("/webhooks/inbound", async (inbound, context) =>
{
    if (inbound is InboundSmsTextMessage { From: { } sender, To: { } number })
    {
        var vonage = context.RequestServices.GetRequiredService<IVonageClient>();
        await vonage.Messages.SendAsync(new SmsTextMessage { From = number, To = sender, Text = "Thank you." }, cancellationToken: context.RequestAborted);
    }
});

app.MapVonageWebhook<AnswerEvent>("/webhooks/answer", answer => Ncco.Create().Talk("Hello from C#."));

app.Run();
