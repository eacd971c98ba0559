using TestSupport.Faults;
using Vonage.Contract.Tests.Cases;
using Vonage.Core.Pipeline;
using Vonage.Testing;

namespace Vonage.Contract.Tests;

internal sealed class FaultTests : FaultTest
{
    private static readonly Dictionary<string, OperationEffect> Effects = EffectsOf(typeof(IVonageClient));

    // The requests for a token fail as the call that needs it, and a login leads on by a header, which is not recorded: TokenAuthenticationTests and
    // NetworkTests have both.
    private static readonly string[] OfTokens = ["sim-swap.authorize", "sim-swap.getToken", "number-verification.openLogin", "number-verification.getToken", "number-verification.verify"];

    protected override Task<PlayedCall[]> RecordAsync() => Task.WhenAll(AllCases.List.DistinctBy(c => c.Operation).Where(c => !OfTokens.Contains(c.Operation)).Select(RecordAsync));

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
