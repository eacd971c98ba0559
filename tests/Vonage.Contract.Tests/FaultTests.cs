using System.Reflection;
using TestSupport.Faults;
using Vonage.Contract.Tests.Cases;
using Vonage.Core.Pipeline;
using Vonage.Testing;

namespace Vonage.Contract.Tests;

/// <summary>Every operation meets every fault: an error of the documented kind, in time, in bounded memory, and nothing with an effect twice.</summary>
[NonParallelizable]
internal sealed class FaultTests
{
    private static readonly Dictionary<string, OperationEffect> Effects = typeof(IVonageClient).GetProperties()
        .Where(p => p.PropertyType.Namespace is not ("Vonage" or "Vonage.Raw"))
        .SelectMany(p => p.PropertyType.Assembly.GetType(p.PropertyType.Namespace + "." + p.PropertyType.Name[1..])!.GetFields(BindingFlags.NonPublic | BindingFlags.Static))
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
        await using var simulator = await VonageSimulator.StartAsync();
        using var recorder = new Recorder();
        using var http = new HttpClient(recorder);
        var vonage = new VonageClient(http, simulator.Credentials, WithHosts(new VonageClientOptions(), simulator.Hosts));
        var ids = await Ids.OnAsync(simulator, vonage);
        recorder.Replies.Clear();
        simulator.Requests.Clear();
        await one.Call(vonage, ids);
        var target = simulator.Requests.ToList().FindLastIndex(r => r.Operation == one.Operation);
        var effect = Effects[one.Operation.Replace("alerts.", "shortCodes.").Replace("-", "").ToUpperInvariant()];
        var credentials = simulator.Credentials;
        var hosts = simulator.Hosts.Keys.ToList();
        return new PlayedCall(one.Operation, effect, recorder.Replies, target, async (client, address, configure) =>
        {
            var options = WithHosts(new VonageClientOptions { Retry = Core.RetryOptions.None }, hosts.ToDictionary(host => host, host => new Uri($"{address}/{host}")));
            configure(options);
            await one.Call(new VonageClient(client, credentials, options), new Ids(ids.ApiKey, ids.Call, ids.Secret));
        });
    }

    private static VonageClientOptions WithHosts(VonageClientOptions options, IReadOnlyDictionary<string, Uri> hosts)
    {
        foreach (var (host, address) in hosts)
            options.Hosts[host] = address;
        return options;
    }
}
