using Newtonsoft.Json.Linq;
using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

/// <summary>The rules of a spec are kept before anything is sent: <see cref="GeneratedTest.RefusalAsync"/> sees to the second half.</summary>
internal sealed class ValidationTests() : GeneratedTest("Vonage.Validation")
{
    private const string Good = """Name = "Lamp", Color = Color.Red, Item = new("1"), When = DateTimeOffset.UnixEpoch, Lines = { new("2") }""";

    [Test]
    public async Task A_model_is_checked_through_its_interface_alone()
    {
        Assert.That(Package.ErrorsOf("new OrderRequest().Validate();"), Is.Not.Empty);
        Assert.That(await RunAsync("""
            try { ((IValidatable)new OrderRequest()).Validate(); return ""; }
            catch (InvalidRequestException error) { return error.Field; }
            """), Is.EqualTo("name"));
    }

    [TestCase("""Color = Color.Red, Item = new("1"), When = DateTimeOffset.UnixEpoch, Lines = { new("2") }""", "name", "is required. Set it.")]
    [TestCase("""Name = "Lamp", Item = new("1"), When = DateTimeOffset.UnixEpoch, Lines = { new("2") }""", "color", "is required. Set it.")]
    [TestCase("""Name = "Lamp", Color = Color.Red, When = DateTimeOffset.UnixEpoch, Lines = { new("2") }""", "item", "is required. Set it.")]
    [TestCase("""Name = "Lamp", Color = Color.Red, Item = new("1"), Lines = { new("2") }""", "when", "is required. Set it.")]
    [TestCase("""Name = "Lamp", Color = Color.Red, Item = new("1"), When = DateTimeOffset.UnixEpoch""", "lines", "must contain 1 to 2 items, but contains 0.")]
    public async Task What_is_required_must_be_set(string initializer, string field, string rule) => await Refuses(initializer, field, rule);

    [TestCase("""Lines = { new("2"), new("3"), new("4") }""", "lines", "must contain 1 to 2 items, but contains 3.")]
    [TestCase("""Tags = { "a", "b" }""", "tags", "must contain 0 to 1 items, but contains 2.")]
    [TestCase("""Name = "L" """, "name", "must have 2 to 5 characters, but has 1.")]
    [TestCase("""Name = "Lantern" """, "name", "must have 2 to 5 characters, but has 7.")]
    [TestCase("""Code = "123" """, "code", "must have exactly 4 characters, but has 3.")]
    [TestCase("""Phone = "07700 900000" """, "phone", "must be a phone number in E.164 format: 7 to 15 digits that start with the country code, such as 447700900000 or +44 7700 900000. A number that starts with 0 has no country code: replace the 0 with the country code.")]
    [TestCase("Weight = 0.4m", "weight", "must be 0.5 to 10, but is 0.4.")]
    [TestCase("Weight = 10.5m", "weight", "must be 0.5 to 10, but is 10.5.")]
    [TestCase("Ttl = TimeSpan.FromMilliseconds(999.5)", "ttl", "must be 1000 to 5000 milliseconds, but is 999.5.")]
    [TestCase("Ttl = TimeSpan.FromSeconds(6)", "ttl", "must be 1000 to 5000 milliseconds, but is 6000.")]
    [TestCase("""Url = new Uri("https://example.com/too/long") """, "url", "must have 0 to 20 characters, but has 28.")]
    [TestCase("""Item = new() """, "item.sku", "is required. Set it.")]
    [TestCase("""Item = new("1") { Count = 0 } """, "item.count", "must be at least 1, but is 0.")]
    [TestCase("""Item = new("1") { Part = new("2") { Part = new() } } """, "item.part.part.sku", "is required. Set it.")]
    [TestCase("""Lines = { new("1"), new() } """, "lines[1].sku", "is required. Set it.")]
    [TestCase("""Lines = { new("1") { Part = new() } } """, "lines[0].part.sku", "is required. Set it.")]
    [TestCase("""Rows = { new List<Item>() } """, "rows[0]", "must contain 1 to 2 items, but contains 0.")]
    [TestCase("""Rows = { new List<Item> { new("1") }, new List<Item> { new("1"), new() } } """, "rows[1][1].sku", "is required. Set it.")]
    [TestCase("""Lines = { null! } """, "lines[0]", "is null. Remove it or set it.")]
    public async Task A_rule_that_is_broken_is_named_with_its_field(string change, string field, string rule) => await Refuses(Good, field, rule, change);

