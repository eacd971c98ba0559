using Flowroute.Numbers;

namespace Flowroute.Contract.Tests.Cases;

internal static class NumbersCases
{
    public static IEnumerable<OperationCase> All()
    {
        yield return new("numbers.listOwned", "GET /v2/numbers", async (f, ids) =>
        {
            var numbers = await f.Numbers.ListOwnedAsync(startsWith: "1", limit: 3).ToListAsync();
            Assert.That(numbers, Is.Not.Empty);
            Assert.That(numbers[0].Value, Is.EqualTo(numbers[0].Id));
        })
        { Query = "starts_with=1&limit=3&offset=0" };
        yield return new("numbers.get", "GET /v2/numbers/{number}", async (f, ids) =>
        {
            var number = await f.Numbers.GetAsync(ids.Number);
            Assert.That(number.NumberType, Is.EqualTo(PurchasableNumberType.LongCode));
            Assert.That(number.Relationships!.PrimaryRoute!.Data!.Id, Is.EqualTo("0"));
            Assert.That(number.Relationships.FailoverRoute!.Data, Is.Null);
        });
        yield return new("numbers.get", "GET /v2/numbers/{number}", async (f, ids) =>
        {
            var document = await f.Numbers.GetDocumentAsync(ids.Number);
            Assert.That(document.Included[0].RouteType, Is.EqualTo(InboundRouteType.SipRegistration));
        })
        { Variant = "whole document" };
        yield return new("numbers.purchase", "POST /v2/numbers/12065550000", async (f, _) => Assert.That((await f.Numbers.PurchaseAsync("12065550000")).Id, Is.Not.Empty));
        yield return new("numbers.purchase", "POST /v2/numbers/12065550000", async (f, _) => Assert.That((await f.Numbers.PurchaseAsync("12065550000", new() { MessagingEnabled = true })).MessagingEnabled, Is.True))
        {
            Variant = "set up",
            Json = """{"messaging_enabled":true}""",
        };
        yield return new("numbers.update", "PATCH /v2/numbers/{number}", async (f, ids) => Assert.That((await f.Numbers.UpdateAsync(ids.Number, new() { Alias = "Home Phone" })).Alias, Is.EqualTo("Home Phone")))
        {
            Json = """{"type":"number","alias":"Home Phone"}""",
        };
        yield return new("numbers.release", "DELETE /v2/numbers/{number}", (f, ids) => f.Numbers.ReleaseAsync(ids.Number));
        yield return new("numbers.setCallback", "POST /v2/numbers/{number}/relationships/sms_callback", (f, ids) => f.Numbers.SetCallbackAsync(ids.Number, CallbackType.Sms, new() { CallbackUrl = new Uri("https://example.com/sms") }))
        {
            Json = """{"data":{"attributes":{"callback_url":"https://example.com/sms"}}}""",
        };
        yield return new("numbers.searchAvailable", "GET /v2/numbers/available", async (f, _) =>
        {
            var numbers = await f.Numbers.SearchAvailableAsync(startsWith: "646", rateCenter: "SEATTLE", state: "WA", numberType: PurchasableNumberType.LongCode, orderBy: NumberOrder.MonthlyCost).ToListAsync();
            Assert.That(numbers[0].MonthlyCost, Is.EqualTo(1.25m));
        })
        { Query = "starts_with=646&rate_center=SEATTLE&state=WA&number_type=longcode&order_by=monthly_cost&offset=0" };
        yield return new("numbers.listAreaCodes", "GET /v2/numbers/available/areacodes", async (f, _) =>
            Assert.That((await f.Numbers.ListAreaCodesAsync(limit: 400, maxSetupCost: 3.25m).ToListAsync())[0].Type, Is.EqualTo(AvailableCodeType.AreaCode)))
        { Query = "limit=400&offset=0&max_setup_cost=3.25" };
        yield return new("numbers.listExchanges", "GET /v2/numbers/available/exchanges", async (f, _) =>
            Assert.That((await f.Numbers.ListExchangesAsync(areaCode: 347).ToListAsync())[0].Id, Is.EqualTo("347215")))
        { Query = "offset=0&areacode=347" };
    }
}
