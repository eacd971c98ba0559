using System.CommandLine;
using Vonage.Simulator;

var port = new Option<int>("--port") { Description = "The port on 127.0.0.1 of Vonage's simulator; 0 for any free one.", DefaultValueFactory = _ => 4010 };
var flowroutePort = new Option<int>("--flowroute-port")
{
    Description = "The port on 127.0.0.1 of Flowroute's simulator; 0 for any free one. Without it: the one after --port, or any where that is 0.",
    DefaultValueFactory = arguments => arguments.GetValue(port) is > 0 and var other ? other + 1 : 0,
};
var key = new Option<FileInfo>("--key") { Description = "A PEM file with the application's private key. Without it a key is made and written to a temporary file." };
key.AcceptExistingOnly();
var webhooks = new WebhookOptions();
var command = new RootCommand("Answers as Vonage's and Flowroute's APIs do, from their OpenAPI documents. Nothing is sent, nothing is charged.") { port, flowroutePort, key };
foreach (var option in webhooks.All)
    command.Add(option);
command.SetAction((arguments, cancellationToken) =>
    new Host(Console.Out).RunAsync(
        new Ports(arguments.GetValue(port), arguments.GetValue(flowroutePort)), arguments.GetValue(key), settings => webhooks.Apply(arguments, settings), cancellationToken));
// Without a time to end in, Ctrl-C would not reach the program.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(5) });
