// Sends an appointment reminder by SMS, and calls the recipient if the SMS is rejected.
//
//     dotnet run --project samples/AppointmentReminder -- 447700900000 [caller number]
//
// Without VONAGE_* variables, the sample uses the simulator, where an SMS to this number fails.
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
    if (VonageCredentials.AreInEnvironment)
    {
        if (args is not [var number, var own])
            return Fail("VONAGE_* variables are set, so this sends a real reminder. Specify the recipient and one of your numbers as the caller: 447700900000 447700900001");
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
        Console.WriteLine($"SMS {sent.Messages[0].MessageId} was sent to {to}.");
    }
    catch (VonageSmsException refused) when (refused.FailedParts.Count == refused.Response.Messages.Count)
    {
        // No part of the message was sent, so a call does not repeat the reminder.
        Console.WriteLine($"The SMS was rejected (status {refused.Status?.Value}). Calling instead.");
        var call = await vonage.Voice.CreateCallAsync(caller, to, Ncco.Create().Talk(text).Talk("Goodbye."));
        Console.WriteLine($"Call {call.Uuid} to {to} is {call.Status}.");
    }

    return 0;
}

static int Fail(string message)
{
    Console.Error.WriteLine("Error: " + message);
    return 1;
}
