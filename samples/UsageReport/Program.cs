// Adds up what the SMS of the last days have cost in each country. The report is read one record at a time, however large it is.
//
//     dotnet run --project samples/UsageReport -- [days]
//
// Without VONAGE_API_KEY and VONAGE_API_SECRET, the sample uses the simulator. The Reports API is a paid product.
using System.Globalization;
using Vonage;
using Vonage.Core;
using Vonage.Reports;
using Vonage.Testing;

if (!int.TryParse(args.ElementAtOrDefault(0) ?? "7", NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days is < 1 or > 365)
    return Fail("the number of days must be between 1 and 365.");
try
{
    if (VonageCredentials.AreInEnvironment)
        return await RunAsync(VonageClient.FromEnvironment(), days);
    await using var simulator = await VonageSimulator.StartAsync();
    Console.WriteLine("No VONAGE_* variables are set: using the simulator.");
    for (var i = 0; i < 30; i++)
    {
        simulator.AddReportRecord(ReportProduct.Sms, string.Create(CultureInfo.InvariantCulture, $$"""
            {"message_id":"{{i}}","direction":"outbound","country":"{{(i % 3 == 0 ? "US" : "GB")}}","date_received":"{{DateTimeOffset.UtcNow.AddHours(-i):O}}","currency":"EUR","total_price":"0.0333"}
            """));
    }

    return await RunAsync(simulator.CreateClient(), days);
}
catch (Exception error) when (error is ApiException or InvalidRequestException or InvalidCredentialsException or MissingCredentialsException)
{
    return Fail(error.Message);
}

static async Task<int> RunAsync(IVonageClient vonage, int days)
{
    var requested = await vonage.Reports.CreateReportAsync(new(ReportProduct.Sms) { Direction = ReportDirection.Outbound, DateStart = DateTimeOffset.UtcNow.AddDays(-days) });
    var report = await vonage.Reports.WaitForReportAsync(requested.RequestId, new() { PollInterval = TimeSpan.FromSeconds(1) });
    if (report.Links?.DownloadReport is null)
        return Fail($"the report ended as {report.RequestStatus}.");

    var costs = new SortedDictionary<string, (int Messages, decimal Price)>(StringComparer.Ordinal);
    await foreach (var record in vonage.Reports.ReadRecordsAsync(report))
    {
        if (record is not SmsRecord sms)
            continue;
        var country = sms.Country ?? "unknown";
        var sum = costs.GetValueOrDefault(country);
        costs[country] = (sum.Messages + 1, sum.Price + (sms.TotalPrice ?? 0));
    }

    foreach (var (country, (messages, price)) in costs)
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{country}: {messages} messages, {price:0.00} EUR"));
    return 0;
}

static int Fail(string message)
{
    Console.Error.WriteLine("Error: " + message);
    return 1;
}
