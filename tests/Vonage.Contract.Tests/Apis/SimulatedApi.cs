using Vonage.Testing;

namespace Vonage.Contract.Tests.Apis;

/// <summary>A test with a simulator and a client of its own.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public abstract class SimulatedApi
{
    protected VonageSimulator Simulator { get; private set; } = null!;

    protected VonageClient Vonage { get; private set; } = null!;

    [SetUp]
    public async Task StartAsync()
    {
        Simulator = await VonageSimulator.StartAsync();
        Vonage = Simulator.CreateClient();
    }

    [TearDown]
    public async Task StopAsync() => await Simulator.DisposeAsync();

    protected static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items)
            all.Add(item);
        return all;
    }

    protected static async Task<VonageApiException> FailingAsync(Func<Task> call, int status)
    {
        var error = (await Assert.ThrowsAsync<VonageApiException>(() => call()))!;
        Assert.That((int?)error.StatusCode, Is.EqualTo(status));
        return error;
    }

    /// <summary>Keeps what it is told at once, unlike <see cref="Progress{T}"/>.</summary>
    protected sealed class Steps : IProgress<long>
    {
        public List<long> All { get; } = [];

        public void Report(long value) => All.Add(value);
    }
}
