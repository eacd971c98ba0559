using Newtonsoft.Json.Linq;
using Vonage.Contract.Tests.Cases;
using Vonage.Simulation;
using Vonage.Testing;

namespace Vonage.Contract.Tests;

/// <summary>Every operation over real HTTP against the simulator: what is on the wire, and what comes back.</summary>
[Parallelizable(ParallelScope.All)]
public class SimulatorTests
{
    [TestCaseSource(typeof(AllCases), nameof(AllCases.List))]
    public async Task Sends_and_reads(OperationCase one)
    {
        await using var simulator = await VonageSimulator.StartAsync();
        var vonage = simulator.CreateClient();
        var ids = await Ids.OnAsync(simulator, vonage);
        simulator.Requests.Clear();

        await one.Call(vonage, ids);

        var sent = simulator.Requests.Last(r => r.Operation == one.Operation);
        Assert.Multiple(() =>
        {
            Assert.That($"{sent.Method} {sent.Host}{sent.Path}", Is.EqualTo(ids.Fill(one.Line)));
            Assert.That(string.Join('&', sent.Query.SelectMany(q => q.Value, (q, v) => $"{Uri.EscapeDataString(q.Key)}={(q.Key == "api_secret" ? "*" : Uri.EscapeDataString(v!))}")), Is.EqualTo(ids.Fill(one.Query)));
            Assert.That(sent.Headers.Authorization.ToString(), one.Authorization.Length == 0 ? Is.Empty : Does.StartWith(one.Authorization));
            Assert.That(sent.Headers.Accept.ToString(), Is.Not.Empty);
            Assert.That(sent.Headers.UserAgent.ToString(), Does.StartWith("vonage-generated/"));
            if (one.Json is not null)
            {
                Assert.That(sent.ContentType, Is.EqualTo("application/json"));
                Assert.That(JToken.Parse(sent.Body), Is.EqualTo(JToken.Parse(ids.Fill(one.Json))).Using<JToken>(JToken.DeepEquals), sent.Body);
            }
            else if (one.Form is not null)
            {
                Assert.That(sent.ContentType, Is.EqualTo("application/x-www-form-urlencoded"));
                Assert.That(sent.Body, Is.EqualTo(ids.Fill(one.Form)));
            }
            else if (one.FormPattern is not null)
            {
                Assert.That(sent.ContentType, Is.EqualTo("application/x-www-form-urlencoded"));
                Assert.That(sent.Body, Does.Match($"^{one.FormPattern}$"));
            }
            else if (one.Parts is not null)
            {
                Assert.That(sent.ContentType, Is.EqualTo("multipart/form-data"));
                Assert.That(Parts(sent), Is.EqualTo(ids.Fill(one.Parts)));
            }
            else
            {
                Assert.That(sent.Body, Is.Empty);
            }
        });
    }

    private static string Parts(ReceivedRequest sent) => string.Join('&', sent.Form!.Select(field => $"{field.Key}={field.Value}").Concat(sent.Form!.Files.Select(file =>
    {
        using var reader = new StreamReader(file.OpenReadStream());
        return $"{file.Name}={file.FileName}:{file.ContentType}:{reader.ReadToEnd()}";
    })));
}
