using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Flowroute.Testing;
using Vonage.Testing;

namespace Flowroute.Contract.Tests;

/// <summary>The simulator, asked by a plain HTTP client: which keys it takes, and how it refuses.</summary>
public class SimulatorKeyTests
{
    private FlowrouteSimulator _simulator = null!;
    private HttpClient _http = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _simulator = await FlowrouteSimulator.StartAsync(new FlowrouteSimulatorOptions { AccessKey = "own", SecretKey = "own-secret" });
        _http = new HttpClient();
    }

    [TearDown]
    public async Task StopAsync()
    {
        _http.Dispose();
        await _simulator.DisposeAsync();
    }

    [TestCase("v2/routes")]
    [TestCase("api.flowroute.com/v2/routes")]
    public async Task Takes_its_keys(string path)
    {
        Use("own:own-secret");
        Assert.That((await _http.GetAsync(new Uri(_simulator.Address, path))).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("own", "The secret key is wrong.")]
    [TestCase("own:wrong", "The secret key is wrong.")]
    [TestCase("wrong:own-secret", "The access key is not the simulator's.")]
    public async Task Refuses_other_keys(string pair, string reason)
    {
        Use(pair);
        var reply = await _http.GetAsync(new Uri(_simulator.Address, "v2/routes"));
        var error = JsonNode.Parse(await reply.Content.ReadAsStringAsync())!["errors"]![0]!;
        Assert.That((reply.StatusCode, error["detail"]!.ToString()), Is.EqualTo((HttpStatusCode.Unauthorized, reason)));
        Assert.That(_simulator.Requests.Single().AuthenticationError, Is.EqualTo(reason));
    }

    [Test]
    public async Task Refuses_the_keys_of_the_other_providers_simulator()
    {
        await using var other = await VonageSimulator.StartAsync();
        Use($"{other.ApiKey}:{other.ApiSecret}");
        Assert.That((await _http.GetAsync(new Uri(_simulator.Address, "v2/routes"))).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Use("own:own-secret");
        Assert.That((await _http.GetAsync(new Uri(other.Address, "account/get-balance"))).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Names_what_is_wrong_in_the_providers_form()
    {
        Use("own:own-secret");
        using var body = new StringContent("""{"data":{"type":"message","attributes":{"from":"12061231234","body":"hello"}}}""", Encoding.UTF8, "application/vnd.api+json");
        var reply = await _http.PostAsync(new Uri(_simulator.Address, "v2.1/messages"), body);
        Assert.That(reply.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(JsonNode.Parse(await reply.Content.ReadAsStringAsync())!["errors"]![0]!["detail"]!.ToString(), Does.Contain("data.attributes.to"));
    }

    private void Use(string pair) =>
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
}
