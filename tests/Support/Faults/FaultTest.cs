using System.Reflection;
using Vonage.Core;
using Vonage.Core.Pipeline;

namespace TestSupport.Faults;

/// <summary>Every operation of a provider meets every fault: an error of the documented kind, in time, in bounded memory, and nothing with an effect twice.</summary>
[NonParallelizable]
internal abstract class FaultTest
{
    private PlayedCall[] _calls = [];

    [OneTimeSetUp]
    public async Task RecordAllAsync() => _calls = await RecordAsync();

    [TestCaseSource(typeof(AllFaults), nameof(AllFaults.List))]
    public async Task Every_operation_survives(Fault fault) => Assert.That(await FaultMatrix.RunAsync(_calls, fault), Is.Empty);

    [Test]
    public async Task Every_operation_with_an_effect_arrives_once_where_the_server_reads_and_closes()
    {
        var counts = await FaultMatrix.CountAsync(_calls, "closed before the reply", RetryOptions.None);
        Assert.That(counts, Has.Count.EqualTo(_calls.Length));
        Assert.That(counts.Where(c => c.Key.Effect != OperationEffect.None && c.Value != 1), Is.Empty);
        Assert.That(counts.Where(c => c.Key.Effect == OperationEffect.None), Has.Some.Matches<KeyValuePair<PlayedCall, int>>(c => c.Value > 1), "the platform repeats what only reads");
    }

    [TestCase("closed before the reply")]
    [TestCase("reset in the headers")]
    [TestCase("503 without a body")]
    public async Task With_retries_what_may_have_had_its_effect_is_not_sent_again(string fault)
    {
        var counts = await FaultMatrix.CountAsync(_calls, fault, new RetryOptions { TransientDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(5) });
        Assert.That(counts.Where(c => c.Key.Effect == OperationEffect.Once && c.Value != 1), Is.Empty);
        Assert.That(counts.Where(c => c.Key.Effect != OperationEffect.Once), Has.Some.Matches<KeyValuePair<PlayedCall, int>>(c => c.Value > 1), "what may be repeated is repeated");
    }

    /// <summary>Makes each call once against a simulator.</summary>
    protected abstract Task<PlayedCall[]> RecordAsync();

    /// <summary>The effects of the operations of a facade's clients, by their names without hyphens, in capitals.</summary>
    protected static Dictionary<string, OperationEffect> EffectsOf(Type facade) => facade.GetProperties()
        .Select(p => p.PropertyType.Assembly.GetType(p.PropertyType.Namespace + "." + p.PropertyType.Name[1..]))
        .SelectMany(client => client?.GetFields(BindingFlags.NonPublic | BindingFlags.Static) ?? [])
        .Where(field => field.FieldType == typeof(ApiOperation))
        .Select(field => (ApiOperation)field.GetValue(null)!)
        .ToDictionary(operation => operation.Name.ToUpperInvariant(), operation => operation.Effect);
}
