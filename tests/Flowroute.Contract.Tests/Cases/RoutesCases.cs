using Flowroute.Routes;

namespace Flowroute.Contract.Tests.Cases;

internal static class RoutesCases
{
    private const string Reference = """{"data":{"type":"route","id":"{route}"}}""";

    public static IEnumerable<OperationCase> All()
    {
        yield return new("routes.list", "GET /v2/routes", async (f, _) =>
        {
            var routes = await f.Routes.ListAsync().ToListAsync();
            Assert.That(routes[0].RouteType, Is.EqualTo(InboundRouteType.SipRegistration));
            Assert.That(routes[0].Value, Is.Null);
        })
        { Query = "offset=0" };
        yield return new("routes.create", "POST /v2/routes", async (f, _) =>
        {
            var route = await f.Routes.CreateAsync(new CreateRouteRequest { Alias = "Test Route", RouteType = InboundRouteType.Host, Value = "www.flowroute.com" });
            Assert.That(route!.Id, Is.Not.Empty);
            Assert.That(route.RouteType, Is.EqualTo(InboundRouteType.Host));
            Assert.That(route.Links!.Self!.OriginalString, Does.EndWith(route.Id));
        })
        { Json = """{"data":{"type":"route","attributes":{"alias":"Test Route","route_type":"host","value":"www.flowroute.com"}}}""" };
        yield return new("routes.update", "PATCH /v2/routes/{route}", async (f, ids) =>
        {
            var route = await f.Routes.UpdateAsync(ids.Route, new UpdateRouteRequest { Alias = "new route" });
            Assert.That(route.Alias, Is.EqualTo("new route"));
        })
        { Json = """{"data":{"type":"route","attributes":{"alias":"new route"}}}""" };
        yield return new("routes.delete", "DELETE /v2/routes/{route}", (f, ids) => f.Routes.DeleteAsync(ids.Route));
        yield return new("routes.listEdgeStrategies", "GET /v2/routes/edge_strategies", async (f, _) =>
            Assert.That((await f.Routes.ListEdgeStrategiesAsync())[0].Name, Is.EqualTo("US-East-VA")));
        yield return new("routes.setPrimaryRoute", "PATCH /v2/numbers/{number}/relationships/primary_route", (f, ids) => f.Routes.SetPrimaryRouteAsync(ids.Number, ids.Route)) { Json = Reference };
        yield return new("routes.setFailoverRoute", "PATCH /v2/numbers/{number}/relationships/failover_route", (f, ids) => f.Routes.SetFailoverRouteAsync(ids.Number, ids.Route)) { Json = Reference };
        yield return new("routes.unassignRoute", "DELETE /v2/numbers/{number}/relationships/failover_route", (f, ids) => f.Routes.UnassignRouteAsync(ids.Number, RoutePriority.Failover));
    }
}
