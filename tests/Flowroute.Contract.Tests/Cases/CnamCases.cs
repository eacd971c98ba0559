using Flowroute.Cnam;

namespace Flowroute.Contract.Tests.Cases;

internal static class CnamCases
{
    public static IEnumerable<OperationCase> All()
    {
        yield return new("cnam.list", "GET /v2/cnams", async (f, _) =>
        {
            var names = await f.Cnam.ListAsync(new() { IsApproved = true, StartsWith = "FR" }).ToListAsync();
            Assert.That(names[0].CreationDateTime!.Value.UtcDateTime.Date, Is.EqualTo(new DateTime(2018, 6, 1)));
            Assert.That(names[0].ApprovalDateTime, Is.Null);
        })
        { Query = "offset=0&is_approved=true&starts_with=FR" };
        yield return new("cnam.create", "POST /v2/cnams", async (f, _) => Assert.That((await f.Cnam.CreateAsync(new CreateCnamRequest("Bob Law"))).IsApproved, Is.False)) { Json = """{"value":"Bob Law"}""" };
        yield return new("cnam.get", "GET /v2/cnams/23454", async (f, _) => Assert.That((await f.Cnam.GetAsync("23454")).Relationships!.Numbers!.Data[0].Id, Is.EqualTo("12066417659")));
        yield return new("cnam.delete", "DELETE /v2/cnams/23454", (f, _) => f.Cnam.DeleteAsync("23454"));
        yield return new("cnam.assign", "PATCH /v2/numbers/{number}/relationships/cnams/22671", async (f, ids) =>
            Assert.That((await f.Cnam.AssignAsync(ids.Number, "22671")).DateCreated, Is.EqualTo(new DateTimeOffset(2018, 6, 1, 0, 17, 52, TimeSpan.Zero))));
        yield return new("cnam.unassign", "DELETE /v2/numbers/{number}/relationships/cnams", async (f, ids) => Assert.That((await f.Cnam.UnassignAsync(ids.Number)).Id, Is.Null));
    }
}
