using Vonage.Messages;
using Vonage.Testing;

namespace Vonage.Contract.Tests;

public class ConcurrencyTests
{
    [Test]
    public async Task Sixty_four_tasks_share_one_client_and_one_token()
    {
        await using var simulator = await VonageSimulator.StartAsync();
        var vonage = simulator.CreateClient();

        var sent = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(() =>
            vonage.Messages.SendAsync(new SmsTextMessage { From = "ACME", To = "447700900000", Text = $"Message {i}" }))));

        Assert.Multiple(() =>
        {
            Assert.That(sent.Select(s => s.MessageUuid).Distinct().Count(), Is.EqualTo(64), "each message was accepted once");
            Assert.That(simulator.Requests.Select(r => (string?)r.Json!["text"]).Distinct().Count(), Is.EqualTo(64), "each message was sent once");
            Assert.That(simulator.Requests.Count, Is.EqualTo(64));
            Assert.That(simulator.Requests.Select(r => r.Headers.Authorization.ToString()).Distinct().Count(), Is.EqualTo(1), "the token was minted once");
        });
    }
}
