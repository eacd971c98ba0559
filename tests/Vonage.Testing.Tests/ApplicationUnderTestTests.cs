using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Vonage.Sms;

namespace Vonage.Testing.Tests;

/// <summary>An application under test, led to the simulator.</summary>
internal sealed class ApplicationUnderTestTests
{
    [Test]
    public async Task Its_configuration_leads_an_application_to_the_simulator()
    {
        await using var simulator = await VonageSimulator.StartAsync();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(simulator.ToConfiguration()).Build();
        var services = new ServiceCollection();
        services.AddVonage(configuration.GetSection("Vonage"));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ISmsClient>().SendAsync(new SmsRequest("ACME", "447700900000", "Hello"));
        await provider.GetRequiredService<IVonageClient>().Voice.ListCallsAsync().ToListAsync();

        Assert.That(simulator.Requests.Select(request => request.StatusCode), Is.EqualTo([200, 200]));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Services_that_have_other_credentials_or_none_are_led_to_the_simulator(bool haveCredentials)
    {
        await using var simulator = await VonageSimulator.StartAsync();
        var services = new ServiceCollection();
        if (haveCredentials)
            services.AddVonage(options => (options.ApiKey, options.ApiSecret) = ("1234abcd", "another"));
        services.AddVonageSimulator(simulator);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ISmsClient>().SendAsync(new SmsRequest("ACME", "447700900000", "Hello"));

        Assert.That(simulator.Requests.Single().StatusCode, Is.EqualTo(200));
    }

    [Test]
    public async Task Webhooks_reach_an_application_through_its_handler_without_a_port()
    {
        await using var simulator = await VonageSimulator.StartAsync();
        using var handler = new StubHandler((_, _) => Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.NoContent)));
        simulator.Webhooks.Handler = handler;
        simulator.Webhooks.InboundSms = new Uri("http://localhost/webhooks/inbound-sms");

        var sent = await simulator.Webhooks.ReceiveSmsAsync("447700900000", "447700900001", "Hello");

        Assert.That((sent.StatusCode, handler.Url.AbsolutePath), Is.EqualTo((204, "/webhooks/inbound-sms")));
    }
}
