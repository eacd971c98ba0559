using ProviderFallback;
using Vonage.Core;
using Vonage.Testing;

namespace Flowroute.Contract.Tests;

/// <summary>The sample that goes on to the second provider.</summary>
public class FallbackTests
{
    private VonageSimulator _simulator = null!;
    private FallbackSender _sender = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _simulator = await VonageSimulator.StartAsync();
        _sender = new FallbackSender(_simulator.CreateClient(), _simulator.CreateFlowrouteClient());
    }

    [TearDown]
    public async Task StopAsync() => await _simulator.DisposeAsync();

    [Test]
    public async Task WhatVonageTakesGoesByVonage()
    {
        Assert.That((await SendAsync()).Provider, Is.EqualTo("Vonage"));
        Assert.That(_simulator.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task WhatVonageRefusesGoesByFlowroute()
    {
        _simulator.Balance = 0;
        var sent = await SendAsync();
        Assert.That((sent.Provider, sent.Id[..5]), Is.EqualTo(("Flowroute", "mdr2-")));
        Assert.That(sent.Reason, Does.Contain("402"));
    }

    [Test]
    public void WhatMayBeOnItsWayIsNotSentAgain()
    {
        _simulator.Respond("messages.send", new SimulatedAnswer { HangUp = true });
        Assert.That(SendAsync, Throws.InstanceOf<ApiConnectionException>());
        Assert.That(_simulator.Requests, Has.Count.EqualTo(1));
    }

    private Task<SentText> SendAsync() => _sender.SendAsync("12061231234", "12065551234", "hello");
}
