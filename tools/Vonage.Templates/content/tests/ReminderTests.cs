using NUnit.Framework;
using Vonage;
using Vonage.Core;
using Vonage.Sms;
using Vonage.Testing;

public class ReminderTests
{
    private VonageSimulator _simulator = null!;
    private IVonageClient _vonage = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _simulator = await VonageSimulator.StartAsync();
        _vonage = _simulator.CreateClient();
    }

    [TearDown]
    public async Task StopAsync() => await _simulator.DisposeAsync();

    [Test]
    public async Task A_reminder_is_sent()
    {
        await _vonage.Sms.SendAsync(new SmsRequest { From = "ACME", To = "447700900000", Text = "See you tomorrow" });

        Assert.That(_simulator.Requests[^1].Form?["text"], Is.EqualTo("See you tomorrow"));
    }

    [Test]
    public void A_failure_is_an_exception()
    {
        _simulator.Respond("sms.send", 401);

        Assert.That(async () => await _vonage.Sms.SendAsync(new SmsRequest { From = "ACME", To = "447700900000", Text = "See you tomorrow" }), Throws.InstanceOf<ApiException>());
    }
}
