using Flowroute.Contract.Tests.Cases;
using Newtonsoft.Json.Linq;
using Vonage.Core;

namespace Flowroute.Contract.Tests;

/// <summary>Every operation once against Prism: a server nobody here wrote validates each request by our document.</summary>
[TestFixtureSource(nameof(Specs))]
[Parallelizable(ParallelScope.Self)]
public class PrismTests(string spec)
{
    private PrismServer? _prism;

    public static IEnumerable<string> Specs => AllCases.List.Select(c => c.Spec).Distinct();

    [OneTimeSetUp]
    public async Task StartAsync() => _prism = await PrismServer.StartAsync(spec);

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_prism is not null)
            await _prism.DisposeAsync();
    }

    [Test]
    public async Task Every_request_keeps_the_document()
    {
        var flowroute = new FlowrouteClient(FlowrouteCredentials.FromAccessKey("access", "secret"), new() { Hosts = { ["api.flowroute.com"] = _prism!.Address } });
        var failures = new List<string>();
        foreach (var one in AllCases.List.Where(c => c.Spec == spec))
        {
            try
            {
                await one.Call(flowroute, Ids.AnyOnPrism);
            }
            catch (ApiException error)
            {
                failures.Add($"{one}: {error.Message} {error.Body}");
            }
        }
        Assert.That(failures, Is.Empty);
    }

    [Test]
    public async Task A_request_without_keys_is_refused()
    {
        // Proof that Prism looks.
        using var http = new HttpClient();
        var line = Ids.AnyOnPrism.Fill(AllCases.List.First(c => c.Spec == spec).Line).Split(' ');
        using var request = new HttpRequestMessage(new HttpMethod(line[0]), new Uri(_prism!.Address, line[1]));
        using var answer = await http.SendAsync(request);
        var violations = JArray.Parse(answer.Headers.GetValues("sl-violations").Single());
        Assert.That((int)answer.StatusCode, Is.EqualTo(401));
        Assert.That(violations.Select(v => $"{v["code"]} {v["message"]}"), Has.Some.EqualTo("401 Invalid security scheme used"));
    }
}
