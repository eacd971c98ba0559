using Microsoft.Playwright;
using Vonage.Messages;
using Vonage.Page.Tests.Support;
using Vonage.Voice;

namespace Vonage.Page.Tests;

/// <summary>What a person does on the page, and what the application sees of it.</summary>
internal sealed class PageTests : PageTest
{
    [Test]
    public async Task A_message_appears_as_it_is_sent_with_its_parts_and_its_status()
    {
        await OpenAsync();

        await SendSmsAsync($"Hello {new string('x', 200)}");

        var message = Page.Locator(".message");
        await Expect(message.Locator(".bubble")).ToContainTextAsync("Hello xxx");
        await Expect(message.Locator(".meta")).ToContainTextAsync("2 parts, text");
        await Expect(message.Locator(".tick")).ToContainTextAsync("delivered");
    }

    [TestCase("<img src=x onerror=alert(1)><script>alert(2)</script>")]
    [TestCase("\" onfocus=\"alert(3)\" autofocus x=\"")]
    [TestCase("{{7*7}} ${7*7} <!-- </main> & &lt;b&gt;")]
    [TestCase("שלום עולם 👋🏽 مرحبا")]
    public async Task A_hostile_text_is_text(string text)
    {
        await OpenAsync();

        await Client.Messages.SendAsync(new SmsTextMessage { From = "ACME", To = "447700900000", Text = text });

        await Expect(Page.Locator(".bubble p")).ToHaveTextAsync(text);
        await Expect(Page.Locator(".row .text")).ToHaveTextAsync(text);
        Assert.That(await Page.Locator("main script, main img").CountAsync(), Is.Zero);
    }

    [Test]
    public async Task A_person_answers_presses_a_key_and_hears_the_applications_reply()
    {
        Application.Answers["/menu"] = """[{"action":"talk","text":"You are through to sales."},{"action":"input","type":["speech"]}]""";
        Simulator.Webhooks.CallEvent = Application.At("/event");
        await OpenAsync("/?view=phone");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Ring until I answer here" }).ClickAsync();
        await Expect(Page.Locator(".switch button[aria-pressed=true]")).ToBeVisibleAsync();

        await Client.Voice.CreateCallAsync(new CreateCallRequest
        {
            From = new PhoneEndpoint("447700900001"),
            To = { new PhoneEndpoint("447700900000") },
            Ncco = Ncco.Create().Talk("Press 1 for sales").Input(input => input.Dtmf(maxDigits: 1).PostTo(Application.At("/menu"))).Talk("Goodbye"),
        });
        await Page.GetByRole(AriaRole.Button, new() { Name = "Answer", Exact = true }).ClickAsync();
        await Expect(Page.Locator(".timeline .now")).ToContainTextAsync("waits for dtmf");
        await Page.GetByRole(AriaRole.Button, new() { Name = "1", Exact = true }).ClickAsync();

        await Expect(Page.Locator(".timeline .person").Last).ToContainTextAsync("pressed 1");
        await Expect(Page.Locator(".timeline .action", new() { HasText = "You are through to sales." })).ToBeVisibleAsync();
        await Page.GetByPlaceholder("Say something").FillAsync("A person, please");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Say" }).ClickAsync();
        await Expect(Page.Locator(".timeline .person").Last).ToContainTextAsync("A person, please");
        Assert.That(Application.Read<InputEvent>("/menu")[0].Dtmf?.Digits, Is.EqualTo("1"));
    }

    [Test]
    public async Task A_person_rejects_a_call()
    {
        Simulator.Webhooks.Outcomes.Calls["*"] = CallOutcome.Ringing;
        Simulator.Webhooks.CallEvent = Application.At("/event");
        await OpenAsync("/?view=phone");
        await Client.Voice.CreateCallAsync(new CreateCallRequest { From = new PhoneEndpoint("447700900001"), To = { new PhoneEndpoint("447700900000") }, Ncco = Ncco.Create().Talk("Hello") });

        await Page.GetByRole(AriaRole.Button, new() { Name = "Reject" }).ClickAsync();

        await Expect(Page.Locator(".who .state")).ToHaveTextAsync("rejected");
        await Simulator.Webhooks.SettleAsync();
        Assert.That(Application.Read<CallEvent>("/event")[^1].Status, Is.EqualTo(CallEventStatus.Rejected));
    }

