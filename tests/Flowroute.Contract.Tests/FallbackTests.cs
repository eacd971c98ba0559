using Flowroute.Testing;
using ProviderFallback;
using Vonage.Core;
using Vonage.Simulation;
using Vonage.Testing;

namespace Flowroute.Contract.Tests;

/// <summary>The sample that goes on to the second provider.</summary>
public class FallbackTests
{
    private VonageSimulator _vonage = null!;
    private FlowrouteSimulator _flowroute = null!;
    private FallbackSender _sender = null!;

    private (int Vonage, int Flowroute) Received => (_vonage.Requests.Count, _flowroute.Requests.Count);

    [SetUp]
    public async Task StartAsync()
    {
        _vonage = await VonageSimulator.StartAsync();
        _flowroute = await FlowrouteSimulator.StartAsync();
        _sender = new FallbackSender(_vonage.CreateClient(), _flowroute.CreateClient());
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _flowroute.DisposeAsync();
        await _vonage.DisposeAsync();
    }

    [Test]
    public async Task What_vonage_takes_goes_by_vonage()
    {
        Assert.That((await SendAsync()).Provider, Is.EqualTo("Vonage"));
        Assert.That(Received, Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task What_vonage_refuses_goes_by_flowroute()
    {
        _vonage.Balance = 0;
        var sent = await SendAsync();
        Assert.That((sent.Provider, sent.Id[..5]), Is.EqualTo(("Flowroute", "mdr2-")));
        Assert.That(sent.Reason, Does.Contain("402"));
        Assert.That(Received, Is.EqualTo((1, 1)));
    }

    [Test]
    public void What_may_be_on_its_way_is_not_sent_again()
    {
        _vonage.Respond("messages.send", new SimulatedResponse { HangUp = true });
        Assert.That(SendAsync, Throws.InstanceOf<ApiConnectionException>());
        Assert.That(Received, Is.EqualTo((1, 0)));
    }

    private Task<SentText> SendAsync() => _sender.SendAsync("12061231234", "12065551234", "hello");
}
