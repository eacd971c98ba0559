using Vonage.Core.Pipeline;

namespace Vonage.Core.Tests;

internal sealed class CheckTests
{
    [Test]
    public void What_is_required_must_be_set()
    {
        Refused(() => Check.Required("a", (object?)null), "a is required");
        Refused(() => Check.Required("a", string.Empty), "a is required");
        Refused(() => Check.Required("a", default(Kind)), "a is required");
        Refused(() => Check.Required("a", default(DateTimeOffset)), "a is required");
        Assert.That(() =>
        {
            Check.Required("a", new object());
            Check.Required("a", "x");
            Check.Required("a", Kind.Small);
            Check.Required("a", DateTimeOffset.UnixEpoch);
        }, Throws.Nothing);
    }

    [TestCase("abc", 1, 3, null)]
    [TestCase("abcd", 1, 3, "must have 1 to 3 characters, but has 4")]
    [TestCase("a", 2, 2, "must have exactly 2 characters, but has 1")]
    [TestCase("a", 2, int.MaxValue, "must have at least 2 characters, but has 1")]
    [TestCase("😀😀😀", 1, 3, null)]
    [TestCase("😀😀", 3, 4, "but has 2")]
    [TestCase(null, 1, 3, null)]
    public void Lengths_count_characters(string? value, int min, int max, string? rule) => Judge(() => Check.Length("a", value, min, max), rule);

    [TestCase(1, null)]
    [TestCase(0, "must be 1 to 5, but is 0")]
    [TestCase(6, "must be 1 to 5, but is 6")]
    public void Numbers_have_limits(int value, string? rule) => Judge(() => Check.Range("a", value, 1, 5), rule);

    [Test]
    public void Durations_have_limits()
    {
        Judge(() => Check.Duration("a", TimeSpan.FromSeconds(61), TimeSpan.FromSeconds(1), 1, 60), "must be 1 to 60 seconds, but is 61");
        Judge(() => Check.Duration("a", TimeSpan.FromMilliseconds(0.5), TimeSpan.FromMilliseconds(1), 1, decimal.MaxValue), "at least 1 milliseconds, but is 0.5");
        Judge(() => Check.Duration("a", TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(1), 1, 5), "1 to 5 minutes");
        Judge(() => Check.Duration("a", TimeSpan.FromHours(3000), TimeSpan.FromHours(1), 1, 2400), "1 to 2400 hours, but is 3000");
        Judge(() => Check.Duration("a", TimeSpan.FromDays(40), TimeSpan.FromDays(1), 1, 31), "1 to 31 days, but is 40");
        Judge(() => Check.Duration("a", null, TimeSpan.FromMinutes(1), 1, 5), null);
    }

    [Test]
    public void Durations_are_counted_in_whole_units()
    {
        var second = TimeSpan.FromSeconds(1);
        Judge(() => Check.Whole("a", TimeSpan.FromSeconds(1.5), second), "must be a whole number of seconds, but is 1.5. Round it, for example to 2.");
        Judge(() => Check.Whole("a", TimeSpan.FromMinutes(90), TimeSpan.FromHours(1)), "must be a whole number of hours, but is 1.5.");
        Judge(() => Check.Whole("a", TimeSpan.FromSeconds(90), second), null);
        Judge(() => Check.Whole("a", null, second), null);
        Judge(() => Check.WholeItems("a", [second, TimeSpan.Zero], second), null);
        Judge(() => Check.WholeItems("a", (IEnumerable<TimeSpan>?)null, second), null);
        Judge(() => Check.WholeItems("a", (IDictionary<string, TimeSpan>?)null, second), null);
        Assert.That(() => Check.WholeItems("a", [second, TimeSpan.FromSeconds(0.5)], second), Throws.TypeOf<InvalidRequestException>().With.Property("Field").EqualTo("a[1]"));
        Assert.That(() => Check.WholeItems("a", new Dictionary<string, TimeSpan> { ["b"] = TimeSpan.FromSeconds(0.5) }, second), Throws.TypeOf<InvalidRequestException>().With.Property("Field").EqualTo("a.b"));
    }

    [Test]
    public void Lists_have_limits()
    {
        Judge(() => Check.Count("a", new List<int> { 1, 2 }, 1, 1), "must contain exactly 1 item, but contains 2");
        Judge(() => Check.Count<int>("a", null, 1, 5), "but contains 0");
        Judge(() => Check.Count<int>("a", null, 0, 5), null);
    }

