using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Vonage.Core;
using Vonage.Sms;
using Vonage.Testing;

namespace WebTests;

internal static class Tests
{
    public static async Task Main()
    {
        await using var simulator = await VonageSimulator.StartAsync();
        await using var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("Vonage:ApiKey", simulator.ApiKey).UseSetting("Vonage:ApiSecret", simulator.ApiSecret).UseSetting("Vonage:SignatureSecret", simulator.SignatureSecret).UseSetting("Logging:LogLevel:Default", "None").UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "None");
            foreach (var (name, address) in simulator.Hosts)
                host.UseSetting("Vonage:Hosts:" + name, address.ToString());
        });
        using var client = factory.CreateClient();
        var reply = await client.PostAsync("/hello/447700900000", null);
        Console.WriteLine($"simulator {reply.StatusCode} {simulator.Requests[^1].Form?["text"]}");

        using var unsigned = new StringContent("{}");
        Console.WriteLine("unsigned " + (await client.PostAsync("/webhooks/sms-status", unsigned)).StatusCode);

        var sms = new Mock<ISmsClient>();
        sms.Setup(s => s.SendAsync(It.IsAny<SmsRequest>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>())).ReturnsAsync(new SmsResponse { Messages = [new SmsResponsePart { MessageId = "mocked" }] });
        await using var mocked = factory.WithWebHostBuilder(host => host.ConfigureServices(services => services.AddSingleton(sms.Object)));
        using var other = mocked.CreateClient();
        Console.WriteLine("mock " + await (await other.PostAsync("/hello/447700900000", null)).Content.ReadAsStringAsync());

        Environment.SetEnvironmentVariable("Logging__LogLevel__Default", "None");
        var greeting = new GreetingTests();
        await greeting.StartAsync();
        await greeting.A_greeting_is_sent_and_its_receipt_is_accepted();
        await greeting.StopAsync();
        Console.WriteLine("test passed");
    }
}
