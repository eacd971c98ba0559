// A web page with one video room: the server creates the session, hands out client tokens, records, and shows what the webhooks report.
//
//     dotnet run --project samples/VideoRoom
//
// Credentials come from the environment or user secrets: Vonage__ApplicationId and Vonage__PrivateKeyPath, and for webhooks Vonage__ApiKey and
// Vonage__SignatureSecret. Without them, the sample uses the simulator, where a simulated participant joins for each visitor.
using VideoRoom;
using Vonage.Testing;

await using var simulator = Application.HasCredentials(args) ? null : await VonageSimulator.StartAsync();
await using var app = Application.Create(args, simulator);
await app.RunAsync();
