using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Vonage.Sms;
using Vonage.Testing;

namespace Vonage.Docs.Tests;

/// <summary>How long a web application of a document runs: until the simulator has sent each webhook that it maps. Public, because the program is an assembly of its own.</summary>
public static class WebProgram
{
    public static void Run(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        RunAsync(app, SimulatedClient.Simulator!).GetAwaiter().GetResult();
    }

    private static async Task RunAsync(WebApplication app, VonageSimulator simulator)
    {
        var webhooks = simulator.Webhooks;
        app.Urls.Add("http://127.0.0.1:0");
        await app.StartAsync();
        var paths = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(endpoint => new Uri(new Uri(app.Urls.Single()), endpoint.RoutePattern.RawText)).ToList();
        webhooks.SmsStatus = paths.Find(path => path.AbsolutePath == "/webhooks/sms-status");
        webhooks.Answer = paths.Find(path => path.AbsolutePath == "/webhooks/answer");
        (webhooks.SmsForm, webhooks.AnswerMethod) = (SmsWebhookFormat.Json, HttpMethod.Post);

        await simulator.CreateClient().Sms.SendAsync("ACME", "447700900000", "Hello");
        if (webhooks.Answer is not null)
            await webhooks.ReceiveCallAsync("447700900000", "447700900001");
        await webhooks.SettleAsync();
        await app.StopAsync();

        Assert.That(webhooks.Sent.Select(sent => sent.Url), Is.EquivalentTo(paths));
        Assert.That(webhooks.Sent.Select(sent => sent.StatusCode), Is.All.InRange(200, 299));
    }
}
