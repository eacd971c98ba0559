using Vonage.Messages;
using Vonage.Voice;

namespace Vonage.Page.Tests.Support;

/// <summary>A lively simulator, for pictures and for accessibility.</summary>
internal static class Scene
{
    public const string Person = "447700900142";
    private const string Shop = "447700900001";

    public static async Task<string> PlayAsync(VonageSimulator simulator, VonageClient client, WebhookReceiver application)
    {
        var webhooks = simulator.Webhooks;
        (webhooks.SmsStatus, webhooks.InboundSms) = (application.At("/webhooks/sms-status"), application.At("/webhooks/inbound-sms"));
        (webhooks.MessageStatus, webhooks.InboundMessage) = (application.At("/webhooks/message-status"), application.At("/webhooks/inbound-message"));
        (webhooks.CallEvent, webhooks.Answer) = (application.At("/webhooks/event"), application.At("/webhooks/answer"));
        application.Answers["/webhooks/menu"] = """[{"action":"talk","text":"Connecting you to sales."},{"action":"input","type":["speech"]},{"action":"talk","text":"Thank you."}]""";
        webhooks.Outcomes.Messages[Person] = MessageOutcome.Read;
        webhooks.Outcomes.Sms["447700900009"] = SmsOutcome.Failed;

        await client.VerifyV2.StartAsync(new VerifyV2.StartVerificationRequest { Brand = "ACME", CodeLength = 6, Workflow = { new VerifyV2.SmsWorkflow("447700900117") } });
        await client.Sms.SendAsync(new Sms.SmsRequest { From = "ACME", To = "447700900009", Text = "Your parcel could not be delivered today." });
        await SendAsync(new RcsCardMessage { From = "ACME", To = "447700900155", Card = new RcsCard { Title = "Your table is ready", Text = "Two people, 19:30, by the window.", MediaUrl = new Uri("https://example.com/table.jpg"), MediaDescription = "table.jpg" } });
        await SendAsync(new WhatsAppTextMessage { From = Shop, To = Person, Text = "Hi Jane, your order 1042 has left our warehouse." });
        await webhooks.ReceiveMessageAsync(new InboundWhatsAppTextMessage { From = Person, To = Shop, Text = "Great! When will it arrive?" });
        await SendAsync(new WhatsAppImageMessage { From = Shop, To = Person, Image = new WhatsAppImage { Url = new Uri("https://example.com/route-map.png"), Caption = "Tomorrow between 9 and 11. Here is the route." } });
        await webhooks.ReceiveMessageAsync(new InboundWhatsAppTextMessage { From = Person, To = Shop, Text = "Perfect, thank you." });
        await webhooks.SettleAsync();

        webhooks.Outcomes.Calls["*"] = CallOutcome.Ringing;
        var uuid = (await client.Voice.CreateCallAsync(new CreateCallRequest
        {
            From = new PhoneEndpoint(Shop),
            To = { new PhoneEndpoint(Person) },
            Ncco = Ncco.Create().Talk("Welcome to ACME. Press 1 for sales, 2 for support.").Input(input => input.Dtmf(maxDigits: 1).PostTo(application.At("/webhooks/menu"))).Talk("Goodbye."),
        })).Uuid;
        var call = await webhooks.FindCallAsync(uuid);
        call.Answer();
        await webhooks.SettleAsync();
        await call.PressAsync("1");
        await webhooks.SettleAsync();
        await SendRefusedAsync(simulator);
        return uuid;

        Task SendAsync(OutboundMessage message) => client.Messages.SendAsync(message);
    }

    /// <summary>Sends what the SDK would not send: a number that is none.</summary>
    public static async Task SendRefusedAsync(VonageSimulator simulator)
    {
        using var http = new HttpClient { BaseAddress = simulator.Address };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["api_key"] = simulator.ApiKey,
            ["api_secret"] = simulator.ApiSecret,
            ["from"] = "ACME",
            ["to"] = "not a number",
            ["text"] = "Hello",
        });
        using var response = await http.PostAsync(new Uri("/rest.nexmo.com/sms/json", UriKind.Relative), form);
    }
}
