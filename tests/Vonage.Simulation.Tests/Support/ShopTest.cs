namespace Vonage.Simulation.Tests.Support;

/// <summary>A test of the engine by the shop's simulator.</summary>
internal abstract class ShopTest : HttpTest
{
    protected SimulatorOptions Options { get; } = new();

    protected ShopSimulator Simulator { get; private set; } = null!;

    [SetUp]
    public async Task StartAsync()
    {
        Simulator = await ShopSimulator.StartAsync(Options);
        Http.BaseAddress = Simulator.Address;
    }

    [TearDown]
    public async Task StopAsync() => await Simulator.DisposeAsync();

    protected void UseBasic() => UseBasic(ShopSimulator.Key, ShopSimulator.Secret);
}
