using System.CommandLine;
using Flowroute;
using Flowroute.Testing;
using ProviderFallback;
using Vonage;
using Vonage.Core;
using Vonage.Testing;

var to = new Option<string?>("--to") { Description = "The recipient's number: digits only, starting with the country code. Required if credentials are set." };
var from = new Option<string>("--from") { Description = "The sender: a number that belongs to both accounts.", DefaultValueFactory = _ => "12061231234" };
var command = new RootCommand("Sends a text message with Vonage, and with Flowroute if Vonage rejects it. Without VONAGE_* and FR_* variables, the sample uses simulators and costs nothing.") { to, from };
command.SetAction((arguments, cancellationToken) => RunAsync(arguments.GetValue(to), arguments.GetValue(from)!, cancellationToken));
return await command.Parse(args).InvokeAsync();

static async Task<int> RunAsync(string? to, string from, CancellationToken cancellationToken)
{
    try
    {
        if (VonageCredentials.AreInEnvironment || FlowrouteCredentials.AreInEnvironment)
        {
            if (to is null)
                return Fail("Credentials are set, so this sends a real message. Specify the recipient: --to 12065551234");
            Show(await new FallbackSender(VonageClient.FromEnvironment(), FlowrouteClient.FromEnvironment()).SendAsync(from, to, "Hello", cancellationToken));
            return 0;
        }

        await using var simulator = await VonageSimulator.StartAsync(cancellationToken: cancellationToken);
        await using var flowroute = await FlowrouteSimulator.StartAsync(cancellationToken: cancellationToken);
        Console.WriteLine($"No credentials are set: using the simulators at {simulator.Address} and {flowroute.Address}. Nothing is sent or charged.");
        var sender = new FallbackSender(simulator.CreateClient(), flowroute.CreateClient());
        Show(await sender.SendAsync(from, to ?? "12065551234", "Hello", cancellationToken));
        simulator.Balance = 0;
        Console.WriteLine("The Vonage account now has no balance.");
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
