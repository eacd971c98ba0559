using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

/// <summary>What all branches of a union have, by name and type, stands on the base, however each describes and limits it.</summary>
internal sealed class SharedFieldTests() : GeneratedTest("Vonage.SharedFields")
{
    [Test]
    public async Task A_field_of_every_branch_can_be_read_through_the_base()
    {
        var to = await RunAsync("""
            Notice[] batch = [new LetterNotice { To = "1 High Street", Title = "Hi" }, new PageNotice { To = "123", Note = "Call" }];
            return string.Join(" | ", batch.Select(notice => notice.To + "/" + notice.Note));
            """);

        Assert.That(to, Is.EqualTo("1 High Street/ | 123/Call"));
    }

    [TestCase("Weight")]
    [TestCase("Sent")]
    [TestCase("Title")]
    public void What_is_of_another_type_or_in_one_branch_only_stays_there(string property) =>
        Assert.That(Package.Type("Notice").GetProperty(property), Is.Null);

    [TestCase("""new LetterNotice { To = "123456789012345678901", Title = "Hi" }""", "to must have 0 to 20 characters, but has 21.")]
    [TestCase("""new PageNotice { To = "1234", Note = "Call" }""", "to must have 0 to 3 characters, but has 4.")]
    [TestCase("""new PageNotice { To = "123" }""", "note is required.")]
    [TestCase("""new LetterNotice { Title = "Hi" }""", "to is required.")]
    public async Task Each_branch_keeps_its_own_limits(string notice, string rule) =>
        Assert.That((await RefusalAsync($"await new SharedFieldsClient(api).SendAsync({notice});")).Message, Does.Contain(rule));

    [Test]
    public async Task A_field_that_is_optional_in_one_branch_may_be_absent_there()
    {
        await RunAsync("""await new SharedFieldsClient(api).SendAsync(new LetterNotice { To = "1", Title = "Hi" });""");

        Assert.That(Json.Of(Sent.Body), Is.EqualTo(Json.Of("""{"kind":"letter","to":"1","title":"Hi"}""")));
    }

    [Test]
    public void There_is_a_constructor_for_each_number_of_required_values_in_the_order_of_the_spec() =>
        Assert.That(
            Package.Type("LetterNotice").GetConstructors().Select(c => string.Join(", ", c.GetParameters().Select(p => p.Name))),
            Is.EquivalentTo((string[])["", "to", "to, title"]));

    [Test]
    public async Task A_constructor_sets_what_it_takes()
    {
        await RunAsync("""await new SharedFieldsClient(api).SendAsync(new PageNotice("123", "Call"));""");

        Assert.That(Json.Of(Sent.Body), Is.EqualTo(Json.Of("""{"kind":"page","to":"123","note":"Call"}""")));
    }
}
