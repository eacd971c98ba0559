// Searches for numbers in a country and buys the first one. Without VONAGE_* variables, the sample uses the simulator and costs nothing:
//
//   dotnet run --project samples/NumberPurchase
//   dotnet run --project samples/NumberPurchase -- US --buy      (with credentials in the environment: this costs money)

using Vonage;
using Vonage.Core;
using Vonage.Numbers;
using Vonage.Testing;

var country = args.FirstOrDefault(argument => !argument.StartsWith('-')) ?? "GB";
try
{
    if (VonageCredentials.AreInEnvironment)
    {
        await RunAsync(VonageClient.FromEnvironment(), country, mayBuy: args.Contains("--buy"));
        return 0;
    }

    await using var simulator = await VonageSimulator.StartAsync();
    Console.WriteLine("No VONAGE_* variables are set: using the simulator. Nothing is bought.");
    await RunAsync(simulator.CreateClient(), country, mayBuy: true);
    return 0;
}
catch (Exception error) when (error is ApiException or InvalidCredentialsException or MissingCredentialsException or InvalidRequestException)
{
    Console.Error.WriteLine("Error: " + error.Message);
    return 1;
}

static async Task RunAsync(VonageClient vonage, string country, bool mayBuy)
{
    AvailableNumber? choice = null;
    var shown = 0;
    await foreach (var number in vonage.Numbers.SearchAvailableAsync(country, new() { Type = NumberType.Mobile, Features = NumberFeatureSet.SmsVoice, PageSize = 5 }))
    {
        Console.WriteLine($"  {number.Msisdn}  {number.Cost} EUR per month  {string.Join(", ", number.Features)}");
        choice ??= number;
        if (++shown == 5)
            break;
    }
    if (choice is null)
    {
        Console.WriteLine($"{country} has no mobile numbers for SMS and calls.");
        return;
    }
    if (!mayBuy)
    {
        Console.WriteLine($"Add --buy to buy {choice.Msisdn}.");
        return;
    }

    await vonage.Numbers.BuyAsync(choice);
    await vonage.Numbers.UpdateAsync(new() { Country = choice.Country ?? country, Msisdn = choice.Msisdn!, InboundHttpUrl = new("https://example.com/webhooks/inbound-sms") });
    Console.WriteLine($"Bought {choice.Msisdn}. Numbers of the account:");
    await foreach (var owned in vonage.Numbers.ListOwnedAsync())
        Console.WriteLine($"  {owned.Msisdn}  {owned.Country}  {owned.Type}");
}
