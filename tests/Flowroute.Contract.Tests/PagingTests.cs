using Flowroute.Messages;
using Flowroute.Routes;
using Flowroute.Testing;
using Vonage.Simulation;

namespace Flowroute.Contract.Tests;

public class PagingTests
{
    private FlowrouteSimulator _simulator = null!;
    private FlowrouteClient _flowroute = null!;

    private string Offsets => string.Join(", ", _simulator.Requests.Select(r => r.Query["offset"]));

    [SetUp]
    public async Task StartAsync()
    {
        _simulator = await FlowrouteSimulator.StartAsync();
        _flowroute = _simulator.CreateClient();
    }

    [TearDown]
    public async Task StopAsync() => await _simulator.DisposeAsync();

    [Test]
    public async Task Follows_the_links_to_the_end()
    {
        for (var i = 1; i <= 4; i++)
            await _flowroute.Routes.CreateAsync(new CreateRouteRequest { Alias = $"route {i}", RouteType = InboundRouteType.Number, Value = $"1206555000{i}" });
        _simulator.Requests.Clear();

        var routes = await _flowroute.Routes.ListAsync(new() { PageSize = 2 }).ToListAsync();

        Assert.That(string.Join(", ", routes.Select(r => r.Alias)), Is.EqualTo("sip-reg, route 1, route 2, route 3, route 4"));
        Assert.That(Offsets, Is.EqualTo("0, 2, 4"));
    }

    [Test]
    public async Task Looks_up_a_set_of_messages()
    {
        var start = DateTimeOffset.UtcNow.AddMinutes(-1);
        var sent = new List<string>();
        for (var i = 0; i < 3; i++)
            sent.Add((await _flowroute.Messages.SendAsync(new SendMessageRequest { To = "12065551234", From = "12061231234", Body = $"message {i}" })).Id);
        _simulator.Requests.Clear();

        var records = await _flowroute.Messages.ListAsync(start, new() { EndDate = start.AddHours(1), PageSize = 1 }).ToListAsync();

        Assert.That(records.Select(r => r.Id), Is.EqualTo(sent));
        Assert.That(string.Join(", ", records.Select(r => r.Body)), Is.EqualTo("message 0, message 1, message 2"));
        Assert.That(_simulator.Requests.Select(r => r.Query["end_date"].ToString()).Distinct().Count(), Is.EqualTo(1), "the filters go along");
    }

    [Test]
    public async Task Fetches_no_page_that_nobody_asks_for()
    {
        await _flowroute.Routes.CreateAsync(new CreateRouteRequest { Alias = "another", RouteType = InboundRouteType.Host, Value = "example.com" });
        _simulator.Requests.Clear();
        await foreach (var route in _flowroute.Routes.ListAsync(new() { PageSize = 1 }))
        {
            Assert.That(route.Id, Is.EqualTo("0"));
            break;
        }
        Assert.That(_simulator.Requests, Has.Count.EqualTo(1));
    }

    [TestCase("offset=x")]
    [TestCase("limit=2")]
    public async Task A_link_that_leads_nowhere_ends_the_list(string query)
    {
        _simulator.Respond("routes.list", new SimulatedResponse { StatusCode = 200, ContentType = "application/vnd.api+json", Body = """{"data":[{"id":"1","type":"route","attributes":{}}],"links":{"next":"https://api.flowroute.com/v2/routes?QUERY"}}""".Replace("QUERY", query, StringComparison.Ordinal) }, times: 5);
        Assert.That(await _flowroute.Routes.ListAsync().ToListAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_link_that_leads_back_is_an_error()
    {
        _simulator.Respond("routes.list", new SimulatedResponse { StatusCode = 200, ContentType = "application/vnd.api+json", Body = """{"data":[{"id":"1","type":"route","attributes":{}}],"links":{"next":"https://api.flowroute.com/v2/routes?offset=0"}}""" }, times: 5);
        var error = await Assert.ThrowsAsync<FlowrouteApiException>(async () => await _flowroute.Routes.ListAsync().ToListAsync());
        Assert.That(error!.Message, Does.Contain("The list does not end."));
    }

    [Test]
    public async Task A_link_of_an_inner_host_is_not_followed_there()
    {
        _simulator.Respond("cdr.listExports", new SimulatedResponse { StatusCode = 200, ContentType = "application/vnd.api+json", Body = """{"data":[],"links":{"next":"http://cdr-api/cdrs/exports?offset=2&limit=2"}}""" });
        var exports = await _flowroute.Cdr.ListExportsAsync(new() { PageSize = 2 }).ToListAsync();
        Assert.That(exports, Has.Count.EqualTo(1));
        Assert.That(Offsets, Is.EqualTo("0, 2"));
    }
}
