using Vonage.Pricing;

namespace Vonage.Contract.Tests.Cases;

internal static class PricingCases
{
    public static IEnumerable<OperationCase> All()
    {
        yield return new("pricing.getCountry", "", async (v, _) =>
        {
            var canada = await v.Pricing.GetCountryAsync(PricingProduct.Sms, "CA");
            Assert.That((canada.DefaultPrice, canada.Currency, canada.Networks[0].Price), Is.EqualTo((0.0062m, "EUR", 0.0059m)));
        })
        {
            Line = "GET rest.nexmo.com/account/get-pricing/outbound/sms",
            Query = "country=CA",
            Authorization = "Basic ",
        };
        yield return new("pricing.listCountries", "", async (v, _) => Assert.That(await v.Pricing.ListCountriesAsync(PricingProduct.SmsTransit), Is.Not.Empty))
        {
            Line = "GET rest.nexmo.com/account/get-full-pricing/outbound/sms-transit",
            Authorization = "Basic ",
        };
        yield return new("pricing.listByPrefix", "", async (v, _) =>
        {
            var prices = await v.Pricing.ListByPrefixAsync(PricingProduct.Voice, "1");
            Assert.That((prices[0].DefaultPrice, prices[1].DefaultPrice), Is.EqualTo((0.0062m, 0.0057m)));
        })
        {
            Line = "GET rest.nexmo.com/account/get-prefix-pricing/outbound/voice",
            Query = "prefix=1",
            Authorization = "Basic ",
        };
    }
}
