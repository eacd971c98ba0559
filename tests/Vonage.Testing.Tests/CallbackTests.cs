using Newtonsoft.Json.Linq;
using Vonage.Sms;
using Vonage.Testing.Tests.Support;
using Vonage.Voice;

namespace Vonage.Testing.Tests;

/// <summary>A URL in a request leads nowhere but to what is configured: it could be the address of any service on the machine.</summary>
internal sealed class CallbackTests : WebhookTest
{
    private const string Elsewhere = "http://127.0.0.1:9/";

    public CallbackTests() => Options.AllowedCallbacks = [];

    [Test]
    public async Task A_callback_to_a_port_that_is_not_configured_is_not_sent_and_says_why()
    {
        await SendSmsAsync(Receiver.At("/status"));

        Assert.That(Receiver.Received, Is.Empty);
        Assert.That(Webhooks.Sent.Select(sent => (sent.StatusCode, sent.Error)), Is.EqualTo(((int?, string?)[])[(null, $"Not sent: port {Receiver.At("/").Port} is not in AllowedCallbacks (--allow-callback).")]));
    }

    [TestCase("answer_url")]
    [TestCase("event_url")]
    [TestCase("ncco")]
    [TestCase("webhook_url")]
    [TestCase("transfer")]
    public async Task Every_field_with_a_URL_is_held_to_it(string field)
    {
        var url = Receiver.At("/any");
        switch (field)
        {
            case "answer_url":
                await CallAsync(request => request.AnswerUrl.Add(url));
                break;
            case "event_url":
                await CallAsync(request => (request.Ncco, request.EventUrl) = (Ncco.Create().Talk("Hello"), [url]));
                break;
            case "ncco":
                await CallAsync(request => request.Ncco = Ncco.Create().Notify(new JObject(), url));
                break;
            case "transfer":
                var call = await CallAsync(request => request.Ncco = Ncco.Create().Input(input => input.Dtmf()));
                await Client.Voice.TransferToUrlAsync(call.Uuid, url);
                break;
            default:
                await Client.Messages.SendAsync(new Messages.SmsTextMessage { From = "ACME", To = "447700900000", Text = "Hello", WebhookUrl = url });
                break;
        }
        await Webhooks.SettleAsync();

        Assert.That(Receiver.Received, Is.Empty);
        Assert.That(Webhooks.Sent, Is.Not.Empty);
        Assert.That(Webhooks.Sent.Select(sent => sent.Error), Is.All.StartsWith("Not sent"));
    }

    [Test]
    public async Task A_callback_to_where_the_code_set_a_webhook_is_sent()
    {
        Webhooks.InboundSms = Receiver.At("/inbound");

        await SendSmsAsync(Receiver.At("/status"));

        Assert.That(Receiver.Received, Is.EqualTo((string[])["GET /status"]));
    }

    [Test]
    public async Task A_callback_to_where_the_code_sent_a_webhook_is_sent()
    {
        await Webhooks.SendAsync(Receiver.At("/first"), new JObject());

        await SendSmsAsync(Receiver.At("/status"));

        Assert.That(Receiver.Received, Is.EqualTo((string[])["POST /first", "GET /status"]));
    }

