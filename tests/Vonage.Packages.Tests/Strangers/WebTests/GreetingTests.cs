using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using Vonage.Testing;

namespace WebTests;

public class GreetingTests
{
    private VonageSimulator _simulator = null!;
    private WebApplicationFactory<Program> _factory = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _simulator = await VonageSimulator.StartAsync();
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host.ConfigureTestServices(services => services.AddVonageSimulator(_simulator)));
        _simulator.Webhooks.Handler = _factory.Server.CreateHandler();
        _simulator.Webhooks.SmsStatus = new Uri("http://localhost/webhooks/sms-status");
        _simulator.Webhooks.SmsForm = SmsWebhookFormat.Json;   // POST, as set in the dashboard
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _factory.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    [Test]
    public async Task A_greeting_is_sent_and_its_receipt_is_accepted()
    {
        using var browser = _factory.CreateClient();

        await browser.PostAsync("/hello/447700900000", null);
        await _simulator.Webhooks.SettleAsync();

        Assert.That(_simulator.Requests[^1].Form?["text"].ToString(), Is.EqualTo("Hello"));
        Assert.That(_simulator.Webhooks.Sent[^1].StatusCode, Is.EqualTo(204));
    }
}
