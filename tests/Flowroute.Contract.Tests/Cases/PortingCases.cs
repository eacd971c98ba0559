using Flowroute.Porting;

namespace Flowroute.Contract.Tests.Cases;

internal static class PortingCases
{
    private const string Json = "application/json";

    public static IEnumerable<OperationCase> All()
    {
        yield return new("porting.checkPortability", "POST /v2/portorders/portability", async (f, _) =>
            Assert.That((await f.Porting.CheckPortabilityAsync(new() { Numbers = { "+14252081174", "+18002255277" } })).Portable.Single(), Is.EqualTo("+18002255277")))
        { Json = """{"numbers":["+14252081174","+18002255277"]}""", MediaType = Json };
        yield return new("porting.createOrder", "POST /v2/portorders", async (f, _) =>
        {
            var order = await f.Porting.CreateOrderAsync(new CreatePortOrderRequest
            {
                Numbers = { "+12065661654" },
                BillingName = "John Doe",
                City = "Seattle",
                Country = CountryCode.UnitedStates,
                Provider = "Old Telephone Co.",
                State = "WA",
                Street = "1218 3rd Ave",
                Presets = new() { PrimaryRouteId = "98396" },
            });
            Assert.That(order.Cost, Is.EqualTo(7.5m));
            Assert.That(order.BillingAddress!.Street2, Is.Null);
        })
        {
            Json = """{"data":{"type":"portorder","attributes":{"numbers":["+12065661654"],"billing_name":"John Doe","city":"Seattle","country":"US","provider":"Old Telephone Co.","state":"WA","street":"1218 3rd Ave","presets":{"primary_route_id":"98396"}}}}""",
            MediaType = Json,
        };
        yield return new("porting.listOrders", "GET /v2/portorders", async (f, _) => Assert.That((await f.Porting.ListOrdersAsync(new() { GroupId = 41351 })).Single().Id, Is.EqualTo("41351"))) { Query = "group_id=41351" };
        yield return new("porting.getOrder", "GET /v2/portorders/41351", async (f, _) => Assert.That((await f.Porting.GetOrderAsync("41351")).Company, Is.EqualTo("Leather Inc.")));
        yield return new("porting.updateOrder", "PATCH /v2/portorders/41351", (f, _) => f.Porting.UpdateOrderAsync("41351", new() { City = "Tacoma" }))
        {
            Json = """{"data":{"type":"portorder","attributes":{"city":"Tacoma"}}}""",
            MediaType = Json,
        };
        yield return new("porting.addNumbers", "POST /v2/portorders/41351/numbers", (f, _) => f.Porting.AddNumbersAsync("41351", new() { Add = { "+12342235677" } }))
        {
            Json = """{"add":["+12342235677"]}""",
            MediaType = Json,
        };
    }
}
