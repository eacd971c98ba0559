using System.CommandLine;
using Vonage.Simulator;

var port = PortOptions.Create("--port", "The port of the Vonage simulator on 127.0.0.1; 0 for any free port. The default is 4010.");
var flowroutePort = PortOptions.Create("--flowroute-port", "The port of the Flowroute simulator on 127.0.0.1; 0 for any free port. The default is the port after --port, or any free port if there is none.");
var key = new Option<FileInfo>("--key") { Description = "A PEM file with the private key of the application. By default, a key is generated and written to a temporary file." };
key.AcceptExistingOnly();
var httpsPort = PortOptions.Create("--https-port", "The port for HTTPS, with a certificate that is created at the start; 0 for any free port. By default, there is none.");
var access = new AccessOptions();
var behavior = new BehaviorOptions();
var output = new OutputOptions();
var webhooks = new WebhookOptions();
var command = new RootCommand("Simulates the Vonage and Flowroute APIs, based on their OpenAPI documents. Nothing is sent or charged.") { port, flowroutePort, httpsPort, key };
foreach (var option in access.All.Concat(output.All).Concat(behavior.All).Concat(webhooks.All))
    command.Add(option);
command.SetAction((arguments, cancellationToken) =>
    new Host(Console.Out).RunAsync(
        PortOptions.Read(arguments.GetValue(port), arguments.GetValue(flowroutePort), arguments.GetValue(httpsPort)), arguments.GetValue(key), access.Read(arguments), output.Read(arguments),
        options => behavior.Apply(arguments, options), settings => webhooks.Apply(arguments, settings), cancellationToken));
// Without a termination timeout, Ctrl+C would not reach the program.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(5) });
