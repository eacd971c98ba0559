using Flowroute.Contract.Tests.Cases;
using Flowroute.Testing;
using TestSupport.Faults;
using Vonage.Core;
using Vonage.Core.Pipeline;

namespace Flowroute.Contract.Tests;

internal sealed class FaultTests : FaultTest
{
    private static readonly Dictionary<string, OperationEffect> Effects = EffectsOf(typeof(IFlowrouteClient));

    protected override Task<PlayedCall[]> RecordAsync() => Task.WhenAll(AllCases.List.DistinctBy(c => c.Operation).Select(RecordAsync));

    private static async Task<PlayedCall> RecordAsync(OperationCase one)
    {
        await using var simulator = await FlowrouteSimulator.StartAsync();
        using var recorder = new Recorder();
        using var http = new HttpClient(recorder);
        var credentials = simulator.Credentials;
        var flowroute = new FlowrouteClient(http, credentials, simulator.ClientOptions());
        var ids = await Ids.OnAsync(flowroute);
        recorder.Replies.Clear();
        simulator.Requests.Clear();
        await one.Call(flowroute, ids);
        var target = simulator.Requests.ToList().FindLastIndex(r => r.Operation == one.Operation);
        return new PlayedCall(one.Operation, Effects[one.Operation.ToUpperInvariant()], recorder.Replies, target, async (client, address, configure) =>
        {
            var options = new FlowrouteClientOptions { Retry = RetryOptions.None, Hosts = { ["api.flowroute.com"] = new Uri($"{address}/api.flowroute.com") } };
            configure(options);
            await one.Call(new FlowrouteClient(client, credentials, options), ids);
        });
    }
}
