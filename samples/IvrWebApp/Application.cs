using Vonage.Sms;
using Vonage.Voice;

namespace IvrWebApp;

/// <summary>
/// A phone menu and an SMS auto-reply. In the Vonage dashboard, set the URLs /webhooks/answer and /webhooks/event for the voice application,
/// with signed callbacks, and /webhooks/inbound-sms and /webhooks/sms-status for the account, with signed SMS webhooks. In appsettings.json, set
/// Ivr:PublicAddress to the address at which Vonage reaches this application, and AllowedHosts to its host.
/// </summary>
public static class Application
{
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddVonage(builder.Configuration.GetSection("Vonage"));
        builder.Services.AddSingleton<ActivityLog>();
        var app = builder.Build();
        // Not from a request, whose Host header anyone can write.
        var address = app.Configuration.GetValue<Uri>("Ivr:PublicAddress") ?? throw new InvalidOperationException("Ivr:PublicAddress is not set.");
        MapCalls(app, new Uri(address, "/webhooks/input"));
        MapMessages(app);
        return app;
    }

    private static void MapCalls(WebApplication app, Uri input)
    {
        app.MapVonageWebhook<AnswerEvent>("/webhooks/answer", _ => Menu(input, "Welcome."));

        app.MapVonageWebhook<InputEvent>("/webhooks/input", entered => entered.Dtmf?.Digits switch
        {
            "1" => Connect(app.Configuration["Ivr:SalesNumber"]!),
            "2" => Connect(app.Configuration["Ivr:SupportNumber"]!),
            _ => Menu(input, "Sorry, that is not a valid choice."),
        });

        app.MapVonageWebhook<CallEvent>("/webhooks/event", (change, context) =>
        {
            context.RequestServices.GetRequiredService<ActivityLog>().Add(change);
            return Task.CompletedTask;
        });
    }

    private static void MapMessages(WebApplication app)
    {
        app.MapVonageWebhook<InboundSms>("/webhooks/inbound-sms", async (message, context) =>
        {
            var sms = context.RequestServices.GetRequiredService<ISmsClient>();
            var text = message.Keyword == "HOURS" ? "We are open from 9 to 5." : "Thank you. Text HOURS for our opening hours.";
            await sms.SendAsync(new SmsRequest { From = message.To, To = message.Msisdn, Text = text }, cancellationToken: context.RequestAborted);
        });

        app.MapVonageWebhook<SmsDeliveryReceipt>("/webhooks/sms-status", (receipt, context) =>
        {
            context.RequestServices.GetRequiredService<ActivityLog>().Add(receipt);
            return Task.CompletedTask;
        });
    }

    private static Ncco Menu(Uri input, string greeting) => Ncco.Create()
        .Talk($"{greeting} Press 1 for sales, 2 for support.", bargeIn: true)
        .Input(keys => keys.Dtmf(maxDigits: 1, timeOut: TimeSpan.FromSeconds(5)).PostTo(input.AbsoluteUri));

    private static Ncco Connect(string number) => Ncco.Create()
        .Talk("Connecting you now.")
        .Connect(new PhoneEndpoint(number));
}
