using System.Collections.Concurrent;
using System.Collections.Frozen;
using PhoneNumbers;

namespace Campaign.Planning;

/// <summary>The time zones in which the owner of a number may be, as libphonenumber knows them.</summary>
internal static class NumberZones
{
    // Names that libphonenumber still has for zones that were renamed. Some systems, such as Debian 13, know them only with a package of its own.
    private static readonly FrozenDictionary<string, string> NewNames = new Dictionary<string, string>
    {
        ["Africa/Asmera"] = "Africa/Asmara",
        ["America/Buenos_Aires"] = "America/Argentina/Buenos_Aires",
        ["America/Godthab"] = "America/Nuuk",
        ["Asia/Calcutta"] = "Asia/Kolkata",
        ["Asia/Choibalsan"] = "Asia/Ulaanbaatar",
        ["Asia/Katmandu"] = "Asia/Kathmandu",
        ["Asia/Rangoon"] = "Asia/Yangon",
        ["Atlantic/Faeroe"] = "Atlantic/Faroe",
        ["Pacific/Enderbury"] = "Pacific/Kanton",
        ["Pacific/Ponape"] = "Pacific/Pohnpei",
        ["Pacific/Truk"] = "Pacific/Chuuk",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, IReadOnlyList<TimeZoneInfo>> Found = new(StringComparer.Ordinal);

    /// <summary>
    /// Returns all time zones that a number can be in: those of its area, or of its country if the number does not tell the area or is not known to be
    /// assigned. None if the number or one of the zones is not known: whoever decides by them must then assume the worst.
    /// </summary>
    /// <param name="number">The digits of the number in E.164 format.</param>
    public static IReadOnlyList<TimeZoneInfo> Of(string number)
    {
        if (NumberCountry.Parse(number) is not { } parsed)
            return [];
        var zones = PhoneNumberToTimeZonesMapper.GetInstance();
        var names = PhoneNumberUtil.GetInstance().GetNumberType(parsed) == PhoneNumberType.UNKNOWN
            ? zones.GetTimeZonesForGeographicalNumber(new PhoneNumber.Builder().SetCountryCode(parsed.CountryCode).Build())
            : zones.GetTimeZonesForNumber(parsed);
        return Found.GetOrAdd(string.Join(' ', names), Find);
    }

    private static IReadOnlyList<TimeZoneInfo> Find(string names)
    {
        var zones = new List<TimeZoneInfo>();
        foreach (var name in names.Split(' '))
        {
            if (!NamedZone.TryFind(NewNames.GetValueOrDefault(name, name), out var zone) && !NamedZone.TryFind(name, out zone))
                return [];
            zones.Add(zone);
        }

        return zones;
    }
}
