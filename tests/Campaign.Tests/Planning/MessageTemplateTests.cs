using Campaign.Planning;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Tests.Planning;

internal sealed class MessageTemplateTests
{
    private static readonly Dictionary<string, string> Fields = new(StringComparer.OrdinalIgnoreCase) { ["name"] = "Ann", ["code"] = "{name}", ["first name"] = "Eve" };

    [TestCase("Hello", "Hello")]
    [TestCase("Hello {name}", "Hello Ann")]
    [TestCase("{name}{Name}!", "AnnAnn!")]
    [TestCase("Hi { first name }.", "Hi Eve.")]
    [TestCase("{{name}}", "{name}")]
    [TestCase("{{{name}}}", "{Ann}")]
    [TestCase("}}{{", "}{")]
    public void A_text_is_written_with_the_fields(string template, string text) =>
        Assert.That(MessageTemplate.Parse(template).Render(Fields), Is.EqualTo(text));

    [Test]
    public void What_a_field_contains_is_not_a_template() =>
        Assert.That(MessageTemplate.Parse("Use {code}").Render(Fields), Is.EqualTo("Use {name}"));

    [Test]
    public void It_tells_the_fields_that_it_needs_once_each() =>
        Assert.That(MessageTemplate.Parse("{b} {a} {B} {{c}}").Fields, Is.EqualTo(["b", "a"]));

    [TestCase("Hello {name", "character 7", "is not closed")]
    [TestCase("Hello {", "character 7", "is not closed")]
    [TestCase("Hello {na{me}", "character 7", "is not closed")]
    [TestCase("Hello name}", "character 11", "was not opened")]
    [TestCase("Hello {}", "character 7", "without a name")]
    [TestCase("Hello { }", "character 7", "without a name")]
    [TestCase("", "empty", "Write the text")]
    [TestCase(" ", "empty", "Write the text")]
    public void A_fault_is_told_with_its_place(string template, string place, string fault) =>
        Assert.That(() => MessageTemplate.Parse(template), Throws.TypeOf<FormatException>().With.Message.Contains(place).And.Message.Contains(fault));

    [Test]
    public void A_field_that_a_recipient_does_not_have_is_named() =>
        Assert.That(() => MessageTemplate.Parse("{city}").Render(Fields), Throws.TypeOf<KeyNotFoundException>().With.Message.Contains("'city'"));

    [Test]
    public void Any_text_with_its_braces_written_twice_is_itself() =>
        Prop.ForAll<NonEmptyString>(text =>
        {
            var escaped = text.Get.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
            return string.IsNullOrWhiteSpace(text.Get) || MessageTemplate.Parse(escaped).Render(Fields) == text.Get;
        }).Holds();

    [Test]
    public void Any_other_text_is_read_or_refused_with_a_reason() =>
        Prop.ForAll(Gen.Elements('{', '}', 'a', ' ').ArrayOf().ToArbitrary(), characters =>
        {
            try
            {
                var template = MessageTemplate.Parse(new string(characters));
                return template.Render(template.Fields.ToDictionary(field => field, _ => "x")).Length > 0;
            }
            catch (FormatException error)
            {
                return error.Message.Length > 0;
            }
        }).Holds();
}
