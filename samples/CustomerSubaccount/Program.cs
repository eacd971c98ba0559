// Creates a subaccount for a customer, transfers a budget to it, and lists the transfers.
//
//     dotnet run --project samples/CustomerSubaccount -- "Customer name" [euros]
//
// Without VONAGE_API_KEY and VONAGE_API_SECRET, the sample uses the simulator.
using System.Globalization;
using Vonage;
using Vonage.Core;
using Vonage.Testing;

var customer = args.ElementAtOrDefault(0) ?? "Customer 1234";
if (!decimal.TryParse(args.ElementAtOrDefault(1) ?? "10", CultureInfo.InvariantCulture, out var budget))
    return Fail("the budget must be an amount in euros, such as 12.50.");
try
{
    if (VonageCredentials.AreInEnvironment)
        return await RunAsync(VonageClient.FromEnvironment(), VonageCredentials.FromEnvironment(), customer, budget);
    await using var simulator = await VonageSimulator.StartAsync();
    Console.WriteLine("No VONAGE_* variables are set: using the simulator.");
    return await RunAsync(simulator.CreateClient(), simulator.Credentials, customer, budget);
}
catch (Exception error) when (error is ApiException or InvalidRequestException or InvalidCredentialsException or MissingCredentialsException)
{
    return Fail(error.Message);
}

static async Task<int> RunAsync(IVonageClient vonage, VonageCredentials credentials, string customer, decimal budget)
{
    if (credentials.ApiKey is null)
        return Fail("subaccounts require VONAGE_API_KEY and VONAGE_API_SECRET.");
    var started = DateTimeOffset.UtcNow.AddMinutes(-1);
    var account = await vonage.Subaccounts.CreateAsync(new(customer) { UsePrimaryAccountBalance = false });
    Console.WriteLine($"{account.Name} has the API key {account.ApiKey}. The API returns its secret only once: store it securely.");

    await vonage.Subaccounts.TransferBalanceAsync(account.ApiKey!, budget, $"Budget of {customer}");
    foreach (var transfer in await vonage.Subaccounts.ListBalanceTransfersAsync(started, new() { Subaccounts = [account.ApiKey!] }))
        Console.WriteLine($"{transfer.Amount:0.00} EUR were transferred from {transfer.From} to {transfer.To}: {transfer.Reference}");

    var now = await vonage.Subaccounts.GetAsync(account.ApiKey!);
    Console.WriteLine($"{now.Name} has a balance of {now.Balance:0.00} EUR.");
    return 0;
}

static int Fail(string message)
{
    Console.Error.WriteLine("Error: " + message);
    return 1;
}
