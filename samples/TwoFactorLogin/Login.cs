using Vonage.Core;
using Vonage.VerifyV2;

namespace TwoFactorLogin;

/// <summary>The second step of a login: the person shows that the phone is theirs.</summary>
internal sealed class Login(IVerifyV2Client verify, Func<string?> askForCode)
{
    public async Task<bool> RunAsync(string number)
    {
        var verification = await StartAsync(number);
        while (true)
        {
            if (askForCode() is not { } code)
            {
                await verify.CancelAsync(verification);
                Console.WriteLine("Cancelled.");
                return false;
            }
            try
            {
                await verify.CheckAsync(verification, code.Trim());
                Console.WriteLine("Welcome!");
                return true;
            }
            catch (Exception error) when (error is VonageWrongCodeException or InvalidRequestException)
            {
                Console.WriteLine("That is not the code. Try again.");
            }
            catch (VonageVerificationOverException)
            {
                Console.WriteLine("Wrong too many times. Log in again.");
                return false;
            }
        }
    }

    private async Task<string> StartAsync(string number)
    {
        try
        {
            var started = await verify.StartAsync(new VerificationRequest
            {
                Brand = "ACME",
                Workflow = { new SmsWorkflow(number), new VoiceWorkflow(number) },
            });
            Console.WriteLine($"A code is on its way to {number}.");
            return started.RequestId;
        }
        catch (VonageVerificationConflictException running) when (running.VerificationId is { } id)
        {
            // Whoever reloads the login page still has the code of the first time.
            Console.WriteLine($"{number} has a code already.");
            return id;
        }
    }
}
