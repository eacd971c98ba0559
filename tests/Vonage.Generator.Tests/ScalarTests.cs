using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

/// <summary>Times, days, durations and numbers, in JSON and in the query.</summary>
internal sealed class ScalarTests() : GeneratedTest("Vonage.Scalars")
{
    private const string Noon = "new DateTimeOffset(2024, 5, 1, 12, 0, 0, TimeSpan.FromHours(2))";

    [TestCase($"At = {Noon}", "at=2024-05-01T10%3A00%3A00Z")]
    [TestCase($"At = {Noon}.AddTicks(1234567)", "at=2024-05-01T10%3A00%3A00.1234567Z")]
    [TestCase($"Moment = {Noon}.AddMilliseconds(5)", "moment=1714557600005")]
    [TestCase($"Since = {Noon}", "since=2024-05-01%2010%3A00%3A00")]
    [TestCase($"Day = {Noon}", "day=2024-05-01")]
    [TestCase($"Day = {Noon}.AddHours(-11)", "day=2024-05-01")]
    [TestCase($"Days = [{Noon}, {Noon}.AddDays(1)]", "days=2024-05-01%2C2024-05-02")]
    [TestCase("Wait = TimeSpan.FromMinutes(2)", "wait=120")]
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
    [TestCase($"Moment = {Noon}.AddMilliseconds(5)", """{"moment":1714557600005}""")]
    [TestCase($"Sent = {Noon}", """{"sent":"2024-05-01 10:00:00"}""")]
    [TestCase($"Day = {Noon}.AddHours(-11)", """{"day":"2024-05-01"}""")]
    [TestCase("Seconds = TimeSpan.FromMinutes(2)", """{"seconds":120}""")]
    [TestCase("Minutes = TimeSpan.FromHours(1)", """{"minutes":60}""")]
    [TestCase("Millis = TimeSpan.FromSeconds(1)", """{"millis":1000}""")]
    [TestCase("TextSeconds = TimeSpan.FromSeconds(9)", """{"text_seconds":"9"}""")]
    [TestCase("Hours = TimeSpan.FromDays(2)", """{"hours":48}""")]
    [TestCase("Lifetime = TimeSpan.FromDays(2)", """{"lifetime":2}""")]
    [TestCase("Fraction = TimeSpan.FromMilliseconds(1250)", """{"fraction":1.25}""")]
    [TestCase("Waits = { TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1) }", """{"waits":[1,60]}""")]
    [TestCase("Price = 0.10m", """{"price":0.10}""")]
    [TestCase("Money = 0.03330000m", """{"money":"0.03330000"}""")]
    [TestCase("Prices = { 0.10m }", """{"prices":["0.10"]}""")]
    [TestCase($"Days = {{ {Noon} }}", """{"days":["2024-05-01"]}""")]
    [TestCase($"Times = {{ {Noon} }}", """{"times":["2024-05-01 10:00:00"]}""")]
    [TestCase("Count = 5000000000", """{"count":5000000000}""")]
    [TestCase("Parts = 3", """{"parts":"3"}""")]
    [TestCase("Positions = { 1, 2 }", """{"positions":["1","2"]}""")]
    [TestCase($"Signed = {Noon}", """{"signed":"1714557600"}""")]
    [TestCase("Link = new Uri(\"/a?b=c\", UriKind.Relative)", """{"link":"/a?b=c"}""")]
    [TestCase("Link = new Uri(\"\", UriKind.Relative)", """{"link":""}""")]
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
    [TestCase("Moment", "1714557600005", "2024-05-01T10:00:00.0050000+00:00")]
    [TestCase("Moment", "-1", "1969-12-31T23:59:59.9990000+00:00")]
    [TestCase("Moment", "2024-05-01T12:00:00+02:00", "2024-05-01T10:00:00.0000000+00:00")]
    [TestCase("Signed", "1714557600", "2024-05-01T10:00:00.0000000+00:00")]
    [TestCase("Signed", "2024-05-01T12:00:00+02:00", "2024-05-01T10:00:00.0000000+00:00")]
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
    [TestCase("""{"hours":36}""", "Hours", "1.12:00:00")]
    [TestCase("""{"lifetime":30}""", "Lifetime", "30.00:00:00")]
    [TestCase("""{"parts":"3"}""", "Parts", "3")]
    [TestCase("""{"parts":3}""", "Parts", "3")]
    [TestCase("""{"parts":""}""", "Parts", "")]
    [TestCase("""{"positions":["1",2]}""", "Positions[1]", "2")]
    [TestCase("""{"link":"/a?b=c"}""", "Link", "/a?b=c")]
    [TestCase("""{"fraction":0.25}""", "Fraction", "00:00:00.2500000")]
    [TestCase("""{"waits":[60]}""", "Waits[0]", "00:01:00")]
    [TestCase("""{"id":"not a UUID"}""", "Id", "not a UUID")]
    public async Task Values_are_read_exactly(string json, string member, string expected)
    {
        Wire.Reply(json);

        var text = await RunAsync($"return System.FormattableString.Invariant($\"{{(await new ScalarsClient(api).FindAsync()).{member}}}\");");

        Assert.That(text, Is.EqualTo(expected));
    }

