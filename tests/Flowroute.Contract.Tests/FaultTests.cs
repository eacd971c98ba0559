using System.Reflection;
using Flowroute.Contract.Tests.Cases;
using Flowroute.Testing;
using TestSupport.Faults;
using Vonage.Core;
using Vonage.Core.Pipeline;

namespace Flowroute.Contract.Tests;

/// <summary>Every operation meets every fault: an error of the documented kind, in time, in bounded memory, and nothing with an effect twice.</summary>
[NonParallelizable]
internal sealed class FaultTests
{
    private static readonly Dictionary<string, OperationEffect> Effects = typeof(IFlowrouteClient).GetProperties()
        .SelectMany(p => p.PropertyType.Assembly.GetType(p.PropertyType.Namespace + "." + p.PropertyType.Name[1..])?.GetFields(BindingFlags.NonPublic | BindingFlags.Static) ?? [])
        .Where(f => f.FieldType == typeof(ApiOperation))
        .Select(f => (ApiOperation)f.GetValue(null)!)
        .ToDictionary(o => o.Name.ToUpperInvariant(), o => o.Effect);

    private IReadOnlyList<PlayedCall> _calls = [];

    [OneTimeSetUp]
    public async Task RecordAsync() => _calls = await Task.WhenAll(AllCases.List.DistinctBy(c => c.Operation).Select(RecordAsync));

    [TestCaseSource(typeof(AllFaults), nameof(AllFaults.List))]
    public async Task Every_operation_survives(Fault fault) => Assert.That(await FaultMatrix.RunAsync(_calls, fault), Is.Empty);

    [Test]
    public async Task Every_operation_with_an_effect_arrives_once_where_the_server_reads_and_closes()
    {
        var counts = await FaultMatrix.CountAsync(_calls);
        Assert.That(counts, Has.Count.EqualTo(_calls.Count));
        Assert.That(counts.Where(c => c.Key.Effect != OperationEffect.None && c.Value != 1), Is.Empty);
        Assert.That(counts.Where(c => c.Key.Effect == OperationEffect.None), Has.Some.Matches<KeyValuePair<PlayedCall, int>>(c => c.Value > 1), "the platform repeats what only reads");
    }

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
