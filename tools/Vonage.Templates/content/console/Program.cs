using Vonage;
using Vonage.Core;
using Vonage.Sms;
using Vonage.Testing;

// Without VONAGE_API_KEY and VONAGE_API_SECRET in the environment, a simulator on this machine answers: nothing is sent, and nothing costs.
await using var simulator = VonageCredentials.AreInEnvironment ? null : await VonageSimulator.StartAsync();
var vonage = simulator?.CreateClient() ?? VonageClient.FromEnvironment();
var to = args.FirstOrDefault() ?? "447700900000";

try
{
    var sent = await vonage.Sms.SendAsync(new SmsRequest { From = "ACME", To = to, Text = "Hello from C#" });
    Console.WriteLine($"Sent message {sent.Messages[0].MessageId}.");
    return 0;
}
catch (Exception error) when (error is ApiException or InvalidRequestException or MissingCredentialsException)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
