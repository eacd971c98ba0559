using System.CommandLine;
using Quickstart;
using Spectre.Console;
using Vonage;
using Vonage.Core;
using Vonage.Testing;

var to = new Option<string?>("--to") { Description = "The number that receives the SMS, the code, the WhatsApp message and the call, in E.164 format. Required if credentials are set." };
var from = new Option<string>("--from") { Description = "The sender of the SMS: a number or up to 11 letters and digits.", DefaultValueFactory = _ => "ACME" };
var caller = new Option<string?>("--caller") { Description = "Your Vonage number for calls and WhatsApp messages. Without it, these steps are skipped." };
var command = new RootCommand("Shows the balance, sends an SMS, verifies a number, sends a WhatsApp message, makes a call with an NCCO and rotates a secret. Without VONAGE_* variables, the sample uses the simulator and costs nothing.") { to, from, caller };
command.SetAction((arguments, cancellationToken) => RunAsync(arguments.GetValue(to), arguments.GetValue(from)!, arguments.GetValue(caller), cancellationToken));
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(2) });

static async Task<int> RunAsync(string? to, string from, string? caller, CancellationToken cancellationToken)
{
    try
    {
        if (VonageCredentials.AreInEnvironment)
        {
            if (to is null)
                return Fail("VONAGE_* variables are set, so this sends real messages. Specify the recipient: --to 447700900000");
            AnsiConsole.MarkupLine("Using the [bold]Vonage APIs[/] with the credentials from the environment.");
            await new Tour(VonageClient.FromEnvironment(), new TourSettings(to, from, caller, MayRotateSecret: false)).RunAsync(cancellationToken);
            return 0;
        }

        await using var simulator = await VonageSimulator.StartAsync(cancellationToken: cancellationToken);
        AnsiConsole.MarkupLineInterpolated($"No VONAGE_* variables are set: using the [bold]simulator[/] at {simulator.Address}. Nothing is sent or charged.");
        await new Tour(simulator.CreateClient(), new TourSettings(to ?? "447700900000", from, caller ?? "447700900001", MayRotateSecret: true, VonageSimulator.VerificationCode)).RunAsync(cancellationToken);
        return 0;
    }
    catch (Exception error) when (error is ApiException or InvalidCredentialsException or MissingCredentialsException or InvalidRequestException)
    {
        return Fail(error.Message);
    }
}

static int Fail(string message)
{
    Console.Error.WriteLine("Error: " + message);
    return 1;
}
