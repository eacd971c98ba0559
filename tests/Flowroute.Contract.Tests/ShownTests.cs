using Flowroute.Messages;
using Flowroute.Testing;
using Newtonsoft.Json.Linq;
using Vonage.Testing;

namespace Flowroute.Contract.Tests;

/// <summary>The page and the control API of Vonage's simulator show what Flowroute's receives.</summary>
public class ShownTests
{
    [TestCase(false)]
    [TestCase(true)]
    public async Task Messages_and_requests_are_in_the_inbox_of_the_other_simulator(bool asDocuments)
    {
        await using var vonage = await VonageSimulator.StartAsync(new() { ServesPage = true });
        await using var simulator = await FlowrouteSimulator.StartAsync(new() { ShownBy = vonage });
        var flowroute = simulator.CreateClient(new() { SendMessagesAsDocuments = asDocuments });
        using var http = new HttpClient { BaseAddress = vonage.Address };

        await flowroute.Messages.SendAsync("12061231234", "12065551234", "Hello");
        await flowroute.Messages.SendAsync(new SendMessageRequest { To = "12065551234", From = "12061231234", Body = "A picture", IsMms = true, MediaUrls = { new("http://example.com/37.gif") } });
        await vonage.CreateClient().Sms.SendAsync(new("ACME", "447700900000", "Hello"));
        var messages = JObject.Parse(await http.GetStringAsync(new Uri("/_simulator/v1/messages?number=12065551234", UriKind.Relative)))["messages"]!;
        var curl = await http.GetStringAsync(new Uri($"/_simulator/v1/requests/{messages[0]!["request_id"]}/curl", UriKind.Relative));
        var page = await http.GetStringAsync(new Uri("/?channel=sms&ours=12061231234&theirs=12065551234", UriKind.Relative));

        Assert.That(messages.Select(message => $"{message["api"]} {message["channel"]} {message["text"]} {message["status"]}"), Is.EqualTo(
            (string[])["flowroute-messages sms Hello delivered", "flowroute-messages mms A picture delivered"]));
        Assert.That(vonage.Requests.Select(request => (request.Id, request.Operation)), Is.EqualTo(new[] { (1L, "messages.send"), (2L, "messages.send"), (3L, "sms.send") }));
        Assert.That(curl, Does.Contain($"{simulator.Address}api.flowroute.com/v2.1/messages").And.Contain("$FR_ACCESS_KEY:$FR_SECRET_KEY"));
        Assert.That(page, Does.Contain("<p>Hello</p>").And.Not.Contain("class=\"reply\""));
    }
}
