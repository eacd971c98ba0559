using StackExchange.Redis;

namespace Vonage.Redis.Tests.Support;

/// <summary>A test with a server of its own, and connections as several processes have them.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal abstract class RedisTest
{
    private readonly List<IDisposable> _all = [];

    protected RedisServer Server { get; private set; } = null!;

    [SetUp]
    public async Task StartAsync() => Keep(Server = await RedisServer.StartAsync());

    [TearDown]
    public void Stop()
    {
        _all.Reverse();
        _all.ForEach(one => one.Dispose());
    }

    protected async Task<IConnectionMultiplexer> ConnectAsync() => Keep(await Server.ConnectAsync());

    protected T Keep<T>(T one)
        where T : IDisposable
    {
        _all.Add(one);
        return one;
    }
}
