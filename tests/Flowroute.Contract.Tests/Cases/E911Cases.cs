using Flowroute.E911;

namespace Flowroute.Contract.Tests.Cases;

internal static class E911Cases
{
    private const string Json = """{"data":{"type":"e911","attributes":{"label":"Office","first_name":"Chris","last_name":"Smith","street_number":"1218","street_name":"3rd Ave","address_type":"Suite","address_type_number":"600","city":"Seattle","state":"WA","country":"US","zip":"98101"}}}""";

    public static CreateE911AddressRequest Address => new()
    {
        Label = "Office",
        FirstName = "Chris",
        LastName = "Smith",
        StreetNumber = "1218",
        StreetName = "3rd Ave",
        AddressType = E911UnitType.Suite,
        AddressTypeNumber = "600",
        City = "Seattle",
        State = "WA",
        Country = CountryCode.UnitedStates,
        Zip = "98101",
    };

    public static IEnumerable<OperationCase> All()
    {
        yield return new("e911.list", "GET /v2/e911s", async (f, _) => Assert.That((await f.E911.ListAsync(new() { State = "WA" }).ToListAsync())[0].City, Is.EqualTo("Seattle"))) { Query = "offset=0&state=WA" };
        yield return new("e911.create", "POST /v2/e911s", async (f, _) => Assert.That((await f.E911.CreateAsync(Address)).City, Is.EqualTo("Seattle"))) { Json = Json };
        yield return new("e911.validate", "POST /v2/e911s/validate", (f, _) => f.E911.ValidateAsync(Address)) { Json = Json };
        yield return new("e911.get", "GET /v2/e911s/21845", async (f, _) => Assert.That((await f.E911.GetAsync("21845")).Zip, Is.EqualTo("98101")));
        yield return new("e911.update", "PATCH /v2/e911s/21845", async (f, _) => Assert.That((await f.E911.UpdateAsync("21845", new() { Label = "Funeral Homes", FirstName = "Death" })).Id, Is.EqualTo("21845")))
        {
            Json = """{"data":{"type":"e911","attributes":{"label":"Funeral Homes","first_name":"Death"}}}""",
        };
        yield return new("e911.delete", "DELETE /v2/e911s/21845", (f, _) => f.E911.DeleteAsync("21845"));
        yield return new("e911.listNumbers", "GET /v2/e911s/21330/relationships/numbers", async (f, _) => Assert.That((await f.E911.ListNumbersAsync("21330").ToListAsync())[0].Value, Is.EqualTo("12062011682"))) { Query = "offset=0" };
        yield return new("e911.assign", "PATCH /v2/numbers/{number}/relationships/e911s/21330", (f, ids) => f.E911.AssignAsync(ids.Number, "21330"));
        yield return new("e911.unassign", "DELETE /v2/numbers/{number}/relationships/e911s", (f, ids) => f.E911.UnassignAsync(ids.Number));
    }
}
