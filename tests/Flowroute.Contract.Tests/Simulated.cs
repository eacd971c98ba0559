using Flowroute.Testing;

namespace Flowroute.Contract.Tests;

/// <summary>The simulator, as a user of Flowroute's packages takes it.</summary>
internal static class Simulated
{
    public static FlowrouteClientOptions ClientOptions(this FlowrouteSimulator simulator) =>
        new() { Hosts = { ["api.flowroute.com"] = simulator.Hosts["api.flowroute.com"] } };

    public static async Task<IReadOnlyList<T>> ToListAsync<T>(this IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
            list.Add(item);
        return list;
    }
}
