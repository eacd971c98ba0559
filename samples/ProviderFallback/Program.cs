using System.CommandLine;
using Flowroute;
using Flowroute.Testing;
using ProviderFallback;
using Vonage;
using Vonage.Core;
using Vonage.Testing;

var to = new Option<string?>("--to") { Description = "The number that gets the text, digits only with the country code first. Needed with credentials of your own." };
var from = new Option<string>("--from") { Description = "The sender: a number of both accounts.", DefaultValueFactory = _ => "12061231234" };
var command = new RootCommand("Sends a text by Vonage, and by Flowroute what Vonage refuses. Without VONAGE_* and FR_* variables it runs against simulators, for free.") { to, from };
command.SetAction((arguments, cancellationToken) => RunAsync(arguments.GetValue(to), arguments.GetValue(from)!, cancellationToken));
return await command.Parse(args).InvokeAsync();

static async Task<int> RunAsync(string? to, string from, CancellationToken cancellationToken)
{
    try
    {
        if (VonageCredentials.InEnvironment || FlowrouteCredentials.InEnvironment)
        {
            if (to is null)
                return Fail("Credentials are set, so this sends a real message. Say to whom: --to 12065551234");
            Show(await new FallbackSender(VonageClient.FromEnvironment(), FlowrouteClient.FromEnvironment()).SendAsync(from, to, "Hello", cancellationToken));
            return 0;
        }

        await using var vonage = await VonageSimulator.StartAsync(cancellationToken: cancellationToken);
        await using var flowroute = await FlowrouteSimulator.StartAsync(cancellationToken: cancellationToken);
        Console.WriteLine($"No credentials are set: using the simulators at {vonage.Address} and {flowroute.Address}. Nothing is sent, nothing is charged.");
        var sender = new FallbackSender(vonage.CreateClient(), flowroute.CreateClient());
        Show(await sender.SendAsync(from, to ?? "12065551234", "Hello", cancellationToken));
        vonage.Balance = 0;
        Console.WriteLine("Now the Vonage account is empty.");
        Show(await sender.SendAsync(from, to ?? "12065551234", "Hello again", cancellationToken));
        return 0;
    }
    catch (Exception error) when (error is ApiException or InvalidCredentialsException or MissingCredentialsException or InvalidRequestException)
    {
        return Fail(error.Message);
    }
}

static void Show(SentText sent) =>
    Console.WriteLine($"Sent by {sent.Provider}: {sent.Id}{(sent.Reason is null ? null : $" ({sent.Reason})")}");

static int Fail(string message)
{
    Console.Error.WriteLine("Error: " + message);
    return 1;
}
