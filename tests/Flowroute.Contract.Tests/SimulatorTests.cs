using Flowroute.Contract.Tests.Cases;
using Flowroute.Testing;
using Newtonsoft.Json.Linq;

namespace Flowroute.Contract.Tests;

/// <summary>Every operation over real HTTP against the simulator: what is on the wire, and what comes back.</summary>
[Parallelizable(ParallelScope.All)]
public class SimulatorTests
{
    [TestCaseSource(typeof(AllCases), nameof(AllCases.List))]
    public async Task Sends_and_reads(OperationCase one)
    {
        await using var simulator = await FlowrouteSimulator.StartAsync();
        var flowroute = simulator.CreateClient();
        var ids = await Ids.OnAsync(flowroute);
        simulator.Requests.Clear();

        await one.Call(flowroute, ids);

        var sent = simulator.Requests.Single();
        Assert.Multiple(() =>
        {
            Assert.That(sent.Operation, Is.EqualTo(one.Operation));
            Assert.That($"{sent.Method} {sent.Path}", Is.EqualTo(ids.Fill(one.Line)));
            Assert.That(sent.Host, Is.EqualTo("api.flowroute.com"));
            Assert.That(string.Join('&', sent.Query.SelectMany(q => q.Value, (q, v) => $"{q.Key}={Uri.EscapeDataString(v!)}")), Is.EqualTo(one.Query));
            Assert.That(sent.Headers.Authorization.ToString(), Does.StartWith("Basic "));
            if (one.Json is null)
            {
                Assert.That(sent.Body, Is.Empty);
            }
            else
            {
                Assert.That(sent.ContentType, Is.EqualTo(one.MediaType));
                Assert.That(JToken.Parse(sent.Body), Is.EqualTo(JToken.Parse(ids.Fill(one.Json))).Using<JToken>(JToken.DeepEquals), sent.Body);
            }
        });
    }
}
