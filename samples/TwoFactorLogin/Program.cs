// Two-factor login: sends a code by SMS, then by voice call, and allows three attempts to enter it. Without VONAGE_* variables, the sample
// uses the simulator and costs nothing:
//
//   dotnet run --project samples/TwoFactorLogin
//   dotnet run --project samples/TwoFactorLogin -- 447700900000      (with credentials in the environment: a real SMS)

using TwoFactorLogin;
using Vonage;
using Vonage.Core;
using Vonage.Testing;

try
{
    if (VonageCredentials.AreInEnvironment)
    {
        if (args.Length == 0)
        {
            Console.Error.WriteLine("VONAGE_* variables are set, so this sends a real SMS. Specify the recipient: -- 447700900000");
            return 1;
        }
        return await new Login(VonageClient.FromEnvironment().VerifyV2, AskForCode).RunAsync(args[0]) ? 0 : 1;
    }

    await using var simulator = await VonageSimulator.StartAsync();
    Console.WriteLine($"No VONAGE_* variables are set: using the simulator. Nothing is sent; the code is {VonageSimulator.VerificationCode}.");
    // Without an interactive console, enters a wrong code first to show the error handling.
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