    [TestCase("447700900000", null)]
    [TestCase(null, null)]
    [TestCase("0447700900000", "A number that starts with 0 has no country code: replace the 0 with the country code.")]
    [TestCase("(020) 7946 0000", "A number that starts with 0 has no country code")]
    [TestCase("+0447700900000", "No country code starts with 0.")]
    [TestCase("000447700900000", "No country code starts with 0.")]
    [TestCase("123456", "It has 6 digits.")]
    [TestCase("+44 7700", "It has 6 digits.")]
    [TestCase("1234567890123456", "It has 16 digits.")]
    [TestCase("+1234567890123456", "It has 16 digits.")]
    [TestCase("", "It has 0 digits.")]
    [TestCase("+", "It has 0 digits.")]
    [TestCase("44 7700 900000", "Whether its first digits are a country code is ambiguous: write a plus sign before the country code, or digits only.")]
    [TestCase("415-555-0100", "ambiguous")]
    [TestCase("(415) 555-0100", "ambiguous")]
    [TestCase("+44 (0)7700 900000", "A 0 in brackets is dialed only within the country: remove it.")]
    [TestCase("+44 ( 0 ) 7700 900000", "A 0 in brackets")]
    [TestCase("+44 (020) 7946 0000", "A 0 in brackets")]
    [TestCase("+44 7700 90000O", "It contains a character that is not a digit, a space, a hyphen, a dot or a bracket.")]
    [TestCase("++447700900000", "It contains a character")]
    [TestCase("+44 7700 900000 ext 5", "It contains a character")]
    [TestCase("+٤٤٧٧٠٠٩٠٠٠٠٠", "It contains a character")]
    public void Phone_numbers_have_a_form(string? number, string? rule)
    {
        Judge(() => Check.E164("to", PhoneNumber.Digits(number)), rule);
        if (rule is not null)
            Refused(() => Check.E164("to", number), "to must be a phone number in E.164 format");
    }

    [TestCase("+447700900000")]
    [TestCase("+44 7700 900000")]
    [TestCase("00447700900000")]
    [TestCase("00 44 7700-900-000")]
    [TestCase("+44 (7700) 900.000")]
    [TestCase(" +44\u00A07700\u2011900000 ")]
    [TestCase("(+44) 7700 900000")]
    public void A_number_in_international_format_becomes_its_digits(string number)
    {
        Assert.That(PhoneNumber.Digits(number), Is.EqualTo("447700900000"));
        Assert.That(() => Check.E164("to", PhoneNumber.Digits(number)), Throws.Nothing);
    }

    [Test]
    public void Each_number_of_a_list_has_a_form()
    {
        var numbers = new List<string> { "447700900000", "+44 7700 900001" };
        Check.E164Items("numbers", numbers);
        Assert.That(numbers, Is.EqualTo(["447700900000", "447700900001"]));
        Assert.That(() => Check.E164Items("numbers", Array.AsReadOnly(["447700900000"])), Throws.Nothing);
        Assert.That(Path(() => Check.E164Items("numbers", ["447700900000", "ACME"])), Is.EqualTo("numbers[1]"));
        Assert.That(() => Check.E164Items("numbers", null), Throws.Nothing);
    }

    [TestCase("447700900000")]
    [TestCase("ACME")]
    [TestCase("")]
    [TestCase(null)]
    [TestCase("07700 900000")]
    [TestCase("sip:alice@example.com")]
    [TestCase("US.13491208655302741918")]
    [TestCase("+ACME")]
    [TestCase("00ACME")]
    public void Everything_else_is_left_as_it_is(string? text) => Assert.That(PhoneNumber.Digits(text), Is.SameAs(text));

    [Test]
    public void Digits_cost_no_memory()
    {
        PhoneNumber.Digits("447700900000");
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            Check.E164("to", PhoneNumber.Digits("447700900000"));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public void Errors_name_the_whole_path()
    {
        var bad = new Thing { Name = "far too long a name" };
        Assert.That(Path(() => Check.Object("image", bad)), Is.EqualTo("image.name"));
        Assert.That(Path(() => Check.Each("list", new List<Thing> { new(), bad })), Is.EqualTo("list[1].name"));
        Assert.That(Path(() => Check.Each("list", new List<Thing> { null! })), Is.EqualTo("list[0]"));
        Assert.That(Path(() => Check.Object("outer", new Nested(new Nested(bad)))), Is.EqualTo("outer.inner.inner.name"));
        Assert.That(() => Check.Object("image", null), Throws.Nothing);
        Assert.That(() => Check.Each<Thing>("list", null), Throws.Nothing);
    }

    [Test]
    public void Errors_never_hold_the_value() =>
        Assert.That(Assert.Throws<InvalidRequestException>(() => Check.E164("to", "secret number"))!.Message, Does.Not.Contain("secret number"));

    private static string Path(Action check) => Assert.Throws<InvalidRequestException>(() => check())!.Field;

    private static void Judge(Action check, string? rule)
    {
        if (rule is null)
            Assert.That(() => check(), Throws.Nothing);
        else
            Refused(check, rule);
    }

    private static void Refused(Action check, string rule) => Assert.That(() => check(), Throws.InstanceOf<InvalidRequestException>().With.Message.Contains(rule));

    private sealed class Nested(IValidatable inner) : IValidatable
    {
        public void Validate() => Check.Object("inner", inner);
    }
}
