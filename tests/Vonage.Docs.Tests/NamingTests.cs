using System.Reflection;
using System.Text.RegularExpressions;
using Vonage.Core;

namespace Vonage.Docs.Tests;

/// <summary>Rules for the names and types of everything that users see, in all packages.</summary>
public partial class NamingTests
{
    // The end of a room's address, not an address.
    private static readonly string[] NoUrls = ["ShortCompanyUrl"];

    // Fields of a form that goes to another service, unchanged.
    private static readonly string[] PassedOn = ["LogoUploadFields.XAmzDate", "UploadLogoRequest.XAmzDate"];

    // The only example of the API, 2022-31-10, is of no usual format.
    private static readonly string[] OfUnknownFormat = ["PoliticalVettingDetails.ElectionDate"];

    // The API does not say in which unit.
    private static readonly string[] WithoutUnit = ["RtcDtmfBody.Duration", "MachineDetectionRecord.AmdUserDefinedBeepTimeout", "SmsTrafficControlRecord.QueueDuration"];

    private static readonly List<Type> Types = [.. BuiltPackages.ByProject.Values.SelectMany(package => package.GetExportedTypes())];

    private static readonly List<PropertyInfo> Properties =
        [.. Types.SelectMany(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)).Where(property => property.GetIndexParameters().Length == 0)];

    [Test]
    public void Compound_words_are_spelled_as_in_dotnet_and_abbreviations_can_be_read() =>
        AssertNone(Properties.Select(Name).Concat(Parameters()).Where(name => Misspelled().IsMatch(name)));

    [Test]
    public void An_address_is_a_Uri() =>
        AssertNone(Properties.Where(p => p.Name.EndsWith("Url", StringComparison.Ordinal) || p.Name is "Href" or "Uri" || p.Name.EndsWith("Uri", StringComparison.Ordinal))
            .Where(p => IsText(p) && !NoUrls.Contains(p.Name)).Select(Name));

    [Test]
    public void A_count_is_a_number() => AssertNone(Properties.Where(p => Count().IsMatch(p.Name) && IsText(p)).Select(Name));

    [Test]
    public void A_point_in_time_is_a_DateTimeOffset() =>
        AssertNone(Properties.Where(p => Time().IsMatch(p.Name) && (IsText(p) || IsNumber(p) || Bare(p) == typeof(DateTime))).Select(Name).Except([.. PassedOn, .. OfUnknownFormat]));

    [Test]
    public void A_duration_is_a_TimeSpan() =>
        AssertNone(Properties.Where(p => Duration().IsMatch(p.Name) && (IsText(p) || IsNumber(p))).Select(Name).Except(WithoutUnit));

    [Test]
    public void A_setting_that_several_packages_have_is_one_type() =>
        AssertNone(Types.Where(type => typeof(IExtensibleEnum).IsAssignableFrom(type) && type.IsValueType)
            .GroupBy(type => type.Name, StringComparer.Ordinal).Where(g => g.Select(type => type.Namespace!.Split('.')[0]).Distinct().Count() < g.Count()).Select(g => g.Key));

    [TestCase("SortOrder")]
    [TestCase("WebhookMethod")]
    [TestCase("WebhookVersion")]
    [TestCase("Country")]
    public void A_shared_setting_has_no_type_of_an_API_own(string setting) =>
        Assert.That(
            Types.Where(type => typeof(IExtensibleEnum).IsAssignableFrom(type) && type.Name.Contains(setting, StringComparison.Ordinal)).Select(type => type.Namespace),
            Has.Exactly(1).Items.And.All.AnyOf("Vonage", "Flowroute"));

    private static void AssertNone(IEnumerable<string> names) => Assert.That(names.Distinct(), Is.Empty);

    private static string Name(PropertyInfo property) => $"{property.DeclaringType!.Name}.{property.Name}";

    private static IEnumerable<string> Parameters() =>
        from type in Types
        from method in type.GetMethods().Cast<MethodBase>().Concat(type.GetConstructors())
        from parameter in method.GetParameters()
        where parameter.Name is not null && method.DeclaringType == type
        select $"{type.Name}.{method.Name}({char.ToUpperInvariant(parameter.Name![0])}{parameter.Name[1..]})";

    private static Type Bare(PropertyInfo property) => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

    private static bool IsText(PropertyInfo property) => Bare(property) == typeof(string) || typeof(IEnumerable<string>).IsAssignableFrom(Bare(property)) && Bare(property) != typeof(string);

    private static bool IsNumber(PropertyInfo property) => Bare(property) == typeof(int) || Bare(property) == typeof(long) || Bare(property) == typeof(decimal) || Bare(property) == typeof(double);

    [GeneratedRegex(@"[.(]\w*(TimeOut|CallBack|Hangup|Datetime|Callerid|Areacode|Cnamlookup|(Lg|Trx|Src|Ctx|Seq|Cnt|Perc|Prev|Mo|Dr|Dlr|AppId)(?![a-z]))\w*\)?$")]
    private static partial Regex Misspelled();

    [GeneratedRegex("(Count|Total|Size)$|^(Count|Total|Num)(?=[A-Z])")]
    private static partial Regex Count();

    [GeneratedRegex("([a-z]At|Date|Time|Timestamp|Scts)$|^Date[A-Z]")]
    private static partial Regex Time();

    [GeneratedRegex("(Duration|Ttl|Timeout|PersistenceTime|Minutes|Seconds)$")]
    private static partial Regex Duration();
}
