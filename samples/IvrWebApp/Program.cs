using IvrWebApp;
using Vonage.Testing;

// Credentials come from the environment or user secrets: Vonage__ApiKey, Vonage__ApiSecret, Vonage__SignatureSecret. Without them, the sample uses the
// simulator, where somebody calls and presses 1.
await using var simulator = Application.HasCredentials(args) ? null : await VonageSimulator.StartAsync();
await using var app = Application.Create(args, simulator);
await app.StartAsync();
if (simulator is not null)
    await Rehearsal.RunAsync(simulator, new Uri(app.Urls.First()), Console.Out);
await app.WaitForShutdownAsync();
