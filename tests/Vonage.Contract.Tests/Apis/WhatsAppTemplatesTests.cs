using Vonage.Messages;
using Vonage.Testing;
using Vonage.WhatsAppTemplates;

namespace Vonage.Contract.Tests.Apis;

public class WhatsAppTemplatesTests : SimulatedApi
{
    private const string Waba = VonageSimulator.WabaId;

    private static IEnumerable<TestCaseData> Broken()
    {
        yield return Rule("capital letters in the name", "name must consist of lowercase letters", t => t.Name = "Parcel");
        yield return Rule("no name", "name", t => t.Name = null!);
        yield return Rule("a long name", "name", t => t.Name = new string('a', 513));
        yield return Rule("no language", "language", t => t.Language = null!);
        yield return Rule("no category", "category", t => t.Category = null);
        yield return Rule("no body", "components must contain a component of type BODY", t => t.Components.Clear());
        yield return Rule("two bodies", "components must not contain more than one component of type BODY", t => t.Components.Add(new BodyTemplateComponent("again")));
        yield return Rule("two headers", "more than one component of type HEADER", t => Add(t, new TextHeaderTemplateComponent("one"), new ImageHeaderTemplateComponent("two")));
        yield return Rule("a body without text", "components[0].text is required", t => Only(t, new BodyTemplateComponent()));
        yield return Rule("a long body", "components[0].text", t => Only(t, new BodyTemplateComponent(new string('a', 1025))));
        yield return Rule("placeholders without examples", "components[0].example.body_text must contain one list with 2 values", t => Only(t, new BodyTemplateComponent("{{1}} and {{2}}")));
        yield return Rule("too few examples", "components[0].example.body_text must contain one list with 2 values", t => Only(t, new BodyTemplateComponent("{{1}} and {{2}}, {{1}}", "one")));
        yield return Rule("examples without placeholders", "components[0].example.body_text must not be set", t => Only(t, new BodyTemplateComponent("Hello", "one")));
        yield return Rule("a gap", "components[0].text must number its placeholders from {{1}} without a gap; {{2}} is missing", t => Only(t, new BodyTemplateComponent("{{1}} and {{3}}", "one", "two")));
        yield return Rule("a gap beside a name", "components[0].text must number its placeholders from {{1}} without a gap; {{1}} is missing", t => Only(t, new BodyTemplateComponent("{{2}} and {{name}}", "one", "two")));
        yield return Rule("a number after a gap", "components[0].text must number its placeholders from {{1}} without a gap; {{1}} is missing", t => Only(t, new BodyTemplateComponent("{{12345}}", "one")));
        yield return Rule("an empty example", "components[0].example.body_text[0][1] is required", t => Only(t, new BodyTemplateComponent("{{1}} and {{2}}", "one", " ")));
        yield return Rule("a gap in the header", "components[1].text must number its placeholders", t => Add(t, new TextHeaderTemplateComponent("{{2}}")));
        yield return Rule("a URL with two placeholders", "components[1].buttons[0].url must not contain a placeholder except {{1}} at its end", t => Button(t, new UrlTemplateButton("Track", "https://example.com/{{1}}/{{2}}")));
        yield return Rule("a URL with a placeholder within", "components[1].buttons[0].url must not contain a placeholder except {{1}} at its end", t => Button(t, new UrlTemplateButton("Track", "https://example.com/{{1}}/track")));
        yield return Rule("a long header", "components[1].text", t => Add(t, new TextHeaderTemplateComponent(new string('a', 61))));
        yield return Rule("two placeholders in the header", "components[1].text must not contain more than one placeholder", t => Add(t, new TextHeaderTemplateComponent("{{1}} {{2}}")));
        yield return Rule("an image without a sample", "components[1].example.header_handle", t => Add(t, new ImageHeaderTemplateComponent()));
        yield return Rule("a placeholder in the footer", "components[1].text must not contain placeholders", t => Add(t, new FooterTemplateComponent("Yours, {{1}}")));
        yield return Rule("no buttons", "components[1].buttons", t => Add(t, new ButtonsTemplateComponent()));
        yield return Rule("eleven buttons", "components[1].buttons", t => Add(t, new ButtonsTemplateComponent { Buttons = [.. Enumerable.Repeat(new QuickReplyTemplateButton("Yes"), 11)] }));
        yield return Rule("a button without text", "components[1].buttons[0].text", t => Button(t, new QuickReplyTemplateButton()));
        yield return Rule("a button with a long text", "components[1].buttons[0].text", t => Button(t, new QuickReplyTemplateButton(new string('a', 26))));
        yield return Rule("a button without a URL", "components[1].buttons[0].url", t => Button(t, new UrlTemplateButton("Track")));
        yield return Rule("a button without a number", "components[1].buttons[0].phone_number", t => Button(t, new PhoneTemplateButton("Call us")));
        yield return Rule("a one-tap button without an app", "components[1].buttons[0].package_name", t => Button(t, new OtpTemplateButton(OtpButtonType.OneTap) { AutofillText = "Fill" }));
        yield return Rule("a flow by ID and name", "components[1].buttons[0].flow_id", t => Button(t, new FlowTemplateButton("Start") { FlowId = "1", FlowName = "one" }));
        yield return Rule("no flow", "components[1].buttons[0].flow_id", t => Button(t, new FlowTemplateButton("Start")));
    }

