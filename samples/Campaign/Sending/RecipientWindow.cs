using Campaign.Planning;
using Campaign.Store;

namespace Campaign.Sending;

/// <summary>When a recipient may be sent to.</summary>
internal static class RecipientWindow
{
    /// <param name="zone">The time zone that the list names; null for all those that the number can be in, which must all allow it.</param>
    public static SendWindow Next(string number, string? zone, CampaignSettings settings, DateTimeOffset now, TimeSpan atLeast)
    {
        var hours = settings.Hours;
        // To find the zones of a number takes longer than all else that is done with a line.
        return hours.Next(now, hours.AllowAlways ? [] : Zones(number, zone), atLeast);
    }

    /// <summary>Where the recipient may be.</summary>
    public static IReadOnlyList<TimeZoneInfo> Zones(string number, string? zone) => zone is not null && NamedZone.TryFind(zone, out var named) ? [named] : NumberZones.Of(number);
}
