using Vonage.Core;
using Vonage.ShortCodes;
using Vonage.Simulation;

namespace Vonage.Contract.Tests.Apis;

public class ShortCodesTests : SimulatedApi
{
    private const string To = "16365553226";

    [Test]
    public async Task A_message_is_charged()
    {
        var before = Simulator.Balance;
        var reply = await Vonage.ShortCodes.SendAlertAsync(new(To) { ClientRef = "ref" });
        Assert.That(reply.Messages[0].ClientRef, Is.EqualTo("ref"));
        Assert.That(Simulator.Balance, Is.EqualTo(before - 0.05m));
        Assert.That(reply.Messages[0].RemainingBalance, Is.EqualTo(Simulator.Balance));
    }

    [Test]
    public async Task A_refusal_in_a200_is_thrown()
    {
        Simulator.Balance = 0m;
        var error = (await Assert.ThrowsAsync<VonageShortCodeException>(() => Vonage.ShortCodes.SendTwoFactorCodeAsync(new() { To = To, Pin = "0123" })))!;
        Assert.Multiple(() =>
        {
            Assert.That((int?)error.StatusCode, Is.EqualTo(200));
            Assert.That(error.Status, Is.EqualTo(ShortCodes.ShortCodeStatus.PartnerQuotaViolation));
            Assert.That(error.Response.Messages[0].ErrorText, Does.StartWith("Quota Exceeded"));
            Assert.That(error.Message, Does.StartWith("ShortCodes.sendTwoFactorCode failed: 1 of 1 parts rejected, with status 9: Quota Exceeded - rejected."));
        });
    }

    [TestCase("""{"message-count":"0","messages":[]}""", null)]
    [TestCase("""{"message-count":"2","messages":[{"status":"0"},{"status":"1"}]}""", "1")]
    [TestCase("""{"message-count":"1","messages":[{"to":"1"}]}""", null)]
    public async Task What_does_not_say_that_it_was_taken_was_not(string body, string? status)
    {
        Simulator.Respond("alerts.sendCampaignMessage", new SimulatedResponse { StatusCode = 200, Body = body });
        var error = (await Assert.ThrowsAsync<VonageShortCodeException>(() => Vonage.ShortCodes.SendCampaignMessageAsync(new() { From = "12345", To = To, Keyword = "K", Text = "T" })))!;
        Assert.That(error.Status?.Value, Is.EqualTo(status));
    }

    [TestCase("""{"message-count":"1","messages":[{"status":"1"}]}""", 3)]
    [TestCase("""{"message-count":"1","messages":[{"status":"1","message-id":""}]}""", 3)]
    [TestCase("""{"message-count":"1","messages":[{"status":"1","message-id":"id-1"}]}""", 1)]
    [TestCase("""{"message-count":"2","messages":[{"status":"1"}]}""", 1)]
    [TestCase("""{"message-count":"1","messages":[{"status":"1"},{"status":"0","message-id":"id-1"}]}""", 1)]
    public async Task Only_a_message_of_which_no_part_may_have_been_sent_is_sent_again(string body, int times)
    {
        var server = StubHandler.Of(body);
        var client = new ShortCodesClient(new HttpClient(server), VonageCredentials.FromApiKey("abcd1234", "secret"), new() { Retry = new() { Random = () => 0 } });
        await Assert.ThrowsAsync<VonageShortCodeException>(() => client.SendAlertAsync(new(To)));
        Assert.That(server.Sent, Has.Count.EqualTo(times));
    }

    [Test]
    public async Task Subscriptions_are_listed_to_their_end()
    {
        for (var i = 0; i < 5; i++)
            await Vonage.ShortCodes.ResubscribeAsync(new($"1636555322{i}"));
        var list = Vonage.ShortCodes.ListSubscriptionsAsync(new() { PageSize = 2 });
        Assert.That((await AllAsync(list)).Select(s => s.Msisdn), Is.EqualTo(Enumerable.Range(0, 5).Select(i => $"1636555322{i}")));
        Assert.That(await AllAsync(list), Has.Count.EqualTo(5));
    }

    [Test]
    public async Task A_number_is_checked_before_sending()
    {
        await Assert.ThatAsync(() => Vonage.ShortCodes.SendAlertAsync(new("+1 636")), Throws.InstanceOf<InvalidRequestException>().With.Message.Contains("to"));
        Assert.That(Simulator.Requests, Is.Empty);
    }
}