    [TestCaseSource(nameof(Broken))]
    public async Task A_template_against_the_rules_is_not_sent(string part, Action<CreateMessageTemplateRequest> change)
    {
        var request = Parcel();
        change(request);

        var error = await Assert.ThrowsAsync<Core.InvalidRequestException>(() => Vonage.WhatsAppTemplates.CreateAsync(Waba, request));

        Assert.That(error!.Message, Does.Contain(part));
        Assert.That(Simulator.Requests, Is.Empty);
    }

    [TestCase("Hello {{name}}")]
    [TestCase("Hello {{")]
    [TestCase("Hello {{}}")]
    public async Task Other_placeholders_are_for_the_API_to_check(string text)
    {
        var created = await Vonage.WhatsAppTemplates.CreateAsync(Waba, new("hello", "en", MessageTemplateCategory.Marketing) { Components = { new BodyTemplateComponent(text) } });

        Assert.That(((BodyTemplateComponent)(await Vonage.WhatsAppTemplates.GetAsync(Waba, created.Id)).Components[0]).Text, Is.EqualTo(text));
    }

    [Test]
    public async Task A_template_is_created_reviewed_replaced_and_deleted()
    {
        var heard = new Heard();
        var created = await Vonage.WhatsAppTemplates.CreateAsync(Waba, Parcel());

        var reviewed = await Vonage.WhatsAppTemplates.WaitForReviewAsync(Waba, created.Id, new() { PollInterval = TimeSpan.FromMilliseconds(1), Progress = heard });
        Assert.That(heard.All, Is.EqualTo([MessageTemplateStatus.Pending, MessageTemplateStatus.Approved]));
        Assert.That((reviewed.Id, reviewed.Name, reviewed.Language, reviewed.Category), Is.EqualTo((created.Id, "parcel", "en", MessageTemplateCategory.Utility)));

        await Vonage.WhatsAppTemplates.UpdateAsync(Waba, created.Id, new("parcel", "en", MessageTemplateCategory.Utility) { Components = { new BodyTemplateComponent("New") } });
        var changed = await Vonage.WhatsAppTemplates.GetAsync(Waba, created.Id);
        Assert.That((changed.Status, ((BodyTemplateComponent)changed.Components.Single()).Text), Is.EqualTo(((MessageTemplateStatus?)MessageTemplateStatus.Pending, "New")));

        await Vonage.WhatsAppTemplates.DeleteAsync(Waba, "parcel");
        await FailingAsync(() => Vonage.WhatsAppTemplates.GetAsync(Waba, created.Id), 404);
        await FailingAsync(() => Vonage.WhatsAppTemplates.DeleteAsync(Waba, "parcel"), 404);
        await FailingAsync(() => Vonage.WhatsAppTemplates.CreateAsync("1", Parcel()), 404);
    }

