using Campaign.Sending;
using Campaign.Store;
using Campaign.Tests.Support;

namespace Campaign.Tests;

/// <summary>Who may be sent to is decided in one transaction, on either database.</summary>
[TestFixture(StoreKind.SQLite)]
[TestFixture(StoreKind.PostgreSQL)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class StoreTests(StoreKind kind)
{
    private TestStore _store = null!;

    [SetUp]
    public async Task CreateAsync() => _store = await TestStore.CreateAsync(kind);

    [TearDown]
    public void Delete() => _store?.Dispose();

    [Test]
    public async Task Workers_never_take_the_same_row()
    {
        var campaign = await _store.StartAsync(400);
        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            // As each process has its own.
            var claims = new Claims(_store.Database, _store.Clock);
            var mine = new List<Attempt>();
            while (await claims.TakeAsync(campaign, "ACME", 7, TestStore.Lease, default) is { Attempts: { Count: > 0 } attempts })
                mine.AddRange(attempts);
            return mine;
        })));

        Assert.That(taken.SelectMany(mine => mine).Select(attempt => attempt.Number), Is.Unique.And.Exactly(400).Items);
        Assert.That(taken.SelectMany(mine => mine).Select(attempt => attempt.Reference), Is.Unique);
    }

    [Test]
    public async Task A_row_is_marked_as_sending_when_it_is_taken_and_unknown_when_its_lease_ends()
    {
        var campaign = await _store.StartAsync(1);
        var attempt = (await _store.TakeAsync(campaign, lease: TimeSpan.FromMilliseconds(50))).Attempts.Single();
        Assert.That(await _store.CountAsync(RecipientState.Sending), Is.EqualTo(1));
        Assert.That((await _store.TakeAsync(campaign)).Attempts, Is.Empty);

        await Task.Delay(100);
        Assert.That((await _store.Recipients.ExpireLeasesAsync(default)).Single(), Is.EqualTo("test"));
        Assert.That(await _store.CountAsync(RecipientState.Unknown), Is.EqualTo(1));
        Assert.That((await _store.TakeAsync(campaign)).Attempts, Is.Empty, "it is not sent again");

        // The worker was only slow: what it knows counts.
        await _store.Recipients.RecordAsync([new Outcome(attempt.Id, attempt.Reference, RecipientState.Sent, "M1")], default);
        Assert.That(await _store.CountAsync(RecipientState.Sent), Is.EqualTo(1));
    }

    [Test]
    public async Task A_lease_that_has_not_ended_is_left_alone()
    {
        await _store.TakeAsync(await _store.StartAsync(1));
        Assert.That(await _store.Recipients.ExpireLeasesAsync(default), Is.Empty);
        Assert.That(await _store.CountAsync(RecipientState.Sending), Is.EqualTo(1));
    }

    [Test]
    public async Task The_outcome_of_an_earlier_attempt_changes_nothing()
    {
        var campaign = await _store.StartAsync(1);
        var first = (await _store.TakeAsync(campaign)).Attempts.Single();
        await _store.Recipients.RecordAsync([Outcomes.NotCalled(first, _store.Clock.GetUtcNow())], default);
        var second = (await _store.TakeAsync(campaign)).Attempts.Single();
        Assert.That(second.Reference, Is.Not.EqualTo(first.Reference));

        await _store.Recipients.RecordAsync([new Outcome(first.Id, first.Reference, RecipientState.Refused)], default);
        Assert.That(await _store.CountAsync(RecipientState.Sending), Is.EqualTo(1));
    }

    [Test]
    public async Task Who_is_suppressed_after_the_load_is_not_sent_to()
    {
        var campaign = await _store.StartAsync(3);
        await _store.Suppressions.AddAsync(CampaignFolder.Number(1), Suppressions.Stop, default);
        var attempts = (await _store.TakeAsync(campaign)).Attempts;
        Assert.That(attempts.Select(attempt => attempt.Number), Is.EqualTo(new[] { CampaignFolder.Number(0), CampaignFolder.Number(2) }));
        Assert.That((await _store.StatesAsync())[CampaignFolder.Number(1)], Is.EqualTo(RecipientState.Suppressed));
    }

    [Test]
    public async Task Nobody_is_sent_to_at_night_and_what_is_sent_expires_before_the_next()
    {
        var campaign = await _store.StartAsync(1, TestStore.Settings with { QuietUntil = new(8, 0), QuietFrom = new(21, 0) });
        _store.Clock.Advance(TimeSpan.FromHours(9));
        // 20:00 UTC is 21:00 in London.
        var claim = await _store.TakeAsync(campaign);
        Assert.That(claim.Attempts, Is.Empty);
        Assert.That(await _store.CountAsync(RecipientState.Waiting), Is.EqualTo(1));

        _store.Clock.Advance(TimeSpan.FromHours(11) - TimeSpan.FromMinutes(1));
        Assert.That(await _store.TakeAsync(campaign), Has.Property(nameof(Claim.Attempts)).Empty.And.Property(nameof(Claim.Wait)).EqualTo(TimeSpan.FromMinutes(1)));

        _store.Clock.Advance(TimeSpan.FromMinutes(1));
        var attempt = (await _store.TakeAsync(campaign)).Attempts.Single();
        Assert.That(attempt.Ttl, Is.EqualTo(TimeSpan.FromHours(13)));
    }

    [Test]
    public async Task A_message_expires_with_the_campaign_within_what_the_API_takes()
    {
        var campaign = await _store.StartAsync(2);
        Assert.That((await _store.TakeAsync(campaign, 1)).Attempts.Single().Ttl, Is.EqualTo(TimeSpan.FromDays(2)));

        _store.Clock.Advance(TimeSpan.FromDays(2) - TimeSpan.FromSeconds(20));
        Assert.That((await _store.TakeAsync(campaign, 1)).Attempts.Single().Ttl, Is.EqualTo(TimeSpan.FromSeconds(20)));
    }

    [Test]
    public async Task Nobody_is_sent_to_after_the_end()
    {
        var campaign = await _store.StartAsync(2);
        _store.Clock.Advance(TimeSpan.FromDays(2));
        Assert.That((await _store.TakeAsync(campaign)).Attempts, Is.Empty);
        Assert.That(await _store.CountAsync(RecipientState.Expired), Is.EqualTo(2));
    }

    [Test]
    public async Task The_cap_counts_all_campaigns()
    {
        var settings = TestStore.Settings with { Cap = 1, CapDays = 7 };
        await _store.TakeAsync(await _store.StartAsync(2, settings, "first"));
        var second = await _store.StartAsync(2, settings, "second", first: 1);
        var attempts = (await _store.TakeAsync(second)).Attempts;
        Assert.That(attempts.Single().Number, Is.EqualTo(CampaignFolder.Number(2)));
        Assert.That((await _store.StatesAsync("second"))[CampaignFolder.Number(1)], Is.EqualTo(RecipientState.Suppressed));
    }

    [Test]
    public async Task A_message_that_costs_too_much_is_not_sent()
    {
        var campaign = await _store.StartAsync(1, TestStore.Settings with { SegmentPrice = 0.04m, MaxPrice = 0.10m }, parts: 3);
        Assert.That((await _store.TakeAsync(campaign)).Attempts, Is.Empty);
        Assert.That(await _store.CountAsync(RecipientState.Suppressed), Is.EqualTo(1));
    }

    [Test]
    public async Task A_campaign_that_has_used_up_its_budget_is_paused()
    {
        var campaign = await _store.StartAsync(5, TestStore.Settings with { SegmentPrice = 0.04m, Budget = 0.13m });
        Assert.That((await _store.TakeAsync(campaign)).Attempts, Has.Count.EqualTo(3));
        var stored = (await _store.Campaigns.FindAsync("test", default))!;
        Assert.That((stored.State, stored.Reason, stored.Spent), Is.EqualTo((CampaignState.Paused, "The budget is used up.", 0.12m)));
        Assert.That(await _store.CountAsync(RecipientState.Waiting), Is.EqualTo(2));
    }

    [Test]
    public async Task A_paused_campaign_goes_on_only_when_it_is_resumed_and_a_canceled_one_never()
    {
        var campaign = await _store.StartAsync(4);
        Assert.That(await _store.Campaigns.PauseAsync("test", "a test", default), Is.True);
        Assert.That((await _store.TakeAsync(campaign)).Attempts, Is.Empty);

        Assert.That(await _store.Campaigns.ResumeAsync("test", default), Is.True);
        Assert.That((await _store.TakeAsync(campaign, 1)).Attempts, Has.Count.EqualTo(1));

        Assert.That(await _store.Campaigns.CancelAsync("test", default), Is.True);
        Assert.That((await _store.TakeAsync(campaign)).Attempts, Is.Empty);
        Assert.That((await _store.CountAsync(RecipientState.Sending), await _store.CountAsync(RecipientState.Expired)), Is.EqualTo((1L, 3L)));
        Assert.That(await _store.Campaigns.ResumeAsync("test", default), Is.False);
    }

    [Test]
    public async Task No_second_has_more_segments_than_the_limits()
    {
        var campaign = await _store.StartAsync(300, TestStore.Settings with { AccountRate = 60 }, parts: 2);
        // When each was taken at the earliest, and at the latest: the machine may stand still before the one, or after the other.
        var times = new List<(long Earliest, long Latest)>();
        var began = System.Diagnostics.Stopwatch.StartNew();
        while (began.ElapsedMilliseconds < 2500 || (times.Count <= 20 && began.Elapsed < Patience.Limit))
        {
            var earliest = began.ElapsedMilliseconds;
            var claim = await _store.TakeAsync(campaign);
            times.AddRange(claim.Attempts.Select(_ => (earliest, began.ElapsedMilliseconds)));
            await Task.Delay(5);
        }

        Assert.That(times.Max(time => times.Count(other => other.Earliest >= time.Earliest && other.Latest < time.Earliest + 1000)), Is.LessThanOrEqualTo(31), "30 of two segments each, and the one that the clocks may differ by");
        Assert.That(times, Has.Count.GreaterThan(20));
    }

    [Test]
    public async Task A_throttled_sender_is_held_back_for_all_workers()
    {
        var campaign = await _store.StartAsync(10);
        await _store.Claims.HoldAsync(campaign, "ACME", TimeSpan.FromSeconds(30), default);
        var claim = await new Claims(_store.Database, _store.Clock).TakeAsync(campaign, "ACME", 10, TestStore.Lease, default);
        Assert.That(claim.Attempts, Is.Empty);
        Assert.That(claim.Wait, Is.InRange(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(31)));
    }

    [Test]
    public async Task Accounts_have_limits_of_their_own_for_senders_of_one_name()
    {
        var ours = await _store.StartAsync(1, TestStore.Settings with { Account = "abcd1234", SenderRate = 0.01 }, "ours");
        var theirs = await _store.StartAsync(1, TestStore.Settings with { Account = "efgh5678", SenderRate = 0.01 }, "theirs", first: 1);
        Assert.That((await _store.TakeAsync(ours)).Attempts, Has.Count.EqualTo(1));
        Assert.That((await _store.TakeAsync(theirs)).Attempts, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Campaigns_that_begin_at_the_same_time_share_the_limit_of_their_account()
    {
        var campaigns = new List<StoredCampaign>();
        for (var i = 0; i < 6; i++)
            campaigns.Add(await _store.StartAsync(1, TestStore.Settings with { AccountRate = 0.01 }, $"campaign {i}", first: i));
        var claims = await Task.WhenAll(campaigns.Select(campaign => Task.Run(() => _store.TakeAsync(campaign))));
        Assert.That(claims.Sum(claim => claim.Attempts.Count), Is.EqualTo(1));
    }

    [Test]
    public async Task A_clock_that_is_set_back_holds_up_nobody()
    {
        var campaign = await _store.StartAsync(2);
        await _store.TakeAsync(campaign, 1);
        await _store.Database.DoAsync(work => work.RunAsync("UPDATE buckets SET refilled = refilled + 3600000", default), default);
        Assert.That((await _store.TakeAsync(campaign)).Attempts, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_price_of_less_than_a_millionth_is_counted()
    {
        var campaign = await _store.StartAsync(20, TestStore.Settings with { SegmentPrice = 0.0000004m, Budget = 0.000002m });
        Assert.That((await _store.TakeAsync(campaign)).Attempts, Has.Count.InRange(1, 5));
        Assert.That((await _store.Campaigns.FindAsync("test", default))!.State, Is.EqualTo(CampaignState.Paused));
    }

    [Test]
    public async Task What_the_API_says_is_recorded_whatever_it_is()
    {
        var attempts = (await _store.TakeAsync(await _store.StartAsync(2))).Attempts;
        await _store.Recipients.RecordAsync([.. attempts.Select(attempt => new Outcome(attempt.Id, attempt.Reference, RecipientState.Refused, Detail: "Not \0 \ud800 \u0000"))], default);
        Assert.That(await _store.CountAsync(RecipientState.Refused), Is.EqualTo(2));
    }

    [Test]
    public async Task A_list_that_has_another_name_now_is_known()
    {
        await _store.StartAsync(1);
        Assert.That(await _store.Campaigns.FindSameAsync("renamed", TestStore.Settings, "list", default), Is.EqualTo("test"));
        Assert.That(await _store.Campaigns.FindSameAsync("test", TestStore.Settings, "list", default), Is.Null, "it goes on");
        Assert.That(await _store.Campaigns.FindSameAsync("renamed", TestStore.Settings with { Template = "Bye" }, "list", default), Is.Null);
        Assert.That(await _store.Campaigns.FindSameAsync("renamed", TestStore.Settings, "another list", default), Is.Null);
        await _store.Campaigns.CancelAsync("test", default);
        Assert.That(await _store.Campaigns.FindSameAsync("renamed", TestStore.Settings, "list", default), Is.Null);
    }

    [Test]
    public async Task A_list_has_each_number_once_and_a_line_is_never_loaded_twice()
    {
        await _store.Campaigns.OpenAsync("test", TestStore.Settings, "list", _store.Clock.GetUtcNow().AddDays(1), default);
        NewRecipient[] rows = [new(2, "447700900001", RecipientState.Waiting, "ACME", null, "Hi", 1), new(3, "447700900001", RecipientState.Waiting, "ACME", null, "Hi", 1), new(4, null, RecipientState.Invalid, Detail: "The number is empty.")];
        await _store.Recipients.AddAsync("test", rows, 0, 4, default);
        await _store.Recipients.AddAsync("test", [new(5, "447700900001", RecipientState.Waiting, "ACME", null, "Hi", 1)], 4, 5, default);

        Assert.That(() => _store.Recipients.AddAsync("test", rows, 0, 4, default), Throws.TypeOf<CampaignException>().With.Message.Contains("Another process"));
        var counts = await _store.Campaigns.CountAsync("test", default);
        Assert.That((counts.Of(RecipientState.Waiting), counts.Of(RecipientState.Duplicate), counts.Of(RecipientState.Invalid), counts.Total), Is.EqualTo((1L, 2L, 1L, 4L)));
        Assert.That(await _store.Recipients.ListAsync("test", RecipientState.Invalid, 10, default), Is.EqualTo(new[] { (4L, RecipientState.Invalid, "The number is empty.") }));
    }

    [Test]
    public async Task A_campaign_goes_on_only_as_it_was_begun()
    {
        await _store.StartAsync(1);
        var ends = _store.Clock.GetUtcNow();
        Assert.That((await _store.Campaigns.OpenAsync("test", TestStore.Settings, "list", ends, default)).State, Is.EqualTo(CampaignState.Running));
        Assert.That(() => _store.Campaigns.OpenAsync("test", TestStore.Settings, "another list", ends, default), Throws.TypeOf<CampaignException>().With.Message.Contains("another list"));
        Assert.That(() => _store.Campaigns.OpenAsync("test", TestStore.Settings with { Template = "Bye" }, "list", ends, default), Throws.TypeOf<CampaignException>().With.Message.Contains("another text"));
    }

    [Test]
    public async Task A_person_settles_what_stays_unknown()
    {
        var campaign = await _store.StartAsync(2);
        var attempts = (await _store.TakeAsync(campaign)).Attempts;
        await _store.Recipients.RecordAsync([.. attempts.Select(attempt => new Outcome(attempt.Id, attempt.Reference, RecipientState.Unknown))], default);
        var now = _store.Clock.GetUtcNow();
        Assert.That((await _store.Recipients.ListUnknownAsync("test", now, now, 0, 10, default)).Select(one => one.Number), Is.EqualTo(attempts.Select(attempt => attempt.Number)));

        Assert.That(await _store.Recipients.SettleAsync("test", attempts[0].Number, wasSent: true, default), Is.True);
        Assert.That(await _store.Recipients.SettleAsync("test", attempts[1].Number, wasSent: false, default), Is.True);
        Assert.That(await _store.Recipients.SettleAsync("test", attempts[0].Number, wasSent: false, default), Is.False, "only what is unknown is settled");
        Assert.That((await _store.TakeAsync(campaign)).Attempts.Single().Number, Is.EqualTo(attempts[1].Number));
    }

    [Test]
    public async Task A_late_receipt_of_the_first_attempt_prevents_the_second()
    {
        var campaign = await _store.StartAsync(2);
        var attempts = (await _store.TakeAsync(campaign)).Attempts;
        await _store.Recipients.RecordAsync([.. attempts.Select(attempt => new Outcome(attempt.Id, attempt.Reference, RecipientState.Unknown))], default);
        foreach (var attempt in attempts)
            await _store.Recipients.SettleAsync("test", attempt.Number, wasSent: false, default);
        Assert.That(await _store.Recipients.RecordReceiptAsync(attempts[0].Reference, "M1", "delivered", default), Is.True);
        Assert.That((await _store.StatesAsync())[attempts[0].Number], Is.EqualTo(RecipientState.Sent));

        // The other one is taken and put back before its receipt arrives.
        await _store.Suppressions.AddAsync(attempts[1].Number, Suppressions.Stop, default);
        Assert.That((await _store.TakeAsync(campaign)).Attempts, Is.Empty);
        Assert.That(await _store.Recipients.RecordReceiptAsync(attempts[1].Reference, "M2", "delivered", default), Is.True);
        Assert.That((await _store.StatesAsync())[attempts[1].Number], Is.EqualTo(RecipientState.Sent));
    }

    [Test]
    public async Task Two_stores_never_use_the_same_reference()
    {
        using var other = await TestStore.CreateAsync(kind);
        var attempt = (await _store.TakeAsync(await _store.StartAsync(1))).Attempts.Single();
        var same = (await other.TakeAsync(await other.StartAsync(1))).Attempts.Single();
        Assert.That((same.Campaign, same.Id), Is.EqualTo((attempt.Campaign, attempt.Id)));
        Assert.That(same.Reference, Is.Not.EqualTo(attempt.Reference).And.Matches("^[0-9a-f]{32}$"));
    }

    [Test]
    public async Task A_campaign_goes_on_only_with_the_account_that_it_was_begun_with()
    {
        await _store.StartAsync(1, TestStore.Settings with { Account = "abcd1234" });
        Assert.That(
            () => _store.Campaigns.OpenAsync("test", TestStore.Settings, "list", _store.Clock.GetUtcNow(), default),
            Throws.TypeOf<CampaignException>().With.Message.Contains("was started with the API key abcd1234, and this command runs with the simulator"));
    }

    [Test]
    public async Task What_a_person_has_suppressed_is_not_taken_back_by_a_reply([Values] bool isPersonFirst)
    {
        await _store.Suppressions.AddAsync("447700900001", isPersonFirst ? "added by a person" : Suppressions.Stop, default);
        await _store.Suppressions.AddAsync("447700900001", isPersonFirst ? Suppressions.Stop : "added by a person", default);
        await _store.Suppressions.RemoveAsync("447700900001", Suppressions.Stop, default);
        Assert.That(await _store.Suppressions.ListAsync(default), Does.Contain("447700900001"));
    }

    [Test]
    public async Task Nobody_waits_in_a_canceled_campaign()
    {
        var campaign = await _store.StartAsync(3);
        await _store.StartAsync(1, name: "another");
        var attempts = (await _store.TakeAsync(campaign, 2)).Attempts;
        await _store.Campaigns.CancelAsync("test", default);
        // What was on its way is not sent, or is to be sent again.
        await _store.Recipients.RecordAsync([Outcomes.NotCalled(attempts[0], _store.Clock.GetUtcNow()), new Outcome(attempts[1].Id, attempts[1].Reference, RecipientState.Unknown)], default);
        await _store.Recipients.SettleAsync("test", attempts[1].Number, wasSent: false, default);

        Assert.That(await _store.Recipients.ExpireCancelledAsync(default), Is.EqualTo(2));
        Assert.That((await _store.CountAsync(RecipientState.Expired), await _store.CountAsync(RecipientState.Waiting, "another")), Is.EqualTo((3L, 1L)));
    }

    [Test]
    public async Task A_load_ends_when_its_campaign_is_canceled()
    {
        await _store.Campaigns.OpenAsync("test", TestStore.Settings, "list", _store.Clock.GetUtcNow().AddDays(1), default);
        await _store.Campaigns.CancelAsync("test", default);
        Assert.That(
            () => _store.Recipients.AddAsync("test", [new(2, "447700900001", RecipientState.Waiting, "ACME", null, "Hi", 1)], 0, 2, default),
            Throws.TypeOf<CampaignException>().With.Message.EqualTo("The campaign test is cancelled: no more of its list is loaded."));
        Assert.That((await _store.Campaigns.CountAsync("test", default)).Total, Is.Zero);
    }

    [Test]
    public async Task An_attempt_that_was_not_sent_is_charged_once()
    {
        var campaign = await _store.StartAsync(3, TestStore.Settings with { SegmentPrice = 0.04m, Budget = 0.13m });
        for (var i = 0; i < 5; i++)
        {
            var attempts = (await _store.TakeAsync(campaign)).Attempts;
            Assert.That(attempts, Has.Count.EqualTo(3));
            await _store.Recipients.RecordAsync([.. attempts.Select(attempt => Outcomes.NotCalled(attempt, _store.Clock.GetUtcNow()))], default);
        }

        Assert.That(await _store.Campaigns.FindAsync("test", default), Has.Property(nameof(StoredCampaign.Spent)).EqualTo(0.12m).And.Property(nameof(StoredCampaign.State)).EqualTo(CampaignState.Running));
    }

    [Test]
    public async Task A_campaign_that_has_used_up_its_budget_goes_on_with_a_higher_one()
    {
        var campaign = await _store.StartAsync(5, TestStore.Settings with { SegmentPrice = 0.04m, Budget = 0.05m });
        Assert.That(await _store.Campaigns.ResumeAsync("test", 1m, default), Is.False, "it is not paused");
        await _store.Campaigns.PauseAsync("test", "a test.", default);
        Assert.That(() => _store.Campaigns.ResumeAsync("test", 1m, default), Throws.TypeOf<CampaignException>().With.Message.Contains("not paused for its budget, but: a test. Resume it without --budget."));
        await _store.Campaigns.ResumeAsync("test", default);
        Assert.That((await _store.TakeAsync(campaign)).Attempts, Has.Count.EqualTo(1));
        Assert.That(() => _store.Campaigns.ResumeAsync("test", 0.05m, default), Throws.TypeOf<CampaignException>().With.Message.Contains("its budget of 0.05: --budget must be more"));

        Assert.That(await _store.Campaigns.ResumeAsync("test", 0.13m, default), Is.True);
        Assert.That((await _store.TakeAsync(campaign)).Attempts, Has.Count.EqualTo(2), "also by a worker that has known the campaign before");
    }

    [Test]
    public async Task What_became_unknown_at_another_time_is_not_asked_for_again()
    {
        var (campaign, began) = (await _store.StartAsync(2), _store.Clock.GetUtcNow());
        foreach (var attempt in (await _store.TakeAsync(campaign)).Attempts)
        {
            await _store.Recipients.RecordAsync([new Outcome(attempt.Id, attempt.Reference, RecipientState.Unknown)], default);
            _store.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        Assert.That((await _store.Recipients.ListUnknownAsync("test", began, began.AddMinutes(5), 0, 10, default)).Single().Number, Is.EqualTo(CampaignFolder.Number(0)));
        Assert.That((await _store.Recipients.ListUnknownAsync("test", began.AddMinutes(5), began.AddMinutes(15), 0, 10, default)).Single().Number, Is.EqualTo(CampaignFolder.Number(1)));
    }

    [Test]
    public async Task A_late_answer_of_the_first_attempt_prevents_the_second()
    {
        var campaign = await _store.StartAsync(1);
        var attempt = (await _store.TakeAsync(campaign)).Attempts.Single();
        await _store.Recipients.RecordAsync([new Outcome(attempt.Id, attempt.Reference, RecipientState.Unknown)], default);
        await _store.Recipients.SettleAsync("test", attempt.Number, wasSent: false, default);
        await _store.Recipients.RecordAsync([new Outcome(attempt.Id, attempt.Reference, RecipientState.Sent, "M1")], default);
        Assert.That(await _store.CountAsync(RecipientState.Sent), Is.EqualTo(1));
        Assert.That((await _store.TakeAsync(campaign)).Attempts, Is.Empty);
    }
}
