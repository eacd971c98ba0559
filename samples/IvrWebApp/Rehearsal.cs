using Vonage.Testing;

namespace IvrWebApp;

/// <summary>A simulated caller.</summary>
public static class Rehearsal
{
    private const string Caller = "447700900000";
    private const string OwnNumber = "447700900001";

    /// <summary>Lets somebody call, press 1 and hang up, and send an SMS.</summary>
    public static async Task RunAsync(VonageSimulator simulator, Uri address, TextWriter output)
    {
        var webhooks = simulator.Webhooks;
        webhooks.Answer = new Uri(address, "/webhooks/answer");
        webhooks.AnswerMethod = HttpMethod.Post;
        webhooks.CallEvent = new Uri(address, "/webhooks/event");
        webhooks.InboundSms = new Uri(address, "/webhooks/inbound-sms");
        webhooks.SmsStatus = new Uri(address, "/webhooks/sms-status");
        var call = await webhooks.ReceiveCallAsync(Caller, OwnNumber);
        await call.PressAsync("1");
        await output.WriteLineAsync($"Simulated call: {call}");
        await call.HangUpAsync();
        await webhooks.ReceiveSmsAsync(Caller, OwnNumber, "HOURS");
        await output.WriteLineAsync($"Simulated SMS: HOURS, and the reply: {simulator.Requests[^1].Form?["text"]}");
    }
}
