using System.Globalization;
using Campaign.Planning;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Tests.Planning;

internal sealed class QuietHoursTests
{
    private static readonly string[] ZoneNames =
    [
        "UTC", "Europe/London", "Europe/Dublin", "America/New_York", "America/Los_Angeles", "America/St_Johns", "America/Havana", "America/Sao_Paulo",
        "Africa/Casablanca", "Africa/Cairo", "Asia/Kathmandu", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Chatham", "Pacific/Kiritimati", "Pacific/Pago_Pago",
        "Pacific/Apia", "Asia/Tehran", "Asia/Gaza", "Antarctica/Troll",
    ];

    // The dates are those of the changes in 2026 and 2027: London 25 October and 28 March, New York 1 November and 14 March, Lord Howe 4 October and 4 April.
    [TestCase("08:00-21:00", "2026-11-26T10:00Z", "Europe/London", "2026-11-26T10:00Z", "2026-11-26T21:00Z", TestName = "Within the hours it is now, until they end")]
    [TestCase("08:00-21:00", "2026-11-26T03:00Z", "Europe/London", "2026-11-26T08:00Z", "2026-11-26T21:00Z", TestName = "Before the hours it is when they begin")]
    [TestCase("08:00-21:00", "2026-11-26T21:00Z", "Europe/London", "2026-11-27T08:00Z", "2026-11-27T21:00Z", TestName = "When the hours end it is the next day")]
    [TestCase("22:00-02:00", "2026-11-26T23:00Z", "Europe/London", "2026-11-26T23:00Z", "2026-11-27T02:00Z", TestName = "Hours over midnight, before it")]
    [TestCase("22:00-02:00", "2026-11-27T01:00Z", "Europe/London", "2026-11-27T01:00Z", "2026-11-27T02:00Z", TestName = "Hours over midnight, after it")]
    [TestCase("22:00-02:00", "2026-11-27T02:00Z", "Europe/London", "2026-11-27T22:00Z", "2026-11-28T02:00Z", TestName = "Hours over midnight, when they have ended")]
    [TestCase("08:00-00:00", "2026-11-26T23:30Z", "Europe/London", "2026-11-26T23:30Z", "2026-11-27T00:00Z", TestName = "Hours that end at midnight")]
    [TestCase("08:00-21:00", "2027-03-27T22:00Z", "Europe/London", "2027-03-28T07:00Z", "2027-03-28T20:00Z", TestName = "On the day of the change the clock is the new one")]
    [TestCase("02:00-03:00", "2027-03-14T05:00Z", "America/New_York", "2027-03-15T06:00Z", "2027-03-15T07:00Z", TestName = "An hour that is missing is passed over")]
    [TestCase("01:30-04:00", "2027-03-14T05:00Z", "America/New_York", "2027-03-14T06:30Z", "2027-03-14T08:00Z", TestName = "Hours with a missing one in them are shorter")]
    [TestCase("02:30-04:00", "2027-03-14T05:00Z", "America/New_York", "2027-03-14T07:00Z", "2027-03-14T08:00Z", TestName = "Hours that begin in the missing one begin after it")]
    [TestCase("01:00-02:30", "2027-03-14T05:00Z", "America/New_York", "2027-03-14T06:00Z", "2027-03-14T07:00Z", TestName = "Hours that end in the missing one end before it")]
    [TestCase("01:00-02:00", "2026-11-01T04:00Z", "America/New_York", "2026-11-01T05:00Z", "2026-11-01T07:00Z", TestName = "A doubled hour lasts twice as long")]
    [TestCase("00:00-01:30", "2026-11-01T05:40Z", "America/New_York", "2026-11-01T06:00Z", "2026-11-01T06:30Z", TestName = "Half of a doubled hour comes again")]
    [TestCase("00:00-00:30", "2027-03-14T04:00Z", "America/Havana", "2027-03-15T04:00Z", "2027-03-15T04:30Z", TestName = "Midnight itself may be missing")]
    [TestCase("02:00-02:45", "2026-10-03T15:00Z", "Australia/Lord_Howe", "2026-10-03T15:30Z", "2026-10-03T15:45Z", TestName = "A clock that is changed by half an hour")]
    [TestCase("08:00-21:00", "2026-11-26T00:00Z", "Asia/Kathmandu", "2026-11-26T02:15Z", "2026-11-26T15:15Z", TestName = "A zone of 45 minutes")]
    [TestCase("08:00-21:00", "2026-11-26T08:00Z", "Asia/Kolkata", "2026-11-26T08:00Z", "2026-11-26T15:30Z", TestName = "A zone of 30 minutes")]
    [TestCase("08:00-21:00", "2026-11-26T12:00Z", "Pacific/Kiritimati Pacific/Pago_Pago", "2026-11-26T19:00Z", "2026-11-27T07:00Z", TestName = "Zones that are 25 hours apart")]
    [TestCase("08:00-21:00", "2026-11-26T12:00Z", "America/New_York America/Los_Angeles", "2026-11-26T16:00Z", "2026-11-27T02:00Z", TestName = "Hours that two zones have in common")]
    [TestCase("08:00-14:00", "2026-11-26T00:00Z", "Europe/London Asia/Kathmandu", "2026-11-26T08:00Z", "2026-11-26T08:15Z", TestName = "A quarter of an hour in common")]
    public void The_first_time_in_the_allowed_hours(string hours, string now, string zones, string from, string until) =>
        Assert.That(Hours(hours).Next(Time(now), Zones(zones)), Is.EqualTo(new SendWindow.Open(Time(from), Time(until))));

