using PhoneNumbers;

namespace Campaign.Planning;

/// <summary>The country of a number, as libphonenumber knows it.</summary>
internal static class NumberCountry
{
    /// <summary>
    /// Returns the ISO 3166-1 code of a number's country. A number that is not known to be assigned has the country that its calling code is mainly used by;
    /// one whose calling code belongs to no country, such as that of a satellite network, has none.
    /// </summary>
    /// <param name="number">The digits of the number in E.164 format.</param>
    public static string? Of(string number)
    {
        if (Parse(number) is not { } parsed)
            return null;
        var util = PhoneNumberUtil.GetInstance();
        var region = util.GetRegionCodeForNumber(parsed) ?? util.GetRegionCodeForCountryCode(parsed.CountryCode);
        return region.Length == 2 && region != "ZZ" ? region : null;
    }

    /// <summary>Returns the digits of a number as they are written abroad, so that a number that is written in two ways is one.</summary>
    /// <param name="number">The digits of the number, with the country code.</param>
    public static string Written(string number) => Parse(number) is { } parsed ? PhoneNumberUtil.GetInstance().Format(parsed, PhoneNumberFormat.E164)[1..] : number;

    internal static PhoneNumber? Parse(string number)
    {
        try
        {
            return PhoneNumberUtil.GetInstance().Parse("+" + number, null);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
