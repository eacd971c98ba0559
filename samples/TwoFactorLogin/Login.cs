using Vonage.Core;
using Vonage.VerifyV2;

namespace TwoFactorLogin;

/// <summary>The second factor of one login: the user proves possession of the phone. Each login has an instance of its own.</summary>
public sealed class Login(IVerifyV2Client verify, Func<string?> askForCode)
{
    // The verification that this login started. In a web application, it belongs into the user's session on the server.
    private string? _own;

    public async Task<bool> RunAsync(string number)
    {
        if (await StartAsync(number) is not { } verification)
            return false;
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

    private async Task<string?> StartAsync(string number)
    {
        try
        {
            var started = await verify.StartAsync(new StartVerificationRequest
            {
                Brand = "ACME",
                Workflow = { new SmsWorkflow(number), new VoiceWorkflow(number) },
            });
            Console.WriteLine($"A code was sent to {number}.");
            return _own = started.RequestId;
        }
        catch (VonageVerificationConflictException running) when (running.VerificationRequestId is { } id && id == _own)
        {
            // A user who reloads the login page can use the code that was already sent.
            Console.WriteLine($"A code was already sent to {number}.");
            return id;
        }
        catch (VonageVerificationConflictException)
        {
            // The verification of another login, whose code must not complete this one.
            Console.WriteLine("Another login with this number is in progress. Try again in a few minutes.");
            return null;
        }
    }
}