    [Test]
    public void The_first_instant_is_exact()
    {
        var hours = Hours("08:00-21:00");
        var zones = Zones("Europe/London");
        var end = Time("2026-11-26T21:00Z");
        Assert.Multiple(() =>
        {
            Assert.That(hours.Next(end.AddTicks(-1), zones), Is.EqualTo(new SendWindow.Open(end.AddTicks(-1), end)));
            Assert.That(hours.Next(end.AddTicks(-1), zones, TimeSpan.FromSeconds(20)), Is.EqualTo(new SendWindow.Open(end.AddHours(11), end.AddHours(24))));
        });
    }

    [Test]
    public void Times_are_UTC_whatever_the_offset_of_now_is()
    {
        var window = (SendWindow.Open)Hours("08:00-21:00").Next(new(2026, 11, 26, 12, 0, 0, TimeSpan.FromHours(9)), Zones("Europe/London"));
        Assert.That((window.From.Offset, window.From), Is.EqualTo((TimeSpan.Zero, Time("2026-11-26T08:00Z"))));
    }

    [Test]
    public void Zones_without_common_hours_have_no_time_and_the_reason_names_them() =>
        Assert.That(
            Hours("08:00-21:00").Next(Time("2026-11-26T12:00Z"), Zones("UTC Asia/Shanghai America/Los_Angeles")),
            Is.EqualTo(new SendWindow.Closed("No time between 08:00 and 21:00 is common to UTC, Asia/Shanghai, America/Los_Angeles.")));

    [Test]
    public void Common_hours_that_are_too_short_are_none_and_the_reason_tells_how_long_they_must_be() =>
        Assert.That(
            Hours("08:00-14:00").Next(Time("2026-11-26T00:00Z"), Zones("Europe/London Asia/Kathmandu"), TimeSpan.FromMinutes(16)),
            Is.EqualTo(new SendWindow.Closed("No time between 08:00 and 14:00 of at least 00:16:00 is common to Europe/London, Asia/Kathmandu.")));

    [Test]
    public void A_recipient_whose_time_zone_is_not_known_has_no_time() =>
        Assert.That(Hours("08:00-21:00").Next(Time("2026-11-26T12:00Z"), []), Is.EqualTo(new SendWindow.Closed("The recipient's time zone is not known.")));

    [Test]
    public void Equal_times_allow_all_hours_in_whatever_zone() =>
        Assert.That(Hours("08:00-08:00").Next(Time("2026-11-26T03:00Z"), []), Is.EqualTo(new SendWindow.Open(Time("2026-11-26T03:00Z"), DateTimeOffset.MaxValue)));

    [Test]
    public void A_mobile_number_of_the_USA_is_sent_to_in_the_hours_of_its_area_only()
    {
        var window = (SendWindow.Open)Hours("08:00-21:00").Next(Time("2026-11-26T12:00Z"), NumberZones.Of("14155550100"));
        Assert.That(window, Is.EqualTo(new SendWindow.Open(Time("2026-11-26T16:00Z"), Time("2026-11-27T05:00Z"))));
    }

    [Test]
    public void The_answer_is_in_the_hours_of_every_zone_and_no_earlier_time_is() =>
        Prop.ForAll(Questions().ToArbitrary(), question =>
        {
            var (now, from, to, zones) = question;
            var answer = new QuietHours(from, to).Next(now, zones);
            // An oracle of its own: what a clock on the wall of each zone shows.
            bool IsAllowed(DateTimeOffset time) => zones.All(zone => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, zone).DateTime).IsBetween(from, to));
            IEnumerable<DateTimeOffset> Between(DateTimeOffset start, DateTimeOffset end)
            {
                for (var time = start; time < end; time += TimeSpan.FromMinutes(7))
                    yield return time;
            }

            return answer switch
            {
                SendWindow.Open open => open.From >= now && open.From < open.Until && Between(open.From, open.Until).Append(open.Until.AddTicks(-1)).All(IsAllowed)
                    && !IsAllowed(open.Until) && !Between(now, open.From).Any(IsAllowed) && (open.From == now || !IsAllowed(open.From.AddTicks(-1))),
                _ => !Between(now, now.AddDays(7)).Any(IsAllowed),
            };
        }).Holds(400);

    // Half of them about a change of the clock.
    private static Gen<(DateTimeOffset Now, TimeOnly From, TimeOnly To, IReadOnlyList<TimeZoneInfo> Zones)> Questions() =>
        from minute in Gen.OneOf(
            Gen.Choose(0, 10 * 365 * 24 * 60),
            from year in Gen.Choose(0, 9)
            from day in Gen.Elements(67, 73, 86, 93, 276, 297, 304)
            from minute in Gen.Choose(0, 3 * 24 * 60)
            select (((year * 365) + day) * 24 * 60) + minute)
        from seconds in Gen.Choose(0, 59)
        from start in Gen.Choose(0, 95)
        from length in Gen.Choose(1, 95)
        from zones in Gen.Elements(ZoneNames).ArrayOf()
        let end = (start + length) % 96
        select (
            new DateTimeOffset(2024, 1, 1, 0, 0, seconds, TimeSpan.Zero).AddMinutes(minute),
            new TimeOnly(start / 4, start % 4 * 15),
            new TimeOnly(end / 4, end % 4 * 15),
            Zones(string.Join(' ', zones.Take(3).DefaultIfEmpty("UTC"))));

    private static QuietHours Hours(string text) => new(TimeOnly.Parse(text[..5], CultureInfo.InvariantCulture), TimeOnly.Parse(text[6..], CultureInfo.InvariantCulture));

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static IReadOnlyList<TimeZoneInfo> Zones(string names) => [.. names.Split(' ').Select(TimeZoneInfo.FindSystemTimeZoneById)];
}
