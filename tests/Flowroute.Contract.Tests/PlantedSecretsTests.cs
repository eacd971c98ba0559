using Flowroute.Contract.Tests.Cases;
using Flowroute.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TestSupport.Secrets;
using Vonage.Core;
using Vonage.Core.Pipeline;

namespace Flowroute.Contract.Tests;

/// <summary>Secrets are planted, everything goes wrong in every way, and what the process shows of itself is searched for them.</summary>
[NonParallelizable]
public class PlantedSecretsTests
{
    private const string SecretKey = "planted-Secret-03";

    [TestCaseSource(typeof(AllCases), nameof(AllCases.List))]
    public async Task Nothing_shows_a_secret(OperationCase one)
    {
        await using var simulator = await FlowrouteSimulator.StartAsync(new() { SecretKey = SecretKey });
        var ids = await Ids.OnAsync(simulator.CreateClient());
        using var witness = new Witness();
        var faults = new FaultHandler();
        await using var services = Services(faults, witness);
        var flowroute = Client(simulator, services);
        await PlantedSecrets.FailInEveryWayAsync(() => one.Call(flowroute, ids), faults, witness);
        PlantedSecrets.Search(witness, [.. faults.Seen, .. Secrets(simulator)]);
    }

    [Test]
    public async Task No_object_shows_a_secret()
    {
        await using var simulator = await FlowrouteSimulator.StartAsync(new() { SecretKey = SecretKey });
        using var witness = new Witness();
        await using var services = Services(new FaultHandler(), witness);
        var flowroute = Client(simulator, services);
        await flowroute.Routes.ListAsync().ToListAsync();
        var call = new RequestOptions { Credentials = simulator.Credentials, Headers = { ["Authorization"] = BasicAuthentication.Header(simulator.AccessKey, SecretKey) } };
        PlantedSecrets.Show([simulator.Credentials, simulator.ClientOptions(), call, flowroute, new FlowrouteApiClient(simulator.Credentials)], witness);
        Assert.That(witness.Shown, Has.Some.Contains(simulator.AccessKey));
        PlantedSecrets.Search(witness, Secrets(simulator));
    }

    private static string[] Secrets(FlowrouteSimulator simulator) => [SecretKey, BasicAuthentication.Header(simulator.AccessKey, SecretKey)["Basic ".Length..]];

    private static FlowrouteClient Client(FlowrouteSimulator simulator, IServiceProvider services) =>
        new(services.GetRequiredService<IHttpClientFactory>().CreateClient("flowroute"), simulator.Credentials, simulator.ClientOptions());

    private static ServiceProvider Services(FaultHandler faults, Witness witness)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(witness));
        services.AddHttpClient("flowroute").ConfigurePrimaryHttpMessageHandler(() => faults);
        return services.BuildServiceProvider();
    }
}
