// Reminds somebody of an appointment: by SMS, and by a call where the SMS is refused.
//
//     dotnet run --project samples/AppointmentReminder -- 447700900000 [caller number]
//
// Without VONAGE_* variables it runs against the simulator, where the SMS to this number fails.
using System.Globalization;
using Vonage;
using Vonage.Core;
using Vonage.Sms;
using Vonage.Testing;
using Vonage.Voice;

const string Simulated = "447700900000";
var appointment = DateTimeOffset.Now.Date.AddDays(1).AddHours(10);
try
{
    if (VonageCredentials.InEnvironment)
    {
        if (args is not [var number, var own])
            return Fail("VONAGE_* variables are set, so this sends a real reminder. Say to whom, and which number of yours may call: 447700900000 447700900001");
        return await RemindAsync(VonageClient.FromEnvironment(), number, own, appointment);
    }

    await using var simulator = await VonageSimulator.StartAsync(new() { FailingNumbers = { [Simulated] = 6 } });
    Console.WriteLine("No VONAGE_* variables are set: using the simulator.");
    return await RemindAsync(simulator.CreateClient(), args.ElementAtOrDefault(0) ?? Simulated, args.ElementAtOrDefault(1) ?? "447700900001", appointment);
}
catch (Exception error) when (error is ApiException or InvalidRequestException or InvalidCredentialsException or MissingCredentialsException)
{
    return Fail(error.Message);
}

static async Task<int> RemindAsync(IVonageClient vonage, string to, string caller, DateTime appointment)
{
    var text = string.Create(CultureInfo.InvariantCulture, $"Your appointment is on {appointment:dddd} at {appointment:HH:mm}.");
    try
    {
        var sent = await vonage.Sms.SendAsync(new SmsRequest { From = "Surgery", To = to, Text = text });
        Console.WriteLine($"SMS {sent.Messages[0].MessageId} is on its way to {to}.");
    }
    catch (VonageSmsException refused) when (refused.FailedParts.Count == refused.Response.Messages.Count)
    {
        // No part of it was sent: the person has heard nothing yet.
        Console.WriteLine($"The SMS was refused (status {refused.Status?.Value}): calling instead.");
        var call = await vonage.Voice.CreateCallAsync(new CreateCallRequest
        {
            From = new PhoneEndpoint(caller),
            To = { new PhoneEndpoint(to) },
            Ncco = Ncco.Create().Talk(text).Talk("Goodbye."),
        });
        Console.WriteLine($"Call {call.Uuid} to {to} is {call.Status}.");
    }

    return 0;
}

static int Fail(string message)
{
    Console.Error.WriteLine("Error: " + message);
    return 1;
}
