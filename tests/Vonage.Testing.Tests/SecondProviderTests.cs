using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Vonage.Testing.Tests.Support;

namespace Vonage.Testing.Tests;

internal sealed class SecondProviderTests : SimulatorTest
{
    [Test]
    public async Task Has_keys_of_its_own()
    {
        UseBasic();
        Assert.That((await GetAsync("/api.flowroute.com/v2/routes")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        UseFlowroute();
        Assert.That((await GetAsync("/api.flowroute.com/v2/routes")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await GetAsync("/rest.nexmo.com/account/get-balance")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [TestCase("fr123456")]
    [TestCase("fr123456:wrong")]
    [TestCase("wrong:SimulatorSecretKey")]
    public async Task Refuses_other_keys(string pair)
    {
        Http.DefaultRequestHeaders.Authorization = Basic(pair);
        var answer = await GetAsync("/api.flowroute.com/v2/routes");
        Assert.That((answer.Status, answer.Json!["errors"]![0]!["detail"]!.ToString()), Is.EqualTo((HttpStatusCode.Unauthorized, "Authentication failed.")));
    }

    [Test]
    public async Task Tells_what_is_wrong_in_its_own_form()
    {
        UseFlowroute();
        using var body = new StringContent("""{"data":{"type":"message","attributes":{"from":"12061231234","body":"hello"}}}""", Encoding.UTF8, "application/vnd.api+json");
        var answer = await PostAsync("/api.flowroute.com/v2.1/messages", body);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(answer.Json!["errors"]![0]!["detail"]!.ToString(), Does.Contain("data.attributes.to"));
    }

    private static AuthenticationHeaderValue Basic(string pair) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));

    private void UseFlowroute() => Http.DefaultRequestHeaders.Authorization = Basic($"{Simulator.FlowrouteAccessKey}:{Simulator.FlowrouteSecretKey}");
}
