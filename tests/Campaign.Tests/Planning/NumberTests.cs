using Campaign.Planning;
using PhoneNumbers;

namespace Campaign.Tests.Planning;

internal sealed class NumberTests
{
    [TestCase("12125550100", "America/New_York")]
    [TestCase("14155550100", "America/Los_Angeles")]
    [TestCase("4930123456", "Europe/Berlin")]
    [TestCase("97714123456", "Asia/Kathmandu")]
    public void A_number_that_tells_its_area_has_the_time_zone_of_it(string number, string zone) =>
        Assert.That(NumberZones.Of(number).Select(found => found.Id), Is.EqualTo([zone]));

    [TestCase("919812345678", "Asia/Kolkata")]
    [TestCase("959212345678", "Asia/Yangon")]
    [TestCase("541134567890", "America/Argentina/Buenos_Aires")]
    public void A_zone_that_was_renamed_has_its_new_name(string number, string zone) =>
        Assert.That(NumberZones.Of(number).Select(found => found.Id), Does.Contain(zone));

    [Test]
    public void A_mobile_number_has_all_time_zones_of_its_country() =>
        Assert.That(
            NumberZones.Of("447400123456").Select(zone => zone.Id),
            Is.EquivalentTo(["Europe/London", "Europe/Guernsey", "Europe/Isle_of_Man", "Europe/Jersey"]));

    [TestCase("447700900000", 4)]
    [TestCase("15555550100", 20)]
    [TestCase("18005550100", 20)]
    public void A_number_that_does_not_tell_its_area_or_is_not_assigned_has_all_time_zones_of_its_calling_code(string number, int atLeast) =>
        Assert.That(NumberZones.Of(number), Has.Count.AtLeast(atLeast));

    [TestCase("99912345678")]
    [TestCase("1")]
    [TestCase("")]
    [TestCase("Ann")]
    public void A_number_that_is_none_has_no_time_zone_and_no_country(string number) =>
        Assert.Multiple(() =>
        {
            Assert.That(NumberZones.Of(number), Is.Empty);
            Assert.That(NumberCountry.Of(number), Is.Null);
        });

    [Test]
    public void The_numbers_of_all_countries_are_themselves()
    {
        var util = PhoneNumberUtil.GetInstance();
        var changed =
            from region in util.GetSupportedRegions()
            from type in Enum.GetValues<PhoneNumberType>()
            let example = util.GetExampleNumberForType(region, type)
            where example is not null
            let number = util.Format(example, PhoneNumberFormat.E164)[1..]
            where number.Length >= 7 && (RecipientNumber.Read(number, out var read) is not null || read != number)
            select $"{region} {type} {number}";
        Assert.That(changed, Is.Empty);
    }

    [Test]
    public void The_time_zones_of_all_countries_are_known_to_this_machine()
    {
        var util = PhoneNumberUtil.GetInstance();
        var unknown =
            from region in util.GetSupportedRegions()
            from type in Enum.GetValues<PhoneNumberType>()
            let example = util.GetExampleNumberForType(region, type)
            where example is not null
            let number = util.Format(example, PhoneNumberFormat.E164)[1..]
            where NumberZones.Of(number).Count == 0
            select $"{region} {type}";
        Assert.That(unknown, Is.Empty);
    }

    [TestCase("447400123456", "GB")]
    [TestCase("447700900000", "GB")]
    [TestCase("447781123456", "GG")]
    [TestCase("12125550100", "US")]
    [TestCase("14165550100", "CA")]
    [TestCase("77011234567", "KZ")]
    [TestCase("79161234567", "RU")]
    [TestCase("15555550100", "US")]
    [TestCase("870773111632", null)]
    public void A_number_has_the_country_that_it_is_assigned_to(string number, string? country) => Assert.That(NumberCountry.Of(number), Is.EqualTo(country));
}
