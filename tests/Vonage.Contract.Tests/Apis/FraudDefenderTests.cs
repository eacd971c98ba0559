using Vonage.Core;
using Vonage.FraudDefender;

namespace Vonage.Contract.Tests.Apis;

public class FraudDefenderTests : SimulatedApi
{
    [TestCase("")]
    [TestCase("+44")]
    [TestCase("44 7700")]
    [TestCase("GB")]
    [TestCase("07700")]
    [TestCase("4477009000000000")]
    public async Task A_prefix_is_the_first_digits_of_international_numbers(string prefix)
    {
        var error = await Assert.ThrowsAsync<InvalidRequestException>(() => CreateAsync(prefix));

        Assert.That(error!.Message, Does.StartWith("FraudDefender.createRule: prefix "));
        Assert.That(Simulator.Requests, Is.Empty);
    }

    [TestCase("1")]
    [TestCase("447700900000000")]
    public async Task A_prefix_has_up_to_15_digits(string prefix) => Assert.That((await CreateAsync(prefix)).Prefix, Is.EqualTo(prefix));

    private Task<TrafficRule> CreateAsync(string prefix) => Vonage.FraudDefender.CreateRuleAsync(new(TrafficRuleProduct.Sms, prefix, "A reason", TrafficRuleAction.Block));
}
