using System.Net;
using System.Text.Json.Nodes;
using IvrWebApp;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Vonage.Testing;
using Vonage.Voice;

namespace Vonage.AspNetCore.Tests;

/// <summary>The sample, on a real server, called by the simulator, which it calls in turn.</summary>
internal sealed class IvrTests
{
    private VonageSimulator _simulator = null!;
    private WebApplication _app = null!;

    [SetUp]
    public async Task Start()
    {
        _simulator = await VonageSimulator.StartAsync();
        var address = new Uri($"http://127.0.0.1:{Ports.Free()}");
        _app = Application.Create([
            $"--contentRoot={Path.Combine(RepositoryFolder.Find(), "samples", "IvrWebApp")}",
            $"--urls={address}",
            $"--Ivr:PublicAddress={address}",
            $"--Vonage:ApiKey={_simulator.ApiKey}",
            $"--Vonage:ApiSecret={_simulator.ApiSecret}",
            $"--Vonage:SignatureSecret={_simulator.SignatureSecret}",
            .. _simulator.Hosts.Select(host => $"--Vonage:Hosts:{host.Key}={host.Value}"),
        ]);
        await _app.StartAsync();
        _simulator.Webhooks.Answer = new Uri(address, "/webhooks/answer");
        _simulator.Webhooks.AnswerMethod = HttpMethod.Post;
        _simulator.Webhooks.CallEvent = new Uri(address, "/webhooks/event");
        _simulator.Webhooks.InboundSms = new Uri(address, "/webhooks/inbound-sms");
        _simulator.Webhooks.SmsStatus = new Uri(address, "/webhooks/sms-status");
    }

    [TearDown]
    public async Task Stop()
    {
        await _app.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    [Test]
    public async Task Without_credentials_somebody_calls_at_the_simulator()
    {
        string[] args = [$"--contentRoot={Path.Combine(RepositoryFolder.Find(), "samples", "IvrWebApp")}", $"--urls=http://127.0.0.1:{Ports.Free()}"];
        Assert.That(Application.HasCredentials(args), Is.False);
        await using var app = Application.Create(args, _simulator);
        await app.StartAsync();
        var output = new StringWriter();

        await Rehearsal.RunAsync(_simulator, new Uri(app.Urls.First()), output);

        Assert.That(output.ToString(), Does.Contain("connected with 447700900002").And.Contain("We are open from 9 to 5."));
        Assert.That(_simulator.Webhooks.Sent.Select(sent => sent.StatusCode), Is.All.InRange(200, 299));
    }

    [TestCase("1", "447700900002")]
    [TestCase("2", "447700900003")]
    public async Task A_caller_is_connected_with_who_the_key_stands_for(string key, string number)
    {
        var call = await _simulator.Webhooks.ReceiveCallAsync("447700900000", "447700900001");
        Assert.That(Actions(call), Is.EqualTo(["talk", "input"]), $"{call.LastAnswerRequest}");

        await call.PressAsync(key);
        Assert.That(Actions(call), Is.EqualTo(["talk", "connect"]));
        Assert.That(call.Ncco[1]!["endpoint"]![0]!["number"]!.ToString(), Is.EqualTo(number));

        await call.HangUpAsync();
        var events = _app.Services.GetRequiredService<ActivityLog>().Calls.ToLookup(e => e.Uuid == call.Uuid, e => e.Status);
        CallEventStatus[] whole = [CallEventStatus.Started, CallEventStatus.Ringing, CallEventStatus.Answered, CallEventStatus.Completed];
        Assert.That(events[true], Is.EqualTo(whole), "the caller's");
        Assert.That(events[false], Is.EqualTo(whole), "the called number's");
        Assert.That(_simulator.Webhooks.Sent.Select(s => s.IsAccepted), Is.All.True);
    }

    [TestCase("9")]
    [TestCase("")]
    public async Task A_caller_who_presses_no_valid_key_hears_the_menu_again(string key)
    {
        var call = await _simulator.Webhooks.ReceiveCallAsync("447700900000", "447700900001");
        await call.PressAsync(key);
        Assert.That(Actions(call), Is.EqualTo(["talk", "input"]));
        Assert.That(call.Ncco[0]!["text"]!.ToString(), Does.StartWith("Sorry"));
    }

    [TestCase("Hours", SmsWebhookFormat.Query, "9 to 5")]
    [TestCase("Hello & = ü", SmsWebhookFormat.Form, "Text HOURS")]
    [TestCase("Hello", SmsWebhookFormat.Json, "Text HOURS")]
    public async Task An_sms_is_replied_to(string text, SmsWebhookFormat form, string expected)
    {
        _simulator.Webhooks.SmsForm = form;

        var sent = await _simulator.Webhooks.ReceiveSmsAsync("447700900000", "447700900001", text);
        await _simulator.Webhooks.SettleAsync();

        var reply = _simulator.Requests.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(sent.StatusCode, Is.EqualTo(204), $"{sent}");
            Assert.That(reply.Form?["text"].ToString(), Does.Contain(expected));
            Assert.That(reply.Form?["to"].ToString(), Is.EqualTo("447700900000"));
            Assert.That(_simulator.Webhooks.Sent.Select(s => (s.Type, s.StatusCode)), Is.EquivalentTo([(WebhookType.InboundSms, (int?)204), (WebhookType.SmsDeliveryReceipt, 204)]));
        }
    }

    [TestCase("evil.example.com", HttpStatusCode.BadRequest)]
    [TestCase("ivr.example.com", HttpStatusCode.Unauthorized)]
    public async Task A_request_for_another_host_is_refused(string host, HttpStatusCode expected)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Host = host;

        using var response = await http.PostAsync(_simulator.Webhooks.Answer, null);

        Assert.That(response.StatusCode, Is.EqualTo(expected));
    }

    [Test]
    public async Task The_address_for_input_is_the_configured_one_whatever_host_a_request_names()
    {
        _simulator.Webhooks.Answer = new UriBuilder(_simulator.Webhooks.Answer!) { Host = "localhost" }.Uri;

        var call = await _simulator.Webhooks.ReceiveCallAsync("447700900000", "447700900001");

        Assert.That(call.Ncco[1]!["eventUrl"]![0]!.ToString(), Is.EqualTo($"http://127.0.0.1:{_simulator.Webhooks.Answer.Port}/webhooks/input"));
    }

    [Test]
    public void Does_not_start_without_its_public_address() => Assert.That(
        () => Application.Create(["--Ivr:PublicAddress="]), Throws.InvalidOperationException.With.Message.EqualTo("Ivr:PublicAddress is not set."));

    [Test]
    public void The_log_keeps_the_last_thousand()
    {
        var log = new ActivityLog();
        for (var i = 0; i < 1500; i++)
            log.Add(new CallEvent { Uuid = $"{i}" });

        Assert.That(log.Calls.Select(call => call.Uuid), Is.EqualTo(Enumerable.Range(500, ActivityLog.Size).Select(i => $"{i}")));
    }

    private static IEnumerable<string> Actions(SimulatedCall call) => call.Ncco.OfType<JsonObject>().Select(action => action["action"]!.ToString());
}
