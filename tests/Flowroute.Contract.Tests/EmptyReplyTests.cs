using Flowroute.Routes;

namespace Flowroute.Contract.Tests;

/// <summary>A success without a body is no error after the deed.</summary>
public class EmptyReplyTests
{
    [Test]
    public async Task A_route_that_was_created_without_a_word_is_null()
    {
        var flowroute = new FlowrouteClient(new HttpClient(StubHandler.Of("", System.Net.HttpStatusCode.Created)), FlowrouteCredentials.FromAccessKey("key", "secret"));
        Assert.That(await flowroute.Routes.CreateAsync(new CreateRouteRequest { Alias = "a", RouteType = InboundRouteType.Host, Value = "example.com" }), Is.Null);
    }
}
