using Vonage.NumberInsight;

namespace Vonage.Contract.Tests.Cases;

internal static class NumberInsightCases
{
    public static IEnumerable<OperationCase> All()
    {
        yield return new("number-insight.getBasic", "", async (v, _) =>
        {
            var number = await v.NumberInsight.GetBasicAsync("07700 900000", new() { Country = "GB" });
            Assert.That((number.InternationalFormatNumber, number.CountryCode, number.CountryPrefix), Is.EqualTo(("447700900000", "GB", "44")));
        })
        {
            Line = "GET api.nexmo.com/ni/basic/json",
            Query = "number=07700%20900000&country=GB",
            Authorization = "Basic ",
        };
        yield return new("number-insight.getStandard", "", async (v, _) =>
        {
            var number = await v.NumberInsight.GetStandardAsync("447700900000", new() { IncludeCallerName = true });
            Assert.That((number.RequestPrice, number.CurrentCarrier?.NetworkType, number.Ported), Is.EqualTo((0.04m, NetworkType.Mobile, NumberPorting.NotPorted)));
        })
        {
            Line = "GET api.nexmo.com/ni/standard/json",
            Query = "number=447700900000&cnam=true",
            Authorization = "Basic ",
        };
        yield return new("number-insight.getAdvanced", "", async (v, _) =>
        {
            var number = await v.NumberInsight.GetAdvancedAsync("447700900000", new() { Country = "GB" });
            Assert.That((number.Roaming?.Status, number.Roaming?.RoamingCountryCode, number.ValidNumber), Is.EqualTo((RoamingStatus.Roaming, "US", NumberValidity.Valid)));
        })
        {
            Line = "GET api.nexmo.com/ni/advanced/json",
            Query = "number=447700900000&country=GB",
            Authorization = "Basic ",
        };
        yield return new("number-insight.startAdvanced", "", async (v, _) =>
        {
            var started = await v.NumberInsight.StartAdvancedAsync(new("https://example.com/callback?a=1"), "447700900000", new() { IncludeCallerName = false });
            Assert.That((started.Number, started.RemainingBalance), Is.EqualTo(("447700900000", 1.23456789m)));
        })
        {
            Line = "GET api.nexmo.com/ni/advanced/async/json",
            Query = "callback=https%3A%2F%2Fexample.com%2Fcallback%3Fa%3D1&number=447700900000&cnam=false",
            Authorization = "Basic ",
        };
    }
}
