using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

/// <summary>Times, days, durations and numbers, in JSON and in the query.</summary>
internal sealed class ScalarTests() : GeneratedTest("Vonage.Scalars")
{
    private const string Noon = "new DateTimeOffset(2024, 5, 1, 12, 0, 0, TimeSpan.FromHours(2))";

    [TestCase($"At = {Noon}", "at=2024-05-01T10%3A00%3A00Z")]
    [TestCase($"At = {Noon}.AddTicks(1234567)", "at=2024-05-01T10%3A00%3A00.1234567Z")]
    [TestCase($"Since = {Noon}", "since=2024-05-01%2010%3A00%3A00")]
    [TestCase($"Day = {Noon}", "day=2024-05-01")]
    [TestCase($"Day = {Noon}.AddHours(-11)", "day=2024-05-01")]
    [TestCase($"Days = [{Noon}, {Noon}.AddDays(1)]", "days=2024-05-01%2C2024-05-02")]
    [TestCase("Wait = TimeSpan.FromMinutes(2)", "wait=120")]
    [TestCase("Wait = TimeSpan.FromMilliseconds(1500)", "wait=1.5")]
    [TestCase("Price = 0.1000m", "price=0.1000")]
    [TestCase("Price = 79228162514264337593543950335m", "price=79228162514264337593543950335")]
    [TestCase("Count = 5000000000", "count=5000000000")]
    [TestCase("Reference = \"42\"", "reference=42")]
    [TestCase("Url = new Uri(\"https://example.com/a b\")", "url=https%3A%2F%2Fexample.com%2Fa%20b")]
    [TestCase("Ids = [1, 2]", "ids=1&ids=2")]
    [TestCase("Ids = []", "")]
    [TestCase("Days = []", "")]
    [TestCase("Active = false", "active=false")]
    [TestCase("", "")]
    public async Task A_query_holds_values_as_the_spec_documents_them(string arguments, string query)
    {
        await RunAsync($"await new ScalarsClient(api).FindAsync(new() {{ {arguments} }});");

        Assert.That(Sent.Query, Is.EqualTo(query));
    }

    [TestCase($"At = {Noon}", """{"at":"2024-05-01T10:00:00Z"}""")]
    [TestCase($"At = {Noon}.AddMilliseconds(5)", """{"at":"2024-05-01T10:00:00.005Z"}""")]
    [TestCase($"Sent = {Noon}", """{"sent":"2024-05-01 10:00:00"}""")]
    [TestCase($"Day = {Noon}.AddHours(-11)", """{"day":"2024-05-01"}""")]
    [TestCase("Seconds = TimeSpan.FromMinutes(2)", """{"seconds":120}""")]
    [TestCase("Minutes = TimeSpan.FromHours(1)", """{"minutes":60}""")]
    [TestCase("Millis = TimeSpan.FromSeconds(1)", """{"millis":1000}""")]
    [TestCase("TextSeconds = TimeSpan.FromSeconds(9)", """{"text_seconds":"9"}""")]
    [TestCase("Fraction = TimeSpan.FromMilliseconds(1250)", """{"fraction":1.25}""")]
    [TestCase("Waits = { TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1) }", """{"waits":[1,60]}""")]
    [TestCase("Price = 0.10m", """{"price":0.10}""")]
    [TestCase("Money = 0.03330000m", """{"money":"0.03330000"}""")]
    [TestCase("Prices = { 0.10m }", """{"prices":["0.10"]}""")]
    [TestCase($"Days = {{ {Noon} }}", """{"days":["2024-05-01"]}""")]
    [TestCase($"Times = {{ {Noon} }}", """{"times":["2024-05-01 10:00:00"]}""")]
    [TestCase("Count = 5000000000", """{"count":5000000000}""")]
    [TestCase("Id = \"x\"", """{"id":"x"}""")]
    [TestCase("Url = new Uri(\"https://example.com/a?b=ü\")", """{"url":"https://example.com/a?b=ü"}""")]
    [TestCase("Any = { [\"a\"] = 0.10m }", """{"any":{"a":0.10}}""")]
    [TestCase("Rates = { [\"EUR\"] = 1.0800m }", """{"rates":{"EUR":1.0800}}""")]
    public async Task JSON_holds_values_as_the_spec_documents_them(string initializer, string json)
    {
        await RunAsync($"await new ScalarsClient(api).SaveAsync(new Values {{ {initializer} }});");

        Assert.That(Sent.Body, Is.EqualTo(json));
    }