    [TestCase("""{"parts":"many","id":"x"}""", "Parts", "parts")]
    [TestCase("""{"parts":"3000000000","id":"x"}""", "Parts", "parts")]
    [TestCase("""{"parts":{"sum":3},"id":"x"}""", "Parts", "parts")]
    [TestCase("""{"count":"a lot","id":"x"}""", "Count", "count")]
    [TestCase("""{"money":"free","id":"x"}""", "Money", "money")]
    [TestCase("""{"price":false,"id":"x"}""", "Price", "price")]
    [TestCase("""{"moment":999999999999999999,"id":"x"}""", "Moment", "moment")]
    [TestCase("""{"moment":"yesterday","id":"x"}""", "Moment", "moment")]
    [TestCase("""{"signed":"yesterday","id":"x"}""", "Signed", "signed")]
    [TestCase("""{"signed":"999999999999999","id":"x"}""", "Signed", "signed")]
    [TestCase("""{"day":"31/12/2024","id":"x"}""", "Day", "day")]
    [TestCase("""{"seconds":"long","id":"x"}""", "Seconds", "seconds")]
    [TestCase("""{"lifetime":"99999999999","id":"x"}""", "Lifetime", "lifetime")]
    [TestCase("""{"url":{"href":"x"},"id":"x"}""", "Url", "url")]
    [TestCase("""{"part":"none","id":"x"}""", "Part", "part")]
    [TestCase("""{"part":{"size":1,"name":"a","weight":"heavy"},"id":"x"}""", "Part!.Weight", "weight")]
    [TestCase("""{"part":{"size":"big","name":"a"},"id":"x"}""", "Part!.Size", "size")]
    [TestCase("""{"part":{"size":1,"name":{}},"id":"x"}""", "Part!.Name", "name")]
    public async Task An_optional_value_of_another_type_is_kept_with_the_unknown_fields_and_costs_nothing_else(string json, string member, string field)
    {
        Wire.Reply(json);

        var values = await RunAsync($$"""
            var values = await new ScalarsClient(api).FindAsync();
            return string.Join(' ', values.{{member}} is null, values.Id, values.{{(member.StartsWith("Part!", StringComparison.Ordinal) ? "Part!." : string.Empty)}}AdditionalProperties["{{field}}"].ToString(Newtonsoft.Json.Formatting.None));
            """);

        Assert.That(values, Is.EqualTo($"True x {Newtonsoft.Json.Linq.JObject.Parse(json).SelectToken("$.." + field)!.ToString(Newtonsoft.Json.Formatting.None)}"));
    }

    [TestCase("""{"parts":["many"],"id":"x"}""")]
    [TestCase("""{"parts":[{"sum":3}],"id":"x"}""")]
    public async Task An_optional_value_in_a_list_of_its_own_costs_nothing_else(string json)
    {
        Wire.Reply(json);

        Assert.That(await RunAsync("var values = await new ScalarsClient(api).FindAsync(); return string.Join(' ', values.Parts is null, values.Id);"), Is.EqualTo("True x"));
    }

    [TestCase("Seconds = TimeSpan.FromSeconds(1.5)", "seconds must be a whole number of seconds, but is 1.5. Round it, for example to 2.")]
    [TestCase("Minutes = TimeSpan.FromSeconds(90)", "minutes must be a whole number of minutes, but is 1.5. Round it, for example to 2.")]
    [TestCase("Millis = TimeSpan.FromTicks(1)", "millis must be a whole number of milliseconds, but is 0.0001. Round it, for example to 1.")]
    [TestCase("TextSeconds = TimeSpan.FromSeconds(-1.5)", "text_seconds must be a whole number of seconds, but is -1.5. Round it, for example to -1.")]
    [TestCase("Hours = TimeSpan.FromMinutes(30)", "hours must be a whole number of hours, but is 0.5. Round it, for example to 1.")]
    [TestCase("Lifetime = TimeSpan.FromHours(36)", "lifetime must be a whole number of days, but is 1.5. Round it, for example to 2.")]
    [TestCase("Waits = { TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(0.5) }", "waits[1] must be a whole number of seconds, but is 0.5. Round it, for example to 1.")]
    [TestCase("Breaks = { [\"lunch\"] = TimeSpan.FromSeconds(0.5) }", "breaks.lunch must be a whole number of seconds, but is 0.5. Round it, for example to 1.")]
    public async Task A_duration_that_the_spec_counts_in_whole_units_is_not_cut(string initializer, string message)
    {
        Assert.That((await RefusalAsync($"await new ScalarsClient(api).SaveAsync(new Values {{ {initializer} }});")).Message, Does.Contain(message));
    }

    [TestCase("Wait = TimeSpan.FromMilliseconds(1500)", "Wait must be a whole number of seconds, but is 1.5. Round it, for example to 2.")]
    [TestCase("Waits = [TimeSpan.FromMilliseconds(1500)]", "Waits[0] must be a whole number of seconds, but is 1.5. Round it, for example to 2.")]
    public async Task Nor_is_one_in_a_parameter(string arguments, string message)
    {
        Assert.That((await RefusalAsync($"await new ScalarsClient(api).FindAsync(new() {{ {arguments} }});")).Message, Does.Contain(message));
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
        Assert.That(values.GetProperty("Parts")!.PropertyType, Is.EqualTo(typeof(int?)));
        Assert.That(values.GetProperty("Signed")!.PropertyType, Is.EqualTo(typeof(DateTimeOffset?)));
        Assert.That(values.GetProperty("Hours")!.PropertyType, Is.EqualTo(typeof(TimeSpan?)));
        Assert.That(values.GetProperty("Link")!.PropertyType, Is.EqualTo(typeof(Uri)));
        Assert.That(values.GetProperty("Url")!.PropertyType, Is.EqualTo(typeof(Uri)));
    }
}
