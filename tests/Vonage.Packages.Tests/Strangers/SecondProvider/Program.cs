using Flowroute.Messages;
using Flowroute.Testing;

await using var simulator = await FlowrouteSimulator.StartAsync();
var sent = await simulator.CreateClient().Messages.SendAsync(new SendMessageRequest { From = "12061231234", To = "12065551234", Body = "Hello" });
Console.WriteLine("sent " + sent.Id[..5]);
Console.WriteLine("with " + AppDomain.CurrentDomain.GetAssemblies().Count(a => a.GetName().Name is "Vonage.Generated" or "Vonage.Generated.Testing"));
