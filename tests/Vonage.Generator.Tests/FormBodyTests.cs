using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

internal sealed class FormBodyTests() : GeneratedTest("Vonage.Bodies")
{
    [Test]
    public async Task Every_kind_of_value_is_written_as_the_spec_documents_it()
    {
        await RunAsync("""
            await new BodiesClient(api).SendFormAsync(new FormOrder
            {
                To = { "1", "2" },
                Text = "Grüße & 100 % = gut",
                Count = 3,
                Price = 0.10m,
                Money = 12.3400m,
                Flag = false,
                Kind = OrderKind.Large,
                Kinds = { OrderKind.Small, "huge" },
                Sizes = { 4, 5 },
                Waits = { TimeSpan.FromSeconds(6), TimeSpan.FromMinutes(1) },
                Ttl = TimeSpan.FromSeconds(7.5),
                At = new DateTimeOffset(2024, 5, 1, 10, 0, 0, TimeSpan.FromHours(2)),
                Sent = new DateTimeOffset(2024, 5, 1, 10, 0, 0, TimeSpan.FromHours(2)),
                Day = new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.FromHours(2)),
                Callback = new Uri("https://example.com/a?b=c"),
                Reference = "42",
                AdditionalProperties = { ["future-field"] = "x", ["future-flag"] = true },
            });
            """);

        Assert.That(Sent.Body.Split('&').Select(field => Uri.UnescapeDataString(field.Replace('+', ' '))), Is.EqualTo((string[])
        [
            "format=json", "urgent=true", "to=1", "to=2", "text=Grüße & 100 % = gut", "count=3", "price=0.10", "money=12.3400", "flag=false", "kind=large",
            "kinds=small", "kinds=huge", "sizes=4", "sizes=5", "waits=6", "waits=60", "ttl=7500", "at=2024-05-01T08:00:00Z", "sent=2024-05-01 08:00:00", "day=2024-05-01",
            "callback=https://example.com/a?b=c", "reference=42", "future-field=x", "future-flag=true",
        ]));
        Assert.That(Sent.Headers.ContentType.ToString(), Does.StartWith("application/x-www-form-urlencoded"));
    }

    [Test]
    public async Task Values_are_escaped()
    {
        await RunAsync("""await new BodiesClient(api).SendFormAsync(new FormOrder { To = { "a&b=c" }, Text = "ü" });""");

        Assert.That(Sent.Body, Does.Contain("&to=a%26b%3Dc&text=%C3%BC"));
    }

    [Test]
    public async Task Unset_fields_are_not_on_the_wire_and_fields_of_one_value_write_themselves()
    {
        await RunAsync("""await new BodiesClient(api).SendFormAsync(new FormOrder { To = { "1" } });""");

        Assert.That(Sent.Body, Is.EqualTo("format=json&urgent=true&to=1"));
    }

    [Test]
    public async Task A_path_parameter_of_one_value_writes_itself()
    {
        await RunAsync("""await new BodiesClient(api).SendFormAsync(new FormOrder { To = { "1" } });""");

        Assert.That(Sent.Target, Is.EqualTo("/form/x%20y"));
    }

    [Test]
    public async Task The_rules_of_a_form_are_checked()
    {
        var error = await RefusalAsync("await new BodiesClient(api).SendFormAsync(new FormOrder());");

        Assert.That(error.Message, Does.StartWith("Bodies.sendForm: to must contain 1 to 3 items, but contains 0."));
    }
}
