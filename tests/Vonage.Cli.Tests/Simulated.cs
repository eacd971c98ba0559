using Flowroute.Testing;
using Vonage.Testing;

namespace Vonage.Cli.Tests;

/// <summary>A simulator for each provider, for all tests that only need one.</summary>
[SetUpFixture]
internal sealed class Simulated
{
    public static VonageSimulator Vonage { get; private set; } = null!;

    public static FlowrouteSimulator Flowroute { get; private set; } = null!;

    /// <summary>A program that uses the simulators.</summary>
    public static Support.Cli Cli()
    {
        var cli = Support.Cli.At(Vonage.Address).WithApplication(Vonage.ApplicationId, Vonage.PrivateKeyPem);
        cli.Variables["VONAGE_API_KEY"] = Vonage.ApiKey;
        cli.Variables["VONAGE_API_SECRET"] = Vonage.ApiSecret;
        cli.Variables["FR_ACCESS_KEY"] = Flowroute.AccessKey;
        cli.Variables["FR_SECRET_KEY"] = Flowroute.SecretKey;
        return cli;
    }

    [OneTimeSetUp]
    public async Task Start()
    {
        Vonage = await VonageSimulator.StartAsync();
        Flowroute = await FlowrouteSimulator.StartAsync();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await Vonage.DisposeAsync();
        await Flowroute.DisposeAsync();
    }
}
