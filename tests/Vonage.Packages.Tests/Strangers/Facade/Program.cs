using System.Reflection;
using Vonage;
using Vonage.Core;
using Vonage.Messages;
using Vonage.Testing;

await using var simulator = await VonageSimulator.StartAsync();
using var http = new HttpClient();

// With a caller's HttpClient, the shared one is never created: in a browser it could not be.
var options = new VonageClientOptions();
foreach (var (host, address) in simulator.Hosts)
    options.Hosts[host] = address;
var sent = await new VonageClient(http, simulator.Credentials, options).Messages.SendAsync(new SmsTextMessage { From = "ACME", To = "447700900000", Text = "Hello" });
Console.WriteLine("sent " + (sent.MessageUuid.Length > 0));
Console.WriteLine("shared " + IsSharedCreated());

await new VonageClient(simulator.Credentials, options).Messages.SendAsync(new SmsTextMessage { From = "ACME", To = "447700900000", Text = "Hello" });
Console.WriteLine("shared " + IsSharedCreated());

static bool IsSharedCreated() => ((Lazy<HttpClient>)typeof(ApiException).Assembly.GetType("Vonage.Core.Pipeline.SharedHttpClient", throwOnError: true)!
    .GetField("Shared", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!).IsValueCreated;