    [Test]
    public async Task All_names_of_the_machine_are_one()
    {
        Webhooks.InboundSms = new UriBuilder(Receiver.At("/inbound")) { Host = "localhost" }.Uri;

        await SendSmsAsync(Receiver.At("/status"));

        Assert.That(Receiver.Received, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_callback_that_the_options_allow_is_sent_and_no_other()
    {
        await using var simulator = await VonageSimulator.StartAsync(new() { AllowedCallbacks = [Receiver.At("/")] });

        await SendSmsAsync(Receiver.At("/status"), simulator);
        await SendSmsAsync(new Uri(Elsewhere), simulator);

        Assert.That(simulator.Webhooks.Sent.Select(sent => sent.StatusCode), Is.EqualTo((int?[])[200, null]));
    }

    [Test]
    public async Task In_a_test_process_every_port_is_allowed_unless_the_options_say_otherwise()
    {
        await using var simulator = await VonageSimulator.StartAsync();

        await SendSmsAsync(Receiver.At("/status"), simulator);

        Assert.That(Receiver.Received, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_record_of_webhooks_is_bounded()
    {
        await using var simulator = await VonageSimulator.StartAsync(new() { MaxRecorded = 2 });
        for (var i = 1; i <= 4; i++)
            await simulator.Webhooks.SendAsync(Receiver.At($"/{i}"), new JObject());

        Assert.That(simulator.Webhooks.Sent.Select(sent => sent.Url.AbsolutePath), Is.EqualTo((string[])["/3", "/4"]));
    }

    [Test]
    public async Task The_record_of_webhooks_is_bounded_by_its_size()
    {
        await using var simulator = await VonageSimulator.StartAsync(new() { MaxRequestBodySize = 10_000 });
        Receiver.Answer = new string('x', 9_000);
        for (var i = 1; i <= 10; i++)
            await simulator.Webhooks.SendAsync(Receiver.At($"/{i}"), new JObject { ["text"] = new string('y', 10_000) });

        Assert.That(simulator.Webhooks.Sent.Select(sent => sent.Url.AbsolutePath), Is.EqualTo((string[])["/9", "/10"]));
    }

    [TestCase(10, 10_000)]
    [TestCase(10_000, 400)]
    public async Task Webhooks_that_wait_are_bounded(int size, int most)
    {
        await using var simulator = await VonageSimulator.StartAsync(new() { MaxRequestBodySize = 1_000_000 });
        Receiver.Ready = Task.Delay(Timeout.Infinite);
        var webhook = new JObject { ["text"] = new string('x', size) };
        var url = Receiver.At("/");
        for (var i = 0; i < most; i++)
            _ = simulator.Webhooks.SendAsync(url, webhook);

        var refused = simulator.Webhooks.SendAsync(url, webhook);
        for (var i = 0; i < 10 && !refused.IsCompleted; i++)
            refused = simulator.Webhooks.SendAsync(url, webhook);

        var sent = await refused.WaitAsync(Patience.Limit);
        Assert.That((sent.StatusCode, sent.Error), Is.EqualTo(((int?)null, "Not sent: too many webhooks are waiting for the application to answer.")));
        Assert.That(simulator.Webhooks.Sent, Has.Member(sent));
    }

    [Test]
    public async Task An_application_that_does_not_answer_holds_up_no_other()
    {
        await using var other = await WebhookReceiver.StartAsync(Simulator);
        var stuck = new TaskCompletionSource();
        other.Ready = stuck.Task;

        var waiting = Webhooks.SendAsync(other.At("/meeting"), new JObject());
        var sent = await Webhooks.SendAsync(Receiver.At("/meeting"), new JObject()).WaitAsync(Patience.Limit);
        var isWaiting = !waiting.IsCompleted;
        stuck.SetResult();

        Assert.That((isWaiting, sent.StatusCode, (await waiting).StatusCode), Is.EqualTo((true, 200, 200)));
    }

    [Test]
    public async Task The_status_of_an_answer_in_an_unknown_encoding_counts()
    {
        var content = new ByteArrayContent("ok"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", "text/plain; charset=nonsense");
        Webhooks.Handler = new StubHandler((_, _) => Task.FromResult(new HttpResponseMessage { Content = content }));

        Assert.That((await Webhooks.SendAsync(Receiver.At("/meeting"), new JObject())).IsAccepted, Is.True);
    }

    [Test]
    public async Task After_a_flood_webhooks_are_sent_again()
    {
        await using var simulator = await VonageSimulator.StartAsync(new() { MaxRequestBodySize = 10 });
        var ready = new TaskCompletionSource();
        Receiver.Ready = ready.Task;
        var webhook = new JObject { ["text"] = new string('x', 30) };
        var flood = Enumerable.Range(0, 4).Select(_ => simulator.Webhooks.SendAsync(Receiver.At("/"), webhook)).ToArray();
        ready.SetResult();

        Assert.That((await Task.WhenAll(flood)).Select(sent => sent.IsAccepted), Is.EqualTo((bool[])[true, false, false, false]));
        Assert.That((await simulator.Webhooks.SendAsync(Receiver.At("/"), webhook)).IsAccepted, Is.True);
    }

    [Test]
    public async Task An_answer_that_is_too_long_is_not_kept()
    {
        Receiver.Answer = new string('x', 2_000_000);

        var sent = await Webhooks.SendAsync(Receiver.At("/"), new JObject());

        Assert.That((sent.ResponseBody, sent.Error is null), Is.EqualTo(((string?)null, false)));
    }

    private async Task SendSmsAsync(Uri callback, VonageSimulator? simulator = null)
    {
        simulator ??= Simulator;
        await simulator.CreateClient().Sms.SendAsync(new SmsRequest { From = "ACME", To = "447700900000", Text = "Hello", Callback = callback });
        await simulator.Webhooks.SettleAsync();
    }

    private async Task<CreatedCall> CallAsync(Action<CreateCallRequest> set)
    {
        var request = new CreateCallRequest { From = new PhoneEndpoint("447700900001"), To = { new PhoneEndpoint("447700900000") } };
        set(request);
        return await Client.Voice.CreateCallAsync(request);
    }
}
