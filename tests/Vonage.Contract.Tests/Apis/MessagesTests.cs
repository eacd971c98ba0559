using Newtonsoft.Json.Linq;
using Vonage.Contract.Tests.Apis.Voice;
using Vonage.Core;
using Vonage.Messages;

namespace Vonage.Contract.Tests.Apis;

/// <summary>What the Messages client adds to its operations.</summary>
public class MessagesTests : SimulatedApi
{
    [Test]
    public async Task The_sandbox_has_its_own_host()
    {
        var sent = await Vonage.Messages.SendToSandboxAsync(new WhatsAppTextMessage("14157386102", "447700900000", "Hello"));

        Assert.That(sent.MessageUuid, Is.Not.Empty);
        var request = Simulator.Requests.Single();
        Assert.That((request.Operation, request.Host), Is.EqualTo(("messages.send", "messages-sandbox.nexmo.com")));
    }

    [Test]
    public async Task The_sandbox_keeps_the_rules()
    {
        var error = await Thrown.By<InvalidRequestException>(() => Vonage.Messages.SendToSandboxAsync(new SmsTextMessage("ACME", "07700 900000", "Hello")));

        Assert.That((error.Operation, error.Field), Is.EqualTo(("Messages.send", "to")));
    }

    [Test]
    public async Task Numbers_in_international_format_are_sent_as_digits_and_everything_else_as_it_is()
    {
        await Vonage.Messages.SendAsync(new SmsTextMessage("+44 7700 900001", "0044 7700 900000", "Hello"));
        await Vonage.Messages.SendAsync(new WhatsAppTextMessage("+447700900001", "US.13491208655302741918", "Hello"));

        Assert.That(Simulator.Requests.Select(r => ((string?)r.Json!["from"], (string?)r.Json["to"])), Is.EqualTo(new (string?, string?)[]
        {
            ("447700900001", "447700900000"), ("447700900001", "US.13491208655302741918"),
        }));
    }

    [Test]
    public async Task Text_that_the_encoding_cannot_carry_is_refused()
    {
        var message = new SmsTextMessage("ACME", "447700900000", "こんにちは") { Sms = new() { EncodingType = SmsEncodingType.Text } };

        var error = await Thrown.By<InvalidRequestException>(() => Vonage.Messages.SendAsync(message));
        Assert.That((error.Field, error.Rule), Is.EqualTo(("text", "contains a character that is not in the GSM alphabet and would arrive as another one. Set sms.encoding_type to unicode or auto, or leave it unset.")));

        message.Sms.EncodingType = SmsEncodingType.Auto;
        await Vonage.Messages.SendAsync(message);
    }

