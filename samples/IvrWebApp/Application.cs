using Vonage;
using Vonage.AspNetCore;
using Vonage.Sms;
using Vonage.Testing;
using Vonage.Voice;

namespace IvrWebApp;

/// <summary>
/// A phone menu and an SMS auto-reply. In the Vonage dashboard, set the URLs /webhooks/answer and /webhooks/event for the voice application,
/// with signed callbacks and the method POST, and /webhooks/inbound-sms and /webhooks/sms-status for the account, with signed SMS webhooks.
/// In appsettings.json, set Ivr:PublicAddress to the address at which Vonage reaches this application, and AllowedHosts to its host.
/// </summary>
public static class Application
{
    /// <summary>Indicates whether the arguments, the environment or user secrets contain credentials.</summary>
    public static bool HasCredentials(string[] args) => WebApplication.CreateBuilder(args).Configuration["Vonage:ApiKey"] is not null;

    /// <param name="args">The arguments of the program.</param>
    /// <param name="simulator">The simulator to use; null for Vonage.</param>
    public static WebApplication Create(string[] args, VonageSimulator? simulator = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        if (simulator is not null)
            builder.Configuration.AddInMemoryCollection(simulator.ToConfiguration().Append(new("Ivr:PublicAddress", builder.Configuration["urls"] ?? "http://localhost:5000")));
        builder.Services.AddVonage(builder.Configuration.GetSection("Vonage"));
        // An instance for each server. Several servers need a guard that they share.
        builder.Services.AddVonageWebhooks(webhooks => webhooks.Verification.ReplayGuard = new InMemoryWebhookReplayGuard());
        builder.Services.AddSingleton<ActivityLog>();
        var app = builder.Build();
        // Not from a request, whose Host header anyone can write.
        var address = app.Configuration.GetValue<Uri>("Ivr:PublicAddress") ?? throw new InvalidOperationException("Ivr:PublicAddress is not set.");
        // Only this account, whichever other accounts are added later.
        var webhooks = app.MapGroup("/webhooks").RequireVonageSignature(app.Configuration["Vonage:ApiKey"]!);
        MapCalls(webhooks, app.Configuration, new Uri(address, "/webhooks/input"));
        MapMessages(webhooks);
        return app;
    }

    private static void MapCalls(RouteGroupBuilder webhooks, IConfiguration configuration, Uri input)
    {
        webhooks.MapVonageWebhook<AnswerEvent>("/answer", _ => Menu(input, "Welcome."));

        webhooks.MapVonageWebhook<InputEvent>("/input", entered => entered.Dtmf?.Digits switch
        {
            "1" => Connect(configuration["Ivr:SalesNumber"]!),
            "2" => Connect(configuration["Ivr:SupportNumber"]!),
            _ => Menu(input, "Sorry, that is not a valid choice."),
        });

        webhooks.MapVonageWebhook<CallEvent>("/event", (change, context) =>
        {
            context.RequestServices.GetRequiredService<ActivityLog>().Add(change);
            return Task.CompletedTask;
        });
    }

    private static void MapMessages(RouteGroupBuilder webhooks)
    {
        // The account's settings determine whether Vonage sends SMS webhooks by GET or POST.
        var allowGet = new VonageWebhookEndpointOptions { AllowGet = true };

        webhooks.MapVonageWebhook<InboundSms>("/inbound-sms", async (message, context) =>
        {
            var sms = context.RequestServices.GetRequiredService<ISmsClient>();
            var text = message.Keyword == "HOURS" ? "We are open from 9 to 5." : "Thank you. Text HOURS for our opening hours.";
            if (message is { To: { } number, Msisdn: { } sender })
                await sms.SendAsync(new SmsRequest(number, sender, text), cancellationToken: context.RequestAborted);
        }).RequireVonageSignature(allowGet);

        webhooks.MapVonageWebhook<SmsDeliveryReceipt>("/sms-status", (receipt, context) =>
        {
            context.RequestServices.GetRequiredService<ActivityLog>().Add(receipt);
            return Task.CompletedTask;
        }).RequireVonageSignature(allowGet);
    }

    private static Ncco Menu(Uri input, string greeting) => Ncco.Create()
        .Talk($"{greeting} Press 1 for sales, 2 for support.", bargeIn: true)
        .Input(keys => keys.Dtmf(maxDigits: 1, timeout: TimeSpan.FromSeconds(5)).PostTo(input));

    private static Ncco Connect(string number) => Ncco.Create()
        .Talk("Connecting you now.")
        .Connect(new ConnectPhoneEndpoint(number));
}
