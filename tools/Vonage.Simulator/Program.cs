using System.CommandLine;
using Vonage.Simulator;

var port = new Option<int>("--port") { Description = "The port on 127.0.0.1 to listen on; 0 for any free one.", DefaultValueFactory = _ => 4010 };
var key = new Option<FileInfo>("--key") { Description = "A PEM file with the application's private key. Without it a key is made and written to a temporary file." };
key.AcceptExistingOnly();
var webhooks = new WebhookOptions();
var command = new RootCommand("Answers as Vonage's APIs do, from their OpenAPI documents. Nothing is sent, nothing is charged.") { port, key };
foreach (var option in webhooks.All)
    command.Add(option);
command.SetAction((arguments, cancellationToken) =>
    Host.RunAsync(arguments.GetValue(port), arguments.GetValue(key), settings => webhooks.Apply(arguments, settings), Console.Out, cancellationToken));
// Without a time to end in, Ctrl-C would not reach the program.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(5) });
