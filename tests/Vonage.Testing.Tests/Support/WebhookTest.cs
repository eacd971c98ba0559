namespace Vonage.Testing.Tests.Support;

/// <summary>A test with a simulator, a client of it, and a server that takes its webhooks.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal abstract class WebhookTest
{
    protected VonageSimulatorOptions Options { get; } = new();

    protected VonageSimulator Simulator { get; private set; } = null!;

    protected SimulatedWebhooks Webhooks => Simulator.Webhooks;

    protected VonageClient Client { get; private set; } = null!;

    protected WebhookReceiver Receiver { get; private set; } = null!;

    [SetUp]
    public async Task StartAsync()
    {
        Simulator = await VonageSimulator.StartAsync(Options);
        Client = Simulator.CreateClient();
        Receiver = await WebhookReceiver.StartAsync(Simulator);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await Receiver.DisposeAsync();
        await Simulator.DisposeAsync();
    }

    /// <summary>What was sent: kind and, where it has one, status.</summary>
    protected IEnumerable<string> Story() => Webhooks.Sent.Select(sent =>
        System.Text.Json.Nodes.JsonNode.Parse(sent.Payload)!["status"] is { } status ? $"{sent.Type} {status}" : $"{sent.Type}");
}