    private static IEnumerable<TestCaseData> Contents()
    {
        yield return Case("location", new WhatsAppLocationContent(40.34772m, -74.18847m) { Name = "Vonage", Address = "23 Main St" },
            """{"type":"location","location":{"latitude":40.34772,"longitude":-74.18847,"name":"Vonage","address":"23 Main St"}}""");
        yield return Case("contacts", new WhatsAppContactsContent { Contacts = { new() { Name = new() { FormattedName = "Bob Smith", FirstName = "Bob" }, Phones = { new() { Phone = "+447700900000", Type = WhatsAppContactType.Home } } } } },
            """{"type":"contacts","contacts":[{"name":{"formatted_name":"Bob Smith","first_name":"Bob"},"phones":[{"phone":"+447700900000","type":"home"}]}]}""");
        yield return Case("buttons", new WhatsAppInteractiveContent(Buttons()),
            """{"type":"interactive","interactive":{"type":"button","body":{"text":"Is 10 o'clock fine?"},"action":{"buttons":[{"type":"reply","reply":{"id":"yes","title":"Yes"}},{"type":"reply","reply":{"id":"no","title":"No"}}]}}}""");
        yield return Case("list", new WhatsAppInteractiveContent(List()),
            """{"type":"interactive","interactive":{"type":"list","header":{"type":"text","text":"Dates"},"body":{"text":"When?"},"footer":{"text":"ACME"},"action":{"button":"Choose","sections":[{"title":"Mornings","rows":[{"id":"9","title":"9 o'clock"}]},{"title":"Afternoons","rows":[{"id":"15","title":"3 o'clock","description":"With Dr Smith"}]}]}}}""");
        yield return Case("product", new WhatsAppInteractiveContent(new WhatsAppProductInteraction("catalog_1", "product_1")),
            """{"type":"interactive","interactive":{"type":"product","action":{"catalog_id":"catalog_1","product_retailer_id":"product_1"}}}""");
        yield return Case("products", new WhatsAppInteractiveContent(Products()),
            """{"type":"interactive","interactive":{"type":"product_list","header":{"type":"text","text":"Our range"},"body":{"text":"Back in stock"},"action":{"catalog_id":"catalog_1","sections":[{"product_items":[{"product_retailer_id":"product_1"}]}]}}}""");
        yield return Case("catalog", new WhatsAppInteractiveContent(new WhatsAppCatalogInteraction(new("Have a look"), new())),
            """{"type":"interactive","interactive":{"type":"catalog_message","body":{"text":"Have a look"},"action":{"name":"catalog_message"}}}""");
        yield return Case("an unknown type", new UnknownWhatsAppContent("pin") { AdditionalProperties = { ["pin"] = new JObject { ["message_id"] = "1" } } },
            """{"type":"pin","pin":{"message_id":"1"}}""");
        yield return Case("an unknown interaction", new WhatsAppInteractiveContent(new UnknownWhatsAppInteraction("location_request_message") { Body = new("Where are you?"), AdditionalProperties = { ["action"] = new JObject { ["name"] = "send_location" } } }),
            """{"type":"interactive","interactive":{"type":"location_request_message","body":{"text":"Where are you?"},"action":{"name":"send_location"}}}""");

        static TestCaseData Case(string name, WhatsAppContent content, string json) => new TestCaseData(content, json).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Contents))]
    public async Task WhatsApp_content_is_sent_in_WhatsApps_format(WhatsAppContent content, string json)
    {
        await Vonage.Messages.SendAsync(new WhatsAppCustomMessage("447700900001", "447700900000", content));

        var request = Simulator.Requests.Single();
        Assert.That(request.Violations, Is.Empty);
        Json.AssertEqual(request.Json!["custom"]!.ToJsonString(), json);
    }

    private static IEnumerable<TestCaseData> Broken()
    {
        yield return Case(null, "custom is required");
        yield return Case(Buttons(b => b.Buttons.Clear()), "custom.interactive.action.buttons must contain 1 to 3 items, but contains 0.");
        yield return Case(Buttons(b => { b.Buttons.Add(new("3", "3")); b.Buttons.Add(new("4", "4")); }), "custom.interactive.action.buttons must contain 1 to 3 items, but contains 4.");
        yield return Case(Buttons(b => b.Buttons[1].Title = "Yes"), "custom.interactive.action.buttons must have different titles.");
        yield return Case(Buttons(b => b.Buttons[1].Id = "yes"), "custom.interactive.action.buttons must have different IDs.");
        yield return Case(Buttons(b => b.Buttons[1].Title = new string('x', 21)), "custom.interactive.action.buttons[1].reply.title must have 1 to 20 characters, but has 21.");
        yield return Case(Buttons(b => b.Buttons[1].Id = new string('x', 257)), "custom.interactive.action.buttons[1].reply.id must have 1 to 256 characters, but has 257.");
        yield return Case(Buttons(b => b.Body = new(new string('x', 1025))), "custom.interactive.body.text must have 0 to 1024 characters, but has 1025.");
        yield return Case(Buttons(b => b.Footer = new(new string('x', 61))), "custom.interactive.footer.text must have 1 to 60 characters, but has 61.");
        yield return Case(Buttons(b => b.Header = new WhatsAppTextHeader(new string('x', 61))), "custom.interactive.header.text must have 1 to 60 characters, but has 61.");
        yield return Case(Buttons(b => b.Header = new WhatsAppImageHeader()), "custom.interactive.header.image is required");
        yield return Case(List(l => l.Body = null), "custom.interactive.body is required");
        yield return Case(List(l => l.Body = new(new string('x', 4097))), "custom.interactive.body.text must have 1 to 4096 characters, but has 4097.");
        yield return Case(List(l => l.Button = new string('x', 21)), "custom.interactive.action.button must have 1 to 20 characters, but has 21.");
        yield return Case(List(l => l.Sections[1].Title = null), "custom.interactive.action.sections[1].title is required if there are several sections.");
        yield return Case(List(l => l.Sections[1].Rows[0].Id = "9"), "custom.interactive.action.sections must have different IDs.");
        yield return Case(List(l => l.Sections[1].Rows[0].Title = new string('x', 25)), "custom.interactive.action.sections[1].rows[0].title must have 1 to 24 characters, but has 25.");
        yield return Case(List(l => l.Sections[1].Rows[0].Description = new string('x', 73)), "custom.interactive.action.sections[1].rows[0].description must have 0 to 72 characters, but has 73.");
        yield return Case(List(l => l.Sections[0].Rows = [.. Enumerable.Range(100, 10).Select(i => new WhatsAppListRow($"{i}", $"{i}"))]), "custom.interactive.action.sections must contain up to 10 rows in total, but contains 11.");
        yield return Case(Products(p => p.Header = null!), "custom.interactive.header is required");
        yield return Case(Products(p => { p.Sections[0].Title = "A"; p.Sections.Add(new() { Title = "B", ProductItems = [.. Enumerable.Range(0, 30).Select(i => new WhatsAppProductItem($"{i}"))] }); }), "custom.interactive.action.sections must contain up to 30 products in total, but contains 31.");
        yield return Case(new WhatsAppLocationContent(91, 0), "custom.location.latitude must be -90 to 90, but is 91.");
        yield return Case(new WhatsAppContactsContent(), "custom.contacts must contain at least 1 item, but contains 0.");
        yield return Case(new WhatsAppContactsContent { Contacts = { new() { Name = new() { FormattedName = "Bob" } } } }, "custom.contacts[0].name must contain another part of the name");

        static TestCaseData Case(object? content, string message) =>
            new TestCaseData(content is WhatsAppInteraction interaction ? new WhatsAppInteractiveContent(interaction) : content, message).SetArgDisplayNames(message);
    }

    [TestCaseSource(nameof(Broken))]
    public async Task WhatsApps_limits_are_checked_before_sending(WhatsAppContent? content, string message)
    {
        var error = await Thrown.By<InvalidRequestException>(() => Vonage.Messages.SendAsync(new WhatsAppCustomMessage("447700900001", "447700900000") { Custom = content! }));

        Assert.That(error.Message, Does.StartWith("Messages.send: " + message));
        Assert.That(Simulator.Requests, Is.Empty);
    }

    [Test]
    public async Task A_list_may_have_a_longer_text() =>
        await Vonage.Messages.SendAsync(new WhatsAppCustomMessage("447700900001", "447700900000", new WhatsAppInteractiveContent(List(l => l.Body = new(new string('x', 4096))))));

    private static WhatsAppButtonsInteraction Buttons(Action<WhatsAppButtonsInteraction>? change = null) =>
        Changed(new(new("Is 10 o'clock fine?")) { Buttons = { new("yes", "Yes"), new("no", "No") } }, change);

    private static WhatsAppListInteraction List(Action<WhatsAppListInteraction>? change = null) => Changed(new(new("When?"), "Choose")
    {
        Header = new("Dates"),
        Footer = new("ACME"),
        Sections =
        {
            new() { Title = "Mornings", Rows = { new("9", "9 o'clock") } },
            new() { Title = "Afternoons", Rows = { new("15", "3 o'clock") { Description = "With Dr Smith" } } },
        },
    }, change);

    private static WhatsAppProductListInteraction Products(Action<WhatsAppProductListInteraction>? change = null) =>
        Changed(new(new("Our range"), new("Back in stock"), "catalog_1") { Sections = { new() { ProductItems = { new("product_1") } } } }, change);

    private static T Changed<T>(T value, Action<T>? change)
    {
        change?.Invoke(value);
        return value;
    }
}
