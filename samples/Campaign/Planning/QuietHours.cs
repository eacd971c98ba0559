using System.Globalization;

namespace Campaign.Planning;

/// <summary>
/// The hours of the day in which people may be sent to, by the clock where they are. The clock is read for each instant anew: on the day of a change to
/// daylight saving time, hours that do not exist are missing, and hours that there are twice are allowed twice.
/// </summary>
internal sealed class QuietHours
{
    // Longer than between two changes of a clock and a common time that they make possible. What has none in it is a matter of the zones.
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(8);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly TimeSpan _from;
    private readonly TimeSpan _to;

    /// <summary>Initializes a new instance of the <see cref="QuietHours"/> class.</summary>
    /// <param name="allowedFrom">The time from which sending is allowed.</param>
    /// <param name="allowedTo">
    /// The time from which it is no longer allowed. If it is the earlier one, the allowed hours include midnight; if it is the same, all hours are allowed.
    /// </param>
    public QuietHours(TimeOnly allowedFrom, TimeOnly allowedTo)
    {
        (AllowedFrom, AllowedTo) = (allowedFrom, allowedTo);
        (_from, _to) = (allowedFrom.ToTimeSpan(), allowedTo.ToTimeSpan());
    }

    public TimeOnly AllowedFrom { get; }

    public TimeOnly AllowedTo { get; }

    /// <summary>Whether all hours are allowed, wherever the recipient is.</summary>
    public bool AllowAlways => _from == _to;

    /// <summary>Whether an instant is in the allowed hours of a time zone.</summary>
    public bool IsAllowed(DateTimeOffset time, TimeZoneInfo zone)
    {
        var clock = Clock(time, zone);
        return _from < _to ? clock >= _from && clock < _to : clock >= _from || clock < _to || AllowAlways;
    }

    /// <summary>Finds the first time in which all time zones allow to send.</summary>
    /// <param name="now">The earliest time.</param>
    /// <param name="zones">All time zones in which the recipient may be.</param>
    /// <param name="atLeast">How long the time must last, for example until a message has arrived.</param>
    public SendWindow Next(DateTimeOffset now, IReadOnlyList<TimeZoneInfo> zones, TimeSpan atLeast = default)
    {
        ArgumentNullException.ThrowIfNull(zones);
        now = now.ToUniversalTime();
        if (AllowAlways)
            return new SendWindow.Open(now, DateTimeOffset.MaxValue);
        if (zones.Count == 0)
            return new SendWindow.Closed("The recipient's time zone is not known.");
        var time = now;
        while (time - now < Horizon)
        {
            if (zones.FirstOrDefault(zone => !IsAllowed(time, zone)) is { } closed)
            {
                time = Reach(time, closed, _from);
                continue;
            }

            var until = zones.Min(zone => End(time, zone, now + Horizon));
            if (until - time >= atLeast)
                return new SendWindow.Open(time, until);
            time = until;
        }

        return new SendWindow.Closed(string.Create(
            CultureInfo.InvariantCulture,
            $"No time between {AllowedFrom:HH:mm} and {AllowedTo:HH:mm}{(atLeast > TimeSpan.Zero ? $" of at least {atLeast}" : "")} is common to {Names(zones)}."));
    }

    // When the allowed hours that an instant is in end.
    private DateTimeOffset End(DateTimeOffset time, TimeZoneInfo zone, DateTimeOffset latest)
    {
        while (time < latest && IsAllowed(time, zone))
            time = Reach(time, zone, _to);
        return time;
    }

    // The first later instant in which the clock shows a time, or the instant in which the clock is changed if that comes first.
    private static DateTimeOffset Reach(DateTimeOffset time, TimeZoneInfo zone, TimeSpan clock)
    {
        var offset = zone.GetUtcOffset(time);
        var wait = clock - Clock(time, zone);
        var (before, after) = (time, time + (wait > TimeSpan.Zero ? wait : wait + Day));
        if (zone.GetUtcOffset(after) == offset)
            return after;
        while (after - before > TimeSpan.FromTicks(1))
        {
            var middle = before + ((after - before) / 2);
            if (zone.GetUtcOffset(middle) == offset)
                before = middle;
            else
                after = middle;
        }

        return after;
    }

    private static TimeSpan Clock(DateTimeOffset time, TimeZoneInfo zone) => (time.UtcDateTime + zone.GetUtcOffset(time)).TimeOfDay;

    private static string Names(IReadOnlyList<TimeZoneInfo> zones) =>
        zones.Count <= 4 ? string.Join(", ", zones.Select(zone => zone.Id)) : $"the {zones.Count} time zones in which the recipient may be";
}
