using Vonage.Core;
using Vonage.VerifyV2;

namespace TwoFactorLogin;

/// <summary>The second factor of a login: the user proves possession of the phone.</summary>
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
                Console.WriteLine("Canceled.");
                return false;
            }
            try
            {
                await verify.CheckAsync(verification, code.Trim());
                Console.WriteLine("Welcome!");
                return true;
            }
            catch (Exception error) when (error is VonageInvalidCodeException or InvalidRequestException)
            {
                Console.WriteLine("The code is wrong. Try again.");
            }
            catch (VonageVerificationEndedException)
            {
                Console.WriteLine("Too many wrong codes. Log in again.");
                return false;
            }
        }
    }

    private async Task<string> StartAsync(string number)
    {
        try
        {
            var started = await verify.StartAsync(new StartVerificationRequest
            {
                Brand = "ACME",
                Workflow = { new SmsWorkflow(number), new VoiceWorkflow(number) },
            });
            Console.WriteLine($"A code was sent to {number}.");
            return started.RequestId;
        }
        catch (VonageVerificationConflictException running) when (running.VerificationRequestId is { } id)
        {
            // A user who reloads the login page can use the code that was already sent.
            Console.WriteLine($"A code was already sent to {number}.");
            return id;
        }
    }
}
