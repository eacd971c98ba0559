using System.Net;
using Vonage.Simulation.Tests.Support;

namespace Vonage.Simulation.Tests;

internal sealed class RoutingTests : ShopTest
{
    [TestCase("/v1/things/7", "shop.getThing")]
    [TestCase("/shop.example.com/v1/things/7", "shop.getThing")]
    [TestCase("/SHOP-EU.example.com/v1/things/7", "shop.getThing")]
    [TestCase("/other.example.com/v1/things/7", "second/shop.getThing")]
    [TestCase("/v1/things/newest", "shop.getNewest")]
    [TestCase("/v1/names/a%2Fb.csv", "shop.getNames")]
    public async Task Finds_the_operation(string path, string operation)
    {
        var answer = await GetAsync(path);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(Simulator.Requests.Single().Operation, Is.EqualTo(operation));
    }

    [TestCase("photo", "shop.getPhoto", HttpStatusCode.OK)]
    [TestCase("report", "second/shop.getReport", HttpStatusCode.OK)]
    [TestCase("other", "shop.getPhoto", HttpStatusCode.NotFound)]
    public async Task Of_two_operations_with_one_path_the_one_counts_that_knows_the_resource(string file, string operation, HttpStatusCode status)
    {
        var answer = await GetAsync($"/v1/files/{file}");

        var request = Simulator.Requests.Single();
        Assert.That((answer.Status, request.Operation, request.PathValues.Values.Single()), Is.EqualTo((status, operation, file)));
    }

    [TestCase("code", "shop.getToken")]
    [TestCase("login", "second/shop.getToken")]
    [TestCase("nothing", "shop.getToken")]
    public async Task Of_two_operations_with_one_path_the_one_counts_that_the_request_fits(string field, string operation)
    {
        using var body = new StringContent($$"""{"{{field}}":"1"}""", System.Text.Encoding.UTF8, "application/json");
        using var response = await Http.PostAsync(new Uri("/v1/tokens", UriKind.Relative), body);

        Assert.That(Simulator.Requests.Single().Operation, Is.EqualTo(operation));
    }

    [Test]
    public async Task A_response_that_is_set_for_one_of_two_operations_with_one_path_is_that_of_its_requests()
    {
        Simulator.Respond("second/shop.getReport", 503);

        var photo = await GetAsync("/v1/files/photo");
        var report = await GetAsync("/v1/files/report");

        Assert.That((photo.Status, report.Status), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable)));
    }

    [Test]
    public async Task Records_host_and_path_apart()
    {
        await GetAsync("/other.example.com/v1/things/7?x=1");

        var request = Simulator.Requests.Single();
        Assert.That((request.Host, request.Path), Is.EqualTo(("other.example.com", "/v1/things/7")));
    }

    [TestCase("/v1/nothing")]
    [TestCase("/")]
    [TestCase("/shop.example.com")]
    [TestCase("/not/a/path")]
    [TestCase("/v1/names/.csv")]
    [TestCase("/other.example.com/v1/things/newest/x")]
    [TestCase("/other.example.com/upload")]
    public async Task Answers_404_for_an_unknown_path(string path)
    {
        var answer = await GetAsync(path);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(answer.ContentType, Is.EqualTo("application/problem+json"));
        Assert.That(Simulator.Requests.Single().OperationId, Is.Null);
    }

    [Test]
    public async Task Answers_405_for_another_method_of_a_known_path()
    {
        var answer = await Answer.ReadAsync(await Http.PatchAsync(new Uri("/v1/things/7", UriKind.Relative), null));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
        Assert.That(answer["detail"], Does.Contain("GET").And.Contain("DELETE").And.Contain("PATCH"));
    }

    [Test]
    public void Names_an_address_for_every_host()
    {
        var hosts = new[] { "shop.example.com", "shop-eu.example.com", "other.example.com" };

        Assert.That(hosts.Select(host => Simulator.Hosts[host]), Is.EqualTo(hosts.Select(host => new Uri(Simulator.Address, host))));
    }

    [Test]
    public async Task Takes_any_path_at_a_host_that_no_document_names() =>
        Assert.That((await GetAsync("/files.example.com/v1/things/7")).Status, Is.EqualTo(HttpStatusCode.OK));

    [Test]
    public async Task Takes_a_port_that_is_asked_for()
    {
        await Simulator.DisposeAsync();

        await using var second = await ShopSimulator.StartAsync(new SimulatorOptions { Port = Simulator.Address.Port });

        Assert.That(second.Address, Is.EqualTo(Simulator.Address));
    }
}
