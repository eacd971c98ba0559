// Two-factor login: a code by SMS, else by voice, and three tries to type it in. Without VONAGE_* variables it runs against the simulator,
// for free:
//
//   dotnet run --project samples/TwoFactorLogin
//   dotnet run --project samples/TwoFactorLogin -- 447700900000      (with credentials in the environment: a real SMS)

using TwoFactorLogin;
using Vonage;
using Vonage.Core;
using Vonage.Testing;

try
{
    if (VonageCredentials.InEnvironment)
    {
        if (args.Length == 0)
        {
            Console.Error.WriteLine("VONAGE_* variables are set, so this sends a real SMS. Say to whom: -- 447700900000");
            return 1;
        }
        return await new Login(VonageClient.FromEnvironment().VerifyV2, AskForCode).RunAsync(args[0]) ? 0 : 1;
    }

    await using var simulator = await VonageSimulator.StartAsync();
    Console.WriteLine($"No VONAGE_* variables are set: using the simulator. Nothing is sent; the code is {VonageSimulator.VerificationCode}.");
    // A wrong code first, to see what happens, where nobody is there to type one.
    var typed = new Queue<string>(["0000", VonageSimulator.VerificationCode]);
    return await new Login(simulator.CreateClient().VerifyV2, Console.IsInputRedirected ? () => typed.TryDequeue(out var code) ? code : null : AskForCode)
        .RunAsync(args.Length > 0 ? args[0] : "447700900000") ? 0 : 1;
}
catch (Exception error) when (error is ApiException or InvalidCredentialsException or MissingCredentialsException or InvalidRequestException)
{
    Console.Error.WriteLine("Error: " + error.Message);
    return 1;
}

static string? AskForCode()
{
    Console.Write("Code: ");
    return Console.ReadLine();
}
