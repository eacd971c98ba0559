using Flowroute.Testing;
using Vonage.Testing;

namespace Vonage.Docs.Tests;

/// <summary>What the documents show compiles without a warning, and runs against the simulator.</summary>
public class DocumentTests
{
    [TestCaseSource(typeof(Snippet), nameof(Snippet.InDocuments))]
    public async Task Compiles_and_runs(Snippet snippet)
    {
        await using var simulator = await VonageSimulator.StartAsync();
        await using var flowroute = await FlowrouteSimulator.StartAsync();
        Environment.SetEnvironmentVariable("VONAGE_API_KEY", simulator.ApiKey);
        Environment.SetEnvironmentVariable("VONAGE_API_SECRET", simulator.ApiSecret);
        Environment.SetEnvironmentVariable("FR_ACCESS_KEY", flowroute.AccessKey);
        Environment.SetEnvironmentVariable("FR_SECRET_KEY", flowroute.SecretKey);
        try
        {
            await snippet.RunAsync(simulator, flowroute);
        }
        finally
        {
            Environment.SetEnvironmentVariable("VONAGE_API_KEY", null);
            Environment.SetEnvironmentVariable("VONAGE_API_SECRET", null);
            Environment.SetEnvironmentVariable("FR_ACCESS_KEY", null);
            Environment.SetEnvironmentVariable("FR_SECRET_KEY", null);
        }
    }
}