    [TestCase("""{"id":"1"}""")]
    [TestCase("""{"id":"1","status":null}""")]
    [TestCase("""{"id":"1","status":"pending"}""")]
    public async Task A_status_that_is_missing_or_in_lower_case_is_not_the_end_of_the_review(string reply)
    {
        var created = await Vonage.WhatsAppTemplates.CreateAsync(Waba, Parcel());
        Simulator.Respond("whatsapp-templates.get", new Simulation.SimulatedResponse { StatusCode = 200, Body = reply, ContentType = "application/json" });

        var reviewed = await Vonage.WhatsAppTemplates.WaitForReviewAsync(Waba, created.Id, new() { PollInterval = TimeSpan.FromMilliseconds(1) });

        Assert.That((reviewed.Id, reviewed.Status), Is.EqualTo((created.Id, (MessageTemplateStatus?)MessageTemplateStatus.Approved)));
    }

    [Test]
    public void The_time_between_two_requests_is_checked() =>
        Assert.That(() => new WaitForReviewOptions { PollInterval = TimeSpan.Zero }, Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("PollInterval"));

    [TestCase("")]
    [TestCase(null)]
    [TestCase("image")]
    public async Task A_file_without_a_type_is_not_uploaded(string? type)
    {
        var error = await Assert.ThrowsAsync<Core.InvalidRequestException>(() => Vonage.WhatsAppTemplates.UploadMediaAsync(new MemoryStream([1]), type!));
        Assert.That(error!.Field, Is.EqualTo("file_type"));
        Assert.That(Simulator.Requests, Is.Empty);
    }

    [Test]
    public async Task An_upload_without_a_handle_cannot_be_used()
    {
        Simulator.Respond("whatsapp-templates.uploadMedia", new Simulation.SimulatedResponse { StatusCode = 200, Body = "{}", ContentType = "application/json" });
        var error = await FailingAsync(() => Vonage.WhatsAppTemplates.UploadMediaAsync(new MemoryStream([1]), "image/png"), 200);
        Assert.That(error.Message, Does.Contain("lacks the field 'h'"));
    }

    [Test]
    public async Task Templates_are_listed_in_pages_and_by_filters()
    {
        for (var i = 0; i < 60; i++)
            await Vonage.WhatsAppTemplates.CreateAsync(Waba, new($"parcel_{i}", i % 2 == 0 ? "en" : "de", MessageTemplateCategory.Utility) { Components = { new BodyTemplateComponent($"Text {i}.") } });

        var all = await AllAsync(Vonage.WhatsAppTemplates.ListAsync(Waba));
        Assert.That(all.Select(template => template.Name).Distinct().Count(), Is.EqualTo(60));
        Assert.That(Simulator.Requests.Count(r => r.Operation == "whatsapp-templates.list"), Is.EqualTo(3), "25 a page");
        Assert.That((await AllAsync(Vonage.WhatsAppTemplates.ListAsync(Waba, new() { Language = "de", PageSize = 7 }))).Select(template => template.Language), Is.EqualTo(Enumerable.Repeat("de", 30)));
        Assert.That((await AllAsync(Vonage.WhatsAppTemplates.ListAsync(Waba, new() { Content = "text 5." }))).Single().Name, Is.EqualTo("parcel_5"));
        Assert.That(await AllAsync(Vonage.WhatsAppTemplates.ListAsync(Waba, new() { Status = MessageTemplateStatus.Pending })), Is.Empty, "all were read");

        var page = await Vonage.WhatsAppTemplates.ListAsync(Waba, new() { PageSize = 5, BeforeCursor = all[10].Id }).AsPages().FirstAsync();
        Assert.That(page.Items.Select(template => template.Name), Is.EqualTo(Enumerable.Range(5, 5).Select(i => $"parcel_{i}")));
    }