    [Test]
    public async Task A_person_replies_and_what_is_being_typed_stays()
    {
        Simulator.Webhooks.InboundMessage = Application.At("/inbound");
        await Client.Messages.SendAsync(new WhatsAppTextMessage { From = "447700900001", To = "447700900000", Text = "How was it?" });
        await OpenAsync();

        var field = Page.GetByPlaceholder("Reply as 447700900000");
        await field.PressSequentiallyAsync("Very ");
        await Client.Messages.SendAsync(new WhatsAppTextMessage { From = "447700900001", To = "447700900000", Text = "One more thing" });
        await Expect(Page.Locator(".message")).ToHaveCountAsync(2);
        await field.PressSequentiallyAsync("good");
        await field.PressAsync("Enter");

        await Expect(Page.Locator(".message.in .bubble")).ToHaveTextAsync("Very good");
        await Expect(field).ToHaveValueAsync("");
        Assert.That(((InboundWhatsAppTextMessage)Application.Read<InboundMessage>("/inbound").Single()).Text, Is.EqualTo("Very good"));
    }

    [Test]
    public async Task A_reply_goes_to_the_conversation_that_is_shown()
    {
        Simulator.Webhooks.InboundMessage = Application.At("/inbound");
        await OpenAsync();
        await Client.Messages.SendAsync(new WhatsAppTextMessage { From = "447700900001", To = "447700900011", Text = "First" });
        await Expect(Page.Locator(".who h2")).ToHaveTextAsync("447700900011");
        await Client.Messages.SendAsync(new WhatsAppTextMessage { From = "447700900001", To = "447700900022", Text = "Second" });
        await Expect(Page.Locator(".who h2")).ToHaveTextAsync("447700900022");

        await Page.GetByPlaceholder("Reply as 447700900022").FillAsync("Hello");
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Page.Locator(".message.in .bubble")).ToHaveTextAsync("Hello");
        Assert.That(Application.Read<InboundMessage>("/inbound").Single().From, Is.EqualTo("447700900022"));
    }

    [Test]
    public async Task A_tapped_button_is_a_reply()
    {
        Simulator.Webhooks.InboundMessage = Application.At("/inbound");
        await OpenAsync();
        await Client.Messages.SendAsync(new RcsTextMessage { From = "ACME", To = "447700900000", Text = "Coming?", Suggestions = [new RcsReplySuggestion { Text = "Yes", PostbackData = "yes_1" }] });

        await Page.GetByRole(AriaRole.Button, new() { Name = "Yes" }).ClickAsync();

        await Expect(Page.Locator(".message.in .bubble")).ToHaveTextAsync("Yes");
        Assert.That(((InboundRcsReplyMessage)Application.Read<InboundMessage>("/inbound").Single()).Reply?.Id, Is.EqualTo("yes_1"));
    }

    [Test]
    public async Task A_webhook_is_sent_again_as_it_was_and_edited()
    {
        Simulator.Webhooks.InboundMessage = Application.At("/inbound");
        await Simulator.Webhooks.ReceiveMessageAsync(new InboundWhatsAppTextMessage { From = "447700900000", To = "447700900001", Text = "Hi" });
        await OpenAsync("/?view=webhooks&id=1");

        await Page.GetByRole(AriaRole.Button, new() { Name = "Send again" }).ClickAsync();
        await Expect(Page.Locator(".row")).ToHaveCountAsync(2);
        await Page.GetByText("Edit and send").ClickAsync();
        var payload = Page.GetByLabel("Payload");
        await payload.FillAsync((await payload.InputValueAsync()).Replace("Hi", "Changed", StringComparison.Ordinal));
        await Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();

        await Expect(Page.Locator(".row")).ToHaveCountAsync(3);
        Assert.That(Application.Read<InboundMessage>().Cast<InboundWhatsAppTextMessage>().Select(message => message.Text), Is.EqualTo(["Hi", "Hi", "Changed"]));
    }

    [Test]
    public async Task The_search_filters_and_is_part_of_the_address()
    {
        await SendSmsAsync("Your parcel is here", "447700900001");
        await SendSmsAsync("Your table is ready", "447700900002");
        await OpenAsync();
        await Page.Keyboard.PressAsync("/");
        await Page.Keyboard.TypeAsync("to:447700900002 table");
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Page.Locator(".row")).ToHaveCountAsync(1);
        await Expect(Page.Locator(".row b")).ToHaveTextAsync("447700900002");
        Assert.That(Page.Url, Does.Contain("q=to%3A447700900002"));
        await Page.GoBackAsync();
        await Expect(Page.Locator(".row")).ToHaveCountAsync(2);
    }

    [Test]
    public async Task Messages_are_filtered_by_channel_and_cleared()
    {
        await SendSmsAsync("An SMS");
        await Client.Messages.SendAsync(new WhatsAppTextMessage { From = "447700900001", To = "447700900000", Text = "A WhatsApp" });
        await OpenAsync();

        await Page.Locator(".chips").GetByText("WhatsApp").ClickAsync();
        await Expect(Page.Locator(".row .text")).ToHaveTextAsync("A WhatsApp");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();

        await Expect(Page.Locator(".empty h2")).ToHaveTextAsync("Nothing has been sent yet");
    }

    [Test]
    public async Task A_verification_code_is_copied()
    {
        await OpenAsync();
        await Client.VerifyV2.StartAsync(new VerifyV2.StartVerificationRequest { Brand = "ACME", CodeLength = 6, Workflow = { new VerifyV2.SmsWorkflow("447700900000") } });

        await Page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();

        await Expect(Page.Locator("#notice")).ToHaveTextAsync("Copied.");
        Assert.That(await Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"), Is.EqualTo("123456"));
    }

    [Test]
    public async Task A_refused_request_says_why_and_is_copied_as_curl()
    {
        await OpenAsync("/?view=requests");
        await Scene.SendRefusedAsync(Simulator);

        await Expect(Page.Locator(".row .bad").Last).ToContainTextAsync("to: ");
        await Expect(Page.Locator(".violations code")).ToHaveTextAsync("to");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Copy as curl" }).ClickAsync();
        await Expect(Page.Locator("#notice")).ToHaveTextAsync("Copied.");
        Assert.That(await Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"), Does.StartWith("curl -X POST"));
        Assert.That(await Page.ContentAsync(), Does.Not.Contain(Simulator.ApiSecret));
    }

    [Test]
    public async Task An_outcome_and_a_fault_are_set_take_effect_and_are_removed()
    {
        await OpenAsync("/?view=outcomes");
        var outcomes = Page.GetByRole(AriaRole.Region, new() { Name = "Outcomes" });
        await outcomes.Locator("[name=kind]").SelectOptionAsync("sms");
        await outcomes.Locator("[name=to]").FillAsync("447700900009");
        await outcomes.Locator("[name=status]").SelectOptionAsync("failed");
        await outcomes.GetByRole(AriaRole.Button, new() { Name = "Set" }).ClickAsync();
        await Expect(outcomes.Locator("tbody tr")).ToContainTextAsync("447700900009");
        Assert.That(Simulator.Webhooks.Outcomes.Sms["447700900009"], Is.EqualTo(SmsOutcome.Failed));

        await Page.GetByLabel("Next calls").FillAsync("1");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Inject" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Region, new() { Name = "Faults" }).Locator("tbody tr")).ToContainTextAsync("429");
        Assert.That(async () => await SendSmsAsync("Hello"), Throws.InstanceOf<VonageApiException>());
        await SendSmsAsync("Hello");

        await outcomes.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Expect(outcomes.Locator("tbody tr")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task What_the_simulator_refuses_is_said()
    {
        await OpenAsync("/?view=phone");
        await Page.GetByText("Call the application").ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Call", Exact = true }).ClickAsync();

        await Expect(Page.Locator("#notice")).ToHaveTextAsync("simulator.Webhooks.Answer is not set.");
    }

    [Test]
    public async Task Everything_is_reached_by_keyboard()
    {
        await SendSmsAsync("First", "447700900001");
        await SendSmsAsync("Second", "447700900002");
        await OpenAsync();

        await Page.Keyboard.PressAsync("j");
        await Expect(Page.Locator(".row:focus b")).ToHaveTextAsync("447700900002");
        await Page.Keyboard.PressAsync("j");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator(".who h2")).ToHaveTextAsync("447700900001");
        await Page.Keyboard.PressAsync("3");
        await Expect(Page.Locator("nav a[aria-current]")).ToContainTextAsync("Requests");
        await Expect(Page.Locator("#live.on")).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("?");
        await Expect(Page.Locator("#help")).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Expect(Page.Locator("#help")).ToBeHiddenAsync();
    }

    [Test]
    public async Task The_theme_is_chosen_and_kept()
    {
        await OpenAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Theme" }).ClickAsync();
        await OpenAsync("/?view=phone");

        Assert.That(await Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).colorScheme"), Is.EqualTo("dark"));
    }

    [Test]
    public async Task A_list_of_thousands_is_drawn_in_part_and_stays_live()
    {
        for (var number = 0; number < 5000; number += 100)
            await Task.WhenAll(Enumerable.Range(number, 100).Select(each => SendSmsAsync($"Message {each}", $"4477009{each % 300:D5}")));
        await OpenAsync();
        await Expect(Page.Locator(".row")).ToHaveCountAsync(100);

        using var stopping = new CancellationTokenSource();
        var traffic = Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            while (!stopping.IsCancellationRequested)
                await SendSmsAsync("Traffic", "447700900777");
        }));
        await Expect(Page.Locator(".row b", new() { HasText = "447700900777" })).ToBeVisibleAsync();
        await Page.Locator("#q").FillAsync("to:447700900299");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator(".row")).ToHaveCountAsync(0);
        await stopping.CancelAsync();
        await traffic;
    }
}