    [TestCase("At", "2024-05-01T12:00:00+02:00", "2024-05-01T10:00:00.0000000+00:00")]
    [TestCase("At", "2024-05-01T10:00:00Z", "2024-05-01T10:00:00.0000000+00:00")]
    [TestCase("At", "2024-05-01T10:00:00.123456Z", "2024-05-01T10:00:00.1234560+00:00")]
    [TestCase("Sent", "2024-05-01 10:00:00", "2024-05-01T10:00:00.0000000+00:00")]
    [TestCase("Sent", "2024-05-01T12:00:00+02:00", "2024-05-01T10:00:00.0000000+00:00")]
    [TestCase("Day", "2024-05-01", "2024-05-01T00:00:00.0000000+00:00")]
    public async Task Times_are_read_with_their_offset(string member, string text, string expected)
    {
        Wire.Reply($$"""{"{{member.ToLowerInvariant()}}":"{{text}}"}""");

        Assert.That(await RunAsync($"return (await new ScalarsClient(api).FindAsync()).{member}!.Value.ToString(\"o\");"), Is.EqualTo(expected));
    }

    [TestCase("""{"price":0.1234567890123456789012345678}""", "Price", "0.1234567890123456789012345678")]
    [TestCase("""{"price":1.10}""", "Price", "1.10")]
    [TestCase("""{"money":"0.03330000"}""", "Money", "0.03330000")]
    [TestCase("""{"money":0.50}""", "Money", "0.50")]
    [TestCase("""{"prices":["0.10"]}""", "Prices[0]", "0.10")]
    [TestCase("""{"rates":{"EUR":1.0800}}""", "Rates[\"EUR\"]", "1.0800")]
    [TestCase("""{"any":{"a":0.10}}""", "Any[\"a\"]", "0.10")]
    [TestCase("""{"future":0.10}""", "AdditionalProperties[\"future\"]", "0.10")]
    [TestCase("""{"future":"2024-05-01T12:00:00+02:00"}""", "AdditionalProperties[\"future\"]", "2024-05-01T12:00:00+02:00")]
    [TestCase("""{"seconds":90}""", "Seconds", "00:01:30")]
    [TestCase("""{"minutes":90}""", "Minutes", "01:30:00")]
    [TestCase("""{"millis":1500}""", "Millis", "00:00:01.5000000")]
    [TestCase("""{"text_seconds":"90"}""", "TextSeconds", "00:01:30")]
    [TestCase("""{"fraction":0.25}""", "Fraction", "00:00:00.2500000")]
    [TestCase("""{"waits":[60]}""", "Waits[0]", "00:01:00")]
    [TestCase("""{"id":"not a UUID"}""", "Id", "not a UUID")]
    public async Task Values_are_read_exactly(string json, string member, string expected)
    {
        Wire.Reply(json);

        var text = await RunAsync($"return System.FormattableString.Invariant($\"{{(await new ScalarsClient(api).FindAsync()).{member}}}\");");

        Assert.That(text, Is.EqualTo(expected));
    }

    [Test]
    public void Types_in_the_client_are_those_of_the_platform()
    {
        var values = Package.Type("Values");

        Assert.That(values.GetProperty("At")!.PropertyType, Is.EqualTo(typeof(DateTimeOffset?)));
        Assert.That(values.GetProperty("Day")!.PropertyType, Is.EqualTo(typeof(DateTimeOffset?)));
        Assert.That(values.GetProperty("Seconds")!.PropertyType, Is.EqualTo(typeof(TimeSpan?)));
        Assert.That(values.GetProperty("Money")!.PropertyType, Is.EqualTo(typeof(decimal?)));
        Assert.That(values.GetProperty("Count")!.PropertyType, Is.EqualTo(typeof(long?)));
        Assert.That(values.GetProperty("Url")!.PropertyType, Is.EqualTo(typeof(Uri)));
    }
}
