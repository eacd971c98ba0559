using System.Net;
using System.Text.Json.Nodes;
using Vonage.Testing.Tests.Support;
using Vonage.Testing.Webhooks;

namespace Vonage.Testing.Tests;

/// <summary>Webhooks that the application does not take are sent again as Vonage does it.</summary>
internal sealed class WebhookRetryTests : SimulatorTest
{
    private const string Api = "/_simulator/v1";
    private readonly ManualTime _time = new();
    private Application _application = null!;

    private SimulatedWebhooks Webhooks => Simulator.Webhooks;

    private IEnumerable<SentWebhook> Messages => Webhooks.Sent.Where(sent => sent.Type == WebhookType.InboundMessage);

    [SetUp]
    public void SetUp() => Webhooks.Handler = _application = new Application();

    [TearDown]
    public void TearDown() => _application.Dispose();

    [Test]
    public async Task A_failed_webhook_is_sent_again_after_5_seconds_then_twice_as_late_until_it_is_taken()
    {
        _application.Status = HttpStatusCode.ServiceUnavailable;
        var first = await ReceiveAsync();
        await PassAsync(4);
        Assert.That(Messages.Count(), Is.EqualTo(1));

        await PassAsync(1);
        await PassAsync(9);
        Assert.That(Messages.Count(), Is.EqualTo(2));
        await PassAsync(1);
        _application.Status = HttpStatusCode.OK;
        await PassAsync(20);
        await PassAsync(24 * 60 * 60);

        Assert.That(Messages.Select(sent => (sent.Attempt, sent.RepeatOf, sent.StatusCode)), Is.EqualTo(new (int, long?, int?)[] { (1, null, 503), (2, first.Id, 503), (3, first.Id, 503), (4, first.Id, 200) }));
        Assert.That(Messages.Select(sent => sent.Payload).Distinct().Count(), Is.EqualTo(1));
        Assert.That(Messages.Select(sent => (sent.NextAttemptAt - sent.SentAt)?.TotalSeconds), Is.EqualTo(new double?[] { 5, 10, 20, null }));
        Assert.That(_time.NextTimer, Is.Null);
    }

    [TestCase(WebhookType.InboundMessage, 24, 103)]
    [TestCase(WebhookType.VideoEvent, 24, 103)]
    [TestCase(WebhookType.SmsDeliveryReceipt, 72, 295)]
    [TestCase(WebhookType.CallEvent, 0, 1)]
    [TestCase(WebhookType.VerificationEvent, 0, 1)]
    public void Attempts_come_at_least_every_15_minutes_and_end_in_time(WebhookType type, int hours, int attempts)
    {
        var (made, age) = (1, TimeSpan.Zero);
        while (RetrySchedule.DelayAfter(type, 500, made, age) is { } delay)
        {
            Assert.That(delay, Is.LessThanOrEqualTo(TimeSpan.FromMinutes(15)));
            (made, age) = (made + 1, age + delay);
        }

        Assert.That(made, Is.EqualTo(attempts));
        Assert.That(age, Is.LessThanOrEqualTo(TimeSpan.FromHours(hours)).And.GreaterThan(TimeSpan.FromHours(hours) - TimeSpan.FromMinutes(15)));
    }

    [TestCase(WebhookType.InboundMessage, 404, false)]
    [TestCase(WebhookType.InboundMessage, 302, false)]
    [TestCase(WebhookType.InboundMessage, 429, true)]
    [TestCase(WebhookType.InboundMessage, null, true)]
    [TestCase(WebhookType.InboundSms, 404, true)]
    [TestCase(WebhookType.InboundSms, 204, false)]
    public void What_is_a_failure_depends_on_the_api(WebhookType type, int? status, bool isSentAgain) =>
        Assert.That(RetrySchedule.DelayAfter(type, status, 1, TimeSpan.Zero).HasValue, Is.EqualTo(isSentAgain));

