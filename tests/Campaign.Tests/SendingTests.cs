using System.Net;
using Campaign.Sending;
using Campaign.Settling;
using Campaign.Store;
using Campaign.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Vonage;
using Vonage.Core;
using Vonage.Reports;
using Vonage.Sms;
using Vonage.Testing;

namespace Campaign.Tests;

/// <summary>What became of a call, as the client reports it: over real HTTP.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SendingTests
{
    private const int Concurrency = 4;

    [TestCase(SmsFault.None, RecipientState.Sent)]
    [TestCase(SmsFault.CutOff, RecipientState.Unknown)]
    [TestCase(SmsFault.ErrorAfter, RecipientState.Unknown)]
    [TestCase(SmsFault.TooMany, RecipientState.Waiting)]
    [TestCase(SmsFault.Throttled, RecipientState.Waiting)]
    [TestCase(SmsFault.Refused, RecipientState.Refused)]
    public async Task An_answer_decides_whether_a_message_may_be_sent_again(SmsFault fault, string expected)
    {
        await using var server = await SmsServer.StartAsync();
        server.Fault = _ => fault;
        var outcome = await Sender(server.AddressOf(1)).SendAsync(Attempt());
        Assert.That((outcome.State, server.Seen.Count), Is.EqualTo((expected, 1)), "one request, without retries");
        Assert.That(server.Seen.Single(), Has.Property(nameof(SmsRequestSeen.Reference)).EqualTo("reference").And.Property(nameof(SmsRequestSeen.Ttl)).EqualTo("60000"));
    }

    [Test]
    public async Task A_connection_that_is_refused_sent_nothing()
    {
        string address;
        await using (var server = await SmsServer.StartAsync())
            address = server.AddressOf(1);
        var outcome = await Sender(address).SendAsync(Attempt());
        Assert.That((outcome.State, outcome.Code), Is.EqualTo((RecipientState.Waiting, "not sent")));
        Assert.That(outcome.Pause, Is.EqualTo(TimeSpan.FromSeconds(1)));
    }

    [Test]
    public async Task A_call_that_takes_too_long_is_unknown()
    {
        var stay = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync(_ => stay.Task);
        var outcome = await Sender(server.Address.AbsoluteUri, TimeSpan.FromMilliseconds(300)).SendAsync(Attempt());
        stay.SetResult();
        Assert.That(outcome.State, Is.EqualTo(RecipientState.Unknown));
    }

    [TestCase(HttpStatusCode.Unauthorized)]
    [TestCase(HttpStatusCode.Forbidden)]
    public async Task A_campaign_is_paused_if_the_credentials_are_refused_and_the_message_waits(HttpStatusCode status)
    {
        await using var server = await LoopbackServer.StartAsync();
        server.Reply((int)status, "{}");
        var outcome = await Sender(server.Address.AbsoluteUri).SendAsync(Attempt());
        Assert.That(outcome.State, Is.EqualTo(RecipientState.Waiting));
        Assert.That(outcome.Stop, Is.Not.Null);
    }

    [TestCase(SmsStatus.Values.InvalidCredentials, RecipientState.Waiting)]
    [TestCase(SmsStatus.Values.PartnerAccountBarred, RecipientState.Waiting)]
    [TestCase(SmsStatus.Values.PartnerQuotaViolation, RecipientState.Waiting)]
    [TestCase(SmsStatus.Values.InvalidSender, RecipientState.Refused)]
    public async Task A_campaign_is_paused_if_the_account_cannot_send_and_what_is_no_fault_of_the_message_waits(string status, string expected)
    {
        await using var server = await LoopbackServer.StartAsync();
        server.Reply(200, $$"""{"message-count":"1","messages":[{"to":"447700900001","status":"{{status}}","error-text":"No"}]}""");
        var outcome = await Sender(server.Address.AbsoluteUri).SendAsync(Attempt());
        Assert.That((outcome.State, outcome.Code), Is.EqualTo((expected, status)));
        Assert.That(outcome.Stop, Is.Not.Null);
    }

    [Test]
    public async Task A_campaign_is_paused_if_the_credentials_do_not_suffice_and_the_message_waits()
    {
        using var key = System.Security.Cryptography.RSA.Create(2048);
        var client = new VonageClient(VonageCredentials.FromApplication("aaaaaaaa-bbbb-cccc-dddd-0123456789ab", key.ExportPkcs8PrivateKeyPem()));
        var outcome = await new SmsSender(client.Sms, new SendingOptions(), TimeProvider.System).SendAsync(Attempt());
        Assert.That((outcome.State, outcome.Code), Is.EqualTo((RecipientState.Waiting, "credentials")));
        Assert.That(outcome.Stop, Is.Not.Null);
    }

    [Test]
    public async Task A_message_whose_lease_would_end_during_the_call_is_not_sent()
    {
        await using var server = await SmsServer.StartAsync();
        var outcome = await Sender(server.AddressOf(1)).SendAsync(Attempt() with { Lease = TimeSpan.FromSeconds(1) });
        Assert.That((outcome.State, server.Seen.Count), Is.EqualTo((RecipientState.Waiting, 0)));
    }

    [Test]
    public async Task A_number_that_the_API_would_refuse_is_refused_without_a_request()
    {
        await using var server = await SmsServer.StartAsync();
        var outcome = await Sender(server.AddressOf(1)).SendAsync(Attempt() with { Number = "12" });
        Assert.That((outcome.State, server.Seen.Count), Is.EqualTo((RecipientState.Refused, 0)));
    }

    [Test]
    public async Task Records_of_the_Reports_API_settle_what_is_unknown()
    {
        using var store = await TestStore.CreateAsync(StoreKind.SQLite);
        await using var simulator = await VonageSimulator.StartAsync(new() { TimeProvider = store.Clock });
        var attempts = (await store.TakeAsync(await store.StartAsync(4))).Attempts;
        await store.Recipients.RecordAsync([.. attempts.Select(attempt => new Outcome(attempt.Id, attempt.Reference, RecipientState.Unknown))], default);
        Add(attempts[0].Number, attempts[0].Reference, "ACME");
        Add(attempts[1].Number, null, "ACME");
        // Of another message to the same number.
        Add(attempts[2].Number, "another", "ACME");
        Add(attempts[3].Number, null, "Others");

        var settler = new ReportSettler(store.Recipients, simulator.CreateClient().Reports, NullLogger<ReportSettler>.Instance);
        Assert.That(await settler.SettleAsync("test", store.Clock.GetUtcNow(), store.Clock.GetUtcNow(), default), Is.EqualTo(2));
        var states = await store.StatesAsync();
        Assert.That(attempts.Select(attempt => states[attempt.Number]), Is.EqualTo(new[] { RecipientState.Sent, RecipientState.Sent, RecipientState.Unknown, RecipientState.Unknown }));

        void Add(string number, string? reference, string from) => simulator.AddReportRecord(ReportProduct.Sms, System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, string?>
        {
            ["message_id"] = "M" + number,
            ["direction"] = "outbound",
            ["from"] = from,
            ["to"] = number,
            ["client_ref"] = reference,
            ["status"] = "delivered",
            ["date_received"] = store.Clock.GetUtcNow().ToString("O"),
        }));
    }

    [Test]
    public async Task If_the_Reports_API_fails_the_message_stays_unknown()
    {
        using var store = await TestStore.CreateAsync(StoreKind.SQLite);
        await using var simulator = await VonageSimulator.StartAsync();
        simulator.Respond("reports.loadRecords", 500);
        var attempt = (await store.TakeAsync(await store.StartAsync(1))).Attempts.Single();
        await store.Recipients.RecordAsync([new Outcome(attempt.Id, attempt.Reference, RecipientState.Unknown)], default);
        var settler = new ReportSettler(store.Recipients, simulator.CreateClient().Reports, NullLogger<ReportSettler>.Instance);
        Assert.That(await settler.SettleAsync("test", store.Clock.GetUtcNow(), store.Clock.GetUtcNow(), default), Is.EqualTo(1));
    }

    [TestCase(403, 1)]
    [TestCase(500, 2)]
    public async Task An_account_that_may_not_ask_the_Reports_API_asks_once(int status, int asked)
    {
        using var store = await TestStore.CreateAsync(StoreKind.SQLite);
        await using var server = await LoopbackServer.StartAsync();
        server.Reply(status, "{}");
        var attempts = (await store.TakeAsync(await store.StartAsync(2))).Attempts;
        await store.Recipients.RecordAsync([.. attempts.Select(attempt => new Outcome(attempt.Id, attempt.Reference, RecipientState.Unknown))], default);
        var options = new VonageClientOptions { Retry = RetryOptions.None, Hosts = { ["api.nexmo.com"] = server.Address } };
        var reports = new VonageClient(VonageCredentials.FromApiKey("abcd1234", "secret"), options).Reports;
        var left = await new ReportSettler(store.Recipients, reports, NullLogger<ReportSettler>.Instance).SettleAsync("test", store.Clock.GetUtcNow(), store.Clock.GetUtcNow(), default);
        Assert.That((left, server.Requests.Count), Is.EqualTo((asked, asked)));
    }

    [Test]
    public async Task An_outage_pauses_the_campaign_after_20_unknown_in_a_row()
    {
        using var store = await TestStore.CreateAsync(StoreKind.SQLite);
        await using var server = await SmsServer.StartAsync();
        // One that is taken ends the row.
        server.Fault = request => request.Order == 10 ? SmsFault.None : SmsFault.ErrorAfter;
        await PumpUntilPausedAsync(store, server, await store.StartAsync(100));
        Assert.That((await store.Campaigns.FindAsync("test", default))!.Reason, Does.StartWith("20 messages in a row may or may not have been sent. The last: "));
        Assert.That(await store.CountAsync(RecipientState.Sent), Is.EqualTo(1));
        Assert.That(await store.CountAsync(RecipientState.Unknown), Is.InRange(29 - Concurrency, 50), "9 before, 20 after, and what is on its way until it is paused");
    }

    [Test]
    public async Task A_pump_that_fails_returns_its_slots()
    {
        using var store = await TestStore.CreateAsync(StoreKind.SQLite);
        var campaign = await store.StartAsync(1);
        await using var recorder = new Recorder(store.Recipients, NullLogger<Recorder>.Instance);
        using var slots = new Slots(Concurrency);
        var parts = new PumpParts(store.Campaigns, new Claims(store.Database, new BrokenClock()), Sender("http://127.0.0.1:1"), recorder, new SendingOptions(), _ => Task.CompletedTask);
        Assert.That(() => new Pump(campaign, "ACME", parts, slots, NullLogger.Instance).RunAsync(default), Throws.TypeOf<InvalidOperationException>());
        using var soon = new CancellationTokenSource(Patience.Limit);
        Assert.That(await slots.TakeAsync(soon.Token), Is.EqualTo(Concurrency));
    }

    [Test]
    public async Task Outcomes_that_come_first_at_the_same_time_are_all_recorded()
    {
        using var store = await TestStore.CreateAsync(StoreKind.SQLite);
        var attempts = (await store.TakeAsync(await store.StartAsync(2))).Attempts;
        for (var i = 0; i < 500; i++)
        {
            await using var recorder = new Recorder(store.Recipients, NullLogger<Recorder>.Instance);
            using var together = new Barrier(2);
            await Task.WhenAll(attempts.Select(attempt => Task.Run(() =>
            {
                together.SignalAndWait();
                return recorder.RecordAsync(new Outcome(attempt.Id, attempt.Reference, RecipientState.Sent));
            }))).WaitAsync(Patience.Limit);
        }

        Assert.That(await store.CountAsync(RecipientState.Sent), Is.EqualTo(2));
    }

    [Test]
    public async Task Who_waits_for_an_outcome_that_cannot_be_recorded_is_told()
    {
        using var store = await TestStore.CreateAsync(StoreKind.SQLite);
        var attempt = (await store.TakeAsync(await store.StartAsync(1))).Attempts.Single();
        await using var recorder = new Recorder(new Recipients(store.Database, new BrokenClock()), NullLogger<Recorder>.Instance);
        for (var i = 0; i < 2; i++)
            Assert.That(() => recorder.RecordAsync(new Outcome(attempt.Id, attempt.Reference, RecipientState.Sent)).WaitAsync(Patience.Limit), Throws.TypeOf<InvalidOperationException>());
    }

    private static async Task PumpUntilPausedAsync(TestStore store, SmsServer server, StoredCampaign campaign)
    {
        await using var recorder = new Recorder(store.Recipients, NullLogger<Recorder>.Instance);
        using var slots = new Slots(Concurrency);
        using var stop = new CancellationTokenSource();
        var parts = new PumpParts(store.Campaigns, store.Claims, Sender(server.AddressOf(1)), recorder, new SendingOptions(), _ => Task.CompletedTask);
        var pump = new Pump(campaign, "ACME", parts, slots, NullLogger.Instance).RunAsync(stop.Token);
        await Patience.UntilAsync(async () => (await store.Campaigns.FindAsync(campaign.Id, default))!.State == CampaignState.Paused || (await store.Campaigns.CountAsync(campaign.Id, default)).Open == 0);
        await stop.CancelAsync();
        await pump;
    }

    private static Attempt Attempt() => new(1, "test", "ACME", "447700900001", "Hello", "reference", TimeSpan.FromMinutes(1), System.Diagnostics.Stopwatch.GetTimestamp(), TimeSpan.FromMinutes(1));

    private static SmsSender Sender(string address, TimeSpan? timeout = null)
    {
        var options = new VonageClientOptions { Retry = RetryOptions.None };
        options.Hosts["rest.nexmo.com"] = new Uri(address);
        var sms = new VonageClient(VonageCredentials.FromApiKey("abcd1234", "secret"), options).Sms;
        return new SmsSender(sms, new SendingOptions { CallTimeout = timeout ?? TimeSpan.FromSeconds(10) }, TimeProvider.System);
    }

    private sealed class BrokenClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => throw new InvalidOperationException();
    }
}
