using System.Globalization;
using System.Text.Json.Nodes;
using Campaign.Planning;
using FsCheck.Fluent;
using Spectre.Console.Testing;
using Vonage;

namespace Campaign.Tests.Planning;

internal sealed class CampaignPlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
    private static readonly QuietHours Day = new(new(8, 0), new(21, 0));
    private static readonly QuietHours Always = new(default, default);

    [Test]
    public void Recipients_are_counted_by_state_and_reason()
    {
        var plan = Plan();
        plan.Add(Sent("447700900001"));
        plan.Add(Sent("447700900002"));
        plan.Add(new("447700900001", "GB", "duplicate"));
        plan.Add(new(null, null, "invalid", "The number is empty."));
        Assert.Multiple(() =>
        {
            Assert.That(plan.Summarize().Recipients, Is.EqualTo(4));
            Assert.That(plan.Summarize().Messages, Is.EqualTo(2));
            Assert.That(plan.Summarize().States, Is.EquivalentTo(new StateCount[] { new("waiting", null, 2), new("duplicate", null, 1), new("invalid", "The number is empty.", 1) }));
        });
    }

    [Test]
    public void Segments_are_counted_by_encoding_as_the_texts_are_sent()
    {
        var plan = Plan();
        foreach (var text in new[] { "Hello Ann", new string('a', 161), "Szia Erzsébet ő" })
            plan.Add(Sent("447700900001", text));
        Assert.That(plan.Summarize().Encodings, Is.EqualTo(new EncodingCount[] { new("GSM-7", 2, 3), new("UCS-2", 1, 1) }));
    }

    [Test]
    public void Cost_is_summed_by_country_and_is_not_known_where_a_price_is_not()
    {
        var plan = Plan();
        for (var i = 0; i < 3; i++)
            plan.Add(Sent("447700900001") with { Price = 0.0333m });
        plan.Add(Sent("12125550100") with { Price = 0.0057m });
        plan.Add(Sent("12125550101") with { Price = null });
        plan.Add(Sent("870773111632") with { Price = 1 });
        var summary = plan.Summarize();
        Assert.Multiple(() =>
        {
            Assert.That(summary.Countries, Is.EqualTo(new CountryCost[] { new("GB", 3, 3, 0.0999m), new("US", 2, 2, null), new(null, 1, 1, 1) }));
            Assert.That((summary.Price, summary.WithoutPrice), Is.EqualTo((1.1056m, 1L)));
        });
    }

    [Test]
    public void It_finishes_when_all_segments_are_sent_at_the_rate()
    {
        var plan = new CampaignPlan(2, Always, DateTimeOffset.MaxValue);
        for (var i = 0; i < 60; i++)
            plan.Add(Sent("447700900001", new string('a', 161)));
        Assert.That(plan.Summarize().FinishesAt, Is.EqualTo(Now.AddMinutes(1)));
    }

    [Test]
    public void What_is_not_sent_when_the_hours_end_is_sent_on_the_next_day()
    {
        // Nine hours are left of this day, at 100 an hour.
        var plan = new CampaignPlan(100 / 3600d, Day, DateTimeOffset.MaxValue);
        for (var i = 0; i < 1000; i++)
            plan.Add(Sent("447400123456"));
        var zone = plan.Summarize().Zones.Single();
        Assert.Multiple(() =>
        {
            Assert.That(zone.FirstSend, Is.EqualTo(Now));
            Assert.That(zone.LastSend, Is.EqualTo(Time("2026-11-27T09:00Z")).Within(TimeSpan.FromSeconds(1)));
        });
    }

    [Test]
    public void Each_zone_is_sent_to_in_its_hours_in_the_order_in_which_they_are_due()
    {
        var plan = new CampaignPlan(1, Day, DateTimeOffset.MaxValue);
        for (var i = 0; i < 7200; i++)
        {
            plan.Add(Sent("14155550100") with { Due = Time("2026-11-26T16:00Z") });
            plan.Add(Sent("4930123456"));
            plan.Add(Sent("97714123456"));
        }

        // Those of Nepal, whose day ends at 15:15, and of Germany are mixed until then.
        Assert.That(
            plan.Summarize().Zones.Select(zone => (zone.Zones.Single(), Text(zone.FirstSend), Text(zone.LastSend))),
            Is.EquivalentTo([
                ("Asia/Kathmandu", "26 12:00:00", "27 02:37:30"),
                ("Europe/Berlin", "26 12:00:00", "26 15:37:30"),
                ("America/Los_Angeles", "26 16:00:00", "26 18:00:00"),
            ]));
    }

    [Test]
    public void A_plan_ends_at_the_same_time_however_its_rows_are_mixed() =>
        Prop.ForAll(Gen.Choose(0, 3).NonEmptyListOf().ToArbitrary(), numbers =>
        {
            string[] all = ["14155550100", "4930123456", "97714123456", "447400123456"];
            DateTimeOffset? Finish(IEnumerable<int> order)
            {
                var plan = new CampaignPlan(0.001, Day, Now.AddDays(60));
                foreach (var number in order)
                {
                    var row = Sent(all[number]);
                    if (Day.Next(Now, row.Zones) is SendWindow.Open open)
                        plan.Add(row with { Due = open.From });
                }

                return plan.Summarize().FinishesAt;
            }

            return Finish(numbers) == Finish(numbers.Order()) && Finish(numbers) is { } end
                && end >= Now.AddSeconds(1000 * numbers.Count) - TimeSpan.FromSeconds(1)
                && numbers.Any(number => NumberZones.Of(all[number]).All(zone => Day.IsAllowed(end.AddTicks(-1), zone)));
        }).Holds();

    [Test]
    public void Those_whose_turn_does_not_come_before_the_end_are_counted()
    {
        var plan = new CampaignPlan(1, Day, Now.AddMinutes(10));
        for (var i = 0; i < 1000; i++)
            plan.Add(Sent("4930123456"));
        plan.Add(Sent("14155550100") with { Due = Time("2026-11-26T16:00Z") });
        var summary = plan.Summarize();
        Assert.Multiple(() =>
        {
            Assert.That(summary.NotReached, Is.EqualTo(401));
            Assert.That(summary.FinishesAt, Is.EqualTo(Now.AddMinutes(10)));
            Assert.That(summary.Zones[1], Has.Property("FirstSend").Null.And.Property("LastSend").Null);
        });
    }

    [Test]
    public void A_plan_without_messages_never_begins()
    {
        var plan = Plan();
        plan.Add(new("447700900001", "GB", "suppressed"));
        Assert.That(plan.Summarize(), Has.Property("FinishesAt").Null.And.Property("Messages").Zero.And.Property("NotReached").Zero);
    }

    [Test]
    [NonParallelizable]
    public void A_million_rows_with_reasons_of_their_own_take_no_more_memory_than_a_few()
    {
        var plan = Plan();
        var start = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 1_000_000; i++)
            plan.Add(i % 2 == 0 ? Ready with { Due = Now.AddMilliseconds(i) } : new Planned(null, null, "invalid", $"Reason {i}"));
        var grown = GC.GetTotalMemory(forceFullCollection: true) - start;
        Assert.Multiple(() =>
        {
            Assert.That(grown, Is.LessThan(2_000_000));
            Assert.That(plan.Summarize().States.Single(count => count.Reason == "other reasons").Recipients, Is.GreaterThan(499_000));
            Assert.That(plan.Summarize().Recipients, Is.EqualTo(1_000_000));
        });
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(double.NaN)]
    public void A_rate_at_which_nothing_is_sent_is_refused(double rate) =>
        Assert.That(() => new CampaignPlan(rate, Day, Now), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("more than 0"));

    [Test]
    public void As_JSON_it_has_the_same_figures()
    {
        var json = JsonNode.Parse(Example().ToJson())!;
        Assert.Multiple(() =>
        {
            Assert.That((decimal)json["price"]!, Is.EqualTo(0.0333m));
            Assert.That((int)json["without_price"]!, Is.EqualTo(1));
            Assert.That((DateTimeOffset)json["finishes_at"]!, Is.EqualTo(Time("2026-11-26T16:00:00Z")).Within(TimeSpan.FromSeconds(1)));
            Assert.That((string?)json["states"]![1]!["reason"], Is.EqualTo("The number is empty."));
            Assert.That((string?)json["countries"]![0]!["country"], Is.EqualTo("GB"));
            Assert.That((string?)json["zones"]![0]!["zones"]![0], Is.EqualTo("Europe/Guernsey"));
        });
    }

    [Test]
    public void As_tables_it_is_read_by_people()
    {
        using var console = new TestConsole();
        console.Profile.Width = 120;
        console.Write(Example().ToTables());
        Assert.Multiple(() =>
        {
            Assert.That(console.Output, Does.Match(@"waiting\s+│\s+│\s+2 │"));
            Assert.That(console.Output, Does.Match(@"invalid\s+│ The number is empty\.\s+│\s+1 │"));
            Assert.That(console.Output, Does.Match(@"GSM-7\s+│\s+2 │\s+2 │"));
            Assert.That(console.Output, Does.Match(@"GB\s+│\s+1 │\s+1 │\s+0\.0333 │"));
            Assert.That(console.Output, Does.Match(@"US\s+│\s+1 │\s+1 │\s+unknown │"));
            Assert.That(console.Output, Does.Match(@"Europe/Guernsey, .* and 1 more\s+│\s+1 │ 2026-11-26 12:00 │ 2026-11-26 12:00 │"));
            Assert.That(string.Join(' ', console.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), Does.EndWith(
                "2 of 3 recipients are sent 2 segments for 0.0333 EUR. Not included: 1 whose price is not known. "
                + "At 30 segments per second, the last is sent at 2026-11-26 16:00 UTC."));
        });
    }

    private static readonly Planned Ready = Sent("447400123456");

    private static CampaignPlan Plan() => new(30, Day, DateTimeOffset.MaxValue);

    private static CampaignPlan Example()
    {
        var plan = Plan();
        plan.Add(Sent("447400123456") with { Price = 0.0333m });
        plan.Add(Sent("14155550100") with { Due = Time("2026-11-26T16:00Z") });
        plan.Add(new(null, null, "invalid", "The number is empty."));
        return plan;
    }

    private static Planned Sent(string number, string text = "Hello")
    {
        var sms = SmsText.Analyze(text);
        return new(number, NumberCountry.Of(number), "waiting") { Segments = sms.PartCount, Encoding = sms.Encoding, Due = Now, Zones = NumberZones.Of(number) };
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static string? Text(DateTimeOffset? time) => time?.ToString("dd HH:mm:ss", CultureInfo.InvariantCulture);
}