    [Test]
    public async Task Send_again_anticipates_the_next_attempt_and_an_edited_one_that_is_taken_ends_them()
    {
        _application.Status = HttpStatusCode.ServiceUnavailable;
        await ReceiveAsync();
        await PassAsync(3);
        await PostAsync($"{Api}/webhooks/1/send", new JsonObject());
        await PassAsync(9);
        Assert.That(Messages.Count(), Is.EqualTo(2));

        _application.Status = HttpStatusCode.OK;
        var edited = JsonNode.Parse(Messages.First().Payload)!.AsObject();
        edited["text"] = "Changed";
        var reply = await PostAsync($"{Api}/webhooks/2/send", new JsonObject { ["payload"] = edited });
        await PassAsync(24 * 60 * 60);

        Assert.That((reply["attempt"], reply["repeat_of"], reply["next_attempt"]), Is.EqualTo(("3", "1", (string?)null)));
        Assert.That(Messages.Count(), Is.EqualTo(3));
    }

    [Test]
    public async Task Webhooks_of_a_reset_session_are_not_sent_again()
    {
        _application.Status = HttpStatusCode.ServiceUnavailable;
        await ReceiveAsync();

        await PostAsync($"{Api}/reset", new JsonObject());
        await PassAsync(60);

        Assert.That(Webhooks.Sent, Is.Empty);
        Assert.That(_time.NextTimer, Is.Null);
    }

    [Test]
    public async Task An_answer_url_that_does_not_answer_is_asked_three_times_and_the_fallback_url_twice()
    {
        (Webhooks.Answer, Webhooks.FallbackAnswer) = (new Uri("http://127.0.0.1:1/answer"), new Uri("http://127.0.0.1:1/fallback"));
        _application.Error = new HttpRequestException("Connection refused.");

        var call = await Webhooks.ReceiveCallAsync("447700900000", "447700900001");

        Assert.That(Webhooks.Sent.Where(sent => sent.Type is WebhookType.Answer or WebhookType.Fallback).Select(sent => (sent.Type, sent.Attempt)), Is.EqualTo(
            new[] { (WebhookType.Answer, 1), (WebhookType.Answer, 2), (WebhookType.Answer, 3), (WebhookType.Fallback, 1), (WebhookType.Fallback, 2) }));
        Assert.That(call.IsOver, Is.True);
    }

    [Test]
    public async Task Time_passes_as_fast_as_the_option_says()
    {
        using var application = new Application { Status = HttpStatusCode.ServiceUnavailable };
        await using var fast = await VonageSimulator.StartAsync(new() { TimeProvider = _time, WebhookRetrySpeed = 10 });
        (fast.Webhooks.Handler, fast.Webhooks.InboundMessage) = (application, new Uri("http://127.0.0.1:1/message"));

        var sent = await fast.Webhooks.ReceiveMessageAsync(new Vonage.Messages.InboundSmsTextMessage { From = "447700900000", To = "447700900001", Text = "Hello" });

        Assert.That(sent.NextAttemptAt - sent.SentAt, Is.EqualTo(TimeSpan.FromSeconds(0.5)));
        Assert.That(() => VonageSimulator.StartAsync(new() { WebhookRetrySpeed = -1 }), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    protected override void Prepare()
    {
        Options.TimeProvider = _time;
        Options.WebhookRetrySpeed = 1;
    }

    private Task<SentWebhook> ReceiveAsync()
    {
        Webhooks.InboundMessage = new Uri("http://127.0.0.1:1/message");
        return Webhooks.ReceiveMessageAsync(new Vonage.Messages.InboundSmsTextMessage { From = "447700900000", To = "447700900001", Text = "Hello" });
    }

    private async Task PassAsync(double seconds)
    {
        _time.Advance(TimeSpan.FromSeconds(seconds));
        await Webhooks.SettleAsync();
    }

    private sealed class Application : HttpMessageHandler
    {
        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        public Exception? Error { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Error is null ? Task.FromResult(new HttpResponseMessage(Status)) : Task.FromException<HttpResponseMessage>(Error);
    }
}
