using System.Net.Http.Headers;

namespace Vonage.Testing.Tests.Support;

/// <summary>A test with a simulator of its own.</summary>
internal abstract class SimulatorTest : HttpTest
{
    protected VonageSimulatorOptions Options { get; } = new();

    protected VonageSimulator Simulator { get; private set; } = null!;

    [SetUp]
    public async Task StartAsync()
    {
        Prepare();
        Simulator = await VonageSimulator.StartAsync(Options);
        Http.BaseAddress = Simulator.Address;
    }

    [TearDown]
    public async Task StopAsync() => await Simulator.DisposeAsync();

    /// <summary>Sets <see cref="Options"/> up before the simulator starts.</summary>
    protected virtual void Prepare()
    {
    }

    protected void UseBasic(string? secret = null) => UseBasic(Simulator.ApiKey, secret ?? Simulator.ApiSecret);

    protected void UseToken(string? token = null) =>
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Token.For(Simulator));
}