    [Test]
    public async Task One_language_of_a_template_is_deleted()
    {
        var english = await Vonage.WhatsAppTemplates.CreateAsync(Waba, Parcel());
        var german = Parcel();
        german.Language = "de";
        var other = await Vonage.WhatsAppTemplates.CreateAsync(Waba, german);
        await FailingAsync(() => Vonage.WhatsAppTemplates.CreateAsync(Waba, german), 422);

        await Vonage.WhatsAppTemplates.DeleteAsync(Waba, "parcel", english.Id);

        Assert.That((await AllAsync(Vonage.WhatsAppTemplates.ListAsync(Waba))).Select(template => template.Id), Is.EqualTo([other.Id]));
    }

    [Test]
    public async Task Settings_that_the_reference_does_not_name_are_sent_and_read()
    {
        var created = await Vonage.WhatsAppTemplates.CreateAsync(Waba, new("code", "en", MessageTemplateCategory.Authentication) { Components = { new BodyTemplateComponent { AdditionalProperties = { ["add_security_recommendation"] = true } } } });

        var template = await Vonage.WhatsAppTemplates.GetAsync(Waba, created.Id);

        Assert.That((bool?)template.Components.Single().AdditionalProperties["add_security_recommendation"], Is.True);
    }

    [Test]
    public async Task A_handle_must_be_that_of_an_uploaded_file()
    {
        var error = await FailingAsync(() => Vonage.WhatsAppTemplates.CreateAsync(Waba, new("offer", "en", MessageTemplateCategory.Marketing) { Components = { new ImageHeaderTemplateComponent("4:unknown"), new BodyTemplateComponent("Our offer") } }), 422);

        Assert.That(error.Message, Does.Contain("components[0].example.header_handle"));
    }

    [Test]
    public async Task A_message_with_a_template_in_review_is_rejected()
    {
        Simulator.Webhooks.MessageStatus = new("http://127.0.0.1:9/status");
        var created = await Vonage.WhatsAppTemplates.CreateAsync(Waba, Parcel());
        await SendAsync();
        await Vonage.WhatsAppTemplates.WaitForReviewAsync(Waba, created.Id, new() { PollInterval = TimeSpan.FromMilliseconds(1) });
        await SendAsync();

        Assert.That(Simulator.Webhooks.Sent.Select(sent => (string?)Newtonsoft.Json.Linq.JObject.Parse(sent.Payload)["status"]), Is.EqualTo(["rejected", "submitted", "delivered"]));

        async Task SendAsync()
        {
            await Vonage.Messages.SendAsync(new WhatsAppTemplateMessage("447700900001", "447700900000", new("parcel"), new("en")));
            await Simulator.Webhooks.SettleAsync();
        }
    }

    private static CreateMessageTemplateRequest Parcel() => new("parcel", "en", MessageTemplateCategory.Utility) { Components = { new BodyTemplateComponent("Your parcel is due today.") } };

    private static TestCaseData Rule(string name, string part, Action<CreateMessageTemplateRequest> change) => new TestCaseData(part, change).SetArgDisplayNames(name);

    private static void Add(CreateMessageTemplateRequest template, params ReadOnlySpan<TemplateComponent> components)
    {
        foreach (var component in components)
            template.Components.Add(component);
    }

    private static void Only(CreateMessageTemplateRequest template, TemplateComponent component) => template.Components = [component];

    private static void Button(CreateMessageTemplateRequest template, TemplateButton button) => Add(template, new ButtonsTemplateComponent { Buttons = { button } });

    private sealed class Heard : IProgress<MessageTemplate>
    {
        public List<MessageTemplateStatus?> All { get; } = [];

        public void Report(MessageTemplate value) => All.Add(value.Status);
    }
}
