using Vonage.Pricing;
using Vonage.Simulation;

namespace Vonage.Contract.Tests.Apis.Sms;

/// <summary>What a text is likely to cost.</summary>
public class PriceTests : SimulatedApi
{
    [TestCase(160, null, 1, 0.0062)]
    [TestCase(161, null, 2, 0.0124)]
    [TestCase(161, "302530", 2, 0.0118)]
    [TestCase(161, "999999", 2, 0.0124)]
    [TestCase(0, null, 0, 0)]
    public async Task The_price_of_a_part_times_their_number(int length, string? network, int parts, decimal total)
    {
        var price = await SmsPrice.EstimateAsync(Vonage.Pricing, "CA", new string('a', length), network);

        Assert.That((price.Text.PartCount, price.Total, price.Currency), Is.EqualTo((parts, total, "EUR")));
    }

    [Test]
    public async Task Without_a_default_the_highest_price_of_the_networks()
    {
        Simulator.Respond("pricing.getCountry", new SimulatedResponse { StatusCode = 200, Body = """{"countryCode":"XX","networks":[{"price":"0.01","currency":"EUR"},{"price":"0.03","currency":"EUR"},{"networkCode":"1"}]}""" });

        Assert.That((await SmsPrice.EstimateAsync(Vonage.Pricing, "CA", "Hello")).PerPart, Is.EqualTo(0.03m));
    }

    [Test]
    public async Task Without_any_price_there_is_no_estimate()
    {
        Simulator.Respond("pricing.getCountry", new SimulatedResponse { StatusCode = 200, Body = """{"countryCode":"XX"}""" });

        Assert.That((await Thrown.By<InvalidOperationException>(() => SmsPrice.EstimateAsync(Vonage.Pricing, "CA", "Hello"))).Message, Does.Contain("country CA"));
    }
}