    [TestCase("""Phone = "447700900000" """)]
    [TestCase("""Phone = "+44 7700 900000" """)]
    [TestCase("""Name = "😀😀😀😀😀" """)]
    [TestCase("Weight = 0.5m")]
    [TestCase("Weight = 10m")]
    [TestCase("Ttl = TimeSpan.FromSeconds(5)")]
    [TestCase("""Color = "mauve" """)]
    [TestCase("""Letters = "123" """)]
    [TestCase("""Note = "longer than three" """)]
    public async Task What_keeps_the_rules_is_sent_and_so_is_what_the_API_may_widen(string change)
    {
        Wire.Reply("""{"id":"1"}""");

        await RunAsync($$"""
            var order = new OrderRequest { {{Good}} };
            order.{{change}};
            await new ValidationClient(api).OrderAsync("1", "k", order);
            """);

        Assert.That(Wire.Requests, Has.Count.EqualTo(1));
    }

    [TestCase("+44 7700 900000", "+1 (415) 555-0100", "447700900000", "14155550100")]
    [TestCase("0044 7700 900000", "ACME", "447700900000", "ACME")]
    [TestCase("447700900000", "07700 900000", "447700900000", "07700 900000")]
    public async Task A_number_in_international_format_is_sent_as_digits(string number, string name, string sentNumber, string sentName)
    {
        Wire.Reply("""{"id":"1"}""");
        Wire.Reply("", 204);
        Wire.Reply("", 204);

        await RunAsync($$"""
            var client = new ValidationClient(api);
            await client.OrderAsync("1", "k", new OrderRequest { {{Good}}, Phone = "{{number}}", Sender = "{{name}}" });
            await client.GetNumberAsync("{{number}}", "{{name}}");
            await client.SetNumberAsync("{{number}}", new SetNumberOptions { Caller = "{{name}}" });
            """);

        var order = JObject.Parse(Wire.Requests.First().Body);
        Assert.That(((string?)order["phone"], (string?)order["sender"]), Is.EqualTo((sentNumber, sentName)));
        Assert.That(Wire.Requests.Skip(1).Select(r => r.Target), Is.All.EqualTo($"/numbers/{sentNumber}?caller={Uri.EscapeDataString(sentName)}"));
    }

    [TestCase("\"123456\", \"k\", order", "id", "must have 0 to 5 characters, but has 6.")]
    [TestCase("\"\", \"k\", order", "id", "is required. Set it.")]
    [TestCase("\"1\", \"\", order", "key", "is required. Set it.")]
    [TestCase("\"1\", \"k\", order, size: 0", "size", "must be 1 to 100, but is 0.")]
    [TestCase("\"1\", \"k\", order, size: 101", "size", "must be 1 to 100, but is 101.")]
    [TestCase("\"1\", \"k\", order, wait: TimeSpan.FromSeconds(1)", "wait", "must be 2 to 60 seconds, but is 1.")]
    public async Task Parameters_keep_their_rules(string arguments, string field, string rule)
    {
        var error = await RefusalAsync($$"""
            var order = new OrderRequest { {{Good}} };
            await new ValidationClient(api).OrderAsync({{arguments}});
            """);

        Assert.That((error.Field, error.Rule), Is.EqualTo((field, rule)));
    }

    [Test]
    public async Task A_named_list_checks_each_of_its_items()
    {
        var error = await RefusalAsync("""await new ValidationClient(api).SendListAsync(new Items { new Item("1"), new Item() });""");

        Assert.That(error.Message, Does.StartWith("Validation.sendList: [1].sku is required. Set it."));
    }

    [Test]
    public async Task A_named_list_is_written_and_read_as_a_list()
    {
        await RunAsync("""await new ValidationClient(api).SendListAsync(new Items { new Item("1"), new Item("2") });""");

        Assert.That(Sent.Body, Is.EqualTo("""[{"sku":"1"},{"sku":"2"}]"""));
    }

    [Test]
    public async Task Replies_are_not_checked()
    {
        Wire.Reply("""{"id":"1"}""");

        Assert.That(await RunAsync($$"""return (await new ValidationClient(api).OrderAsync("1", "k", new OrderRequest { {{Good}} })).Id;"""), Is.EqualTo("1"));
    }

    [Test]
    public async Task A_hand_written_partial_class_can_add_rules() => await Refuses(Good, "name", "must not be Never.", """Name = "Never" """);

    private async Task Refuses(string initializer, string field, string rule, string? change = null)
    {
        var error = await RefusalAsync($$"""
            var order = new OrderRequest { {{initializer}} };
            {{(change is null ? string.Empty : Change(change))}}
            await new ValidationClient(api).OrderAsync("1", "k", order);
            """);

        Assert.That((error.Field, error.Rule, error.Operation), Is.EqualTo((field, rule, "Validation.order")));
        Assert.That(error.Message, Does.StartWith($"Validation.order: {field} {rule}"));
    }

    // `Lines = { a, b }` sets a list in an object initializer; as a statement it needs a type.
    private static string Change(string change) => change.Contains("= {", StringComparison.Ordinal)
        ? $"order.{change.Replace("= {", "= [", StringComparison.Ordinal).Trim()[..^1]}];"
        : $"order.{change};";
}
