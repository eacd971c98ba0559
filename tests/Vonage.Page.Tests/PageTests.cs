using System.Diagnostics;
using Microsoft.Playwright;
using Vonage.Messages;
using Vonage.Page.Tests.Support;
using Vonage.VerifyV2;
using Vonage.Voice;

namespace Vonage.Page.Tests;

/// <summary>What a person does on the page, and what the application sees of it.</summary>
internal sealed class PageTests : PageTest
{
    private const string Brand = "<A&B>\"' 1%#?";

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
    public async Task A_conversation_with_any_name_is_opened_and_stays_live()
    {
        await SendCodeAsync();
        await OpenAsync();
        await Page.Locator(".row").ClickAsync();
        await Expect(Page.Locator(".who b")).ToHaveTextAsync(Brand);
        await Expect(Page.Locator("#live.on")).ToBeVisibleAsync();

        await SendCodeAsync();

        await Expect(Page.Locator(".message")).ToHaveCountAsync(2);
        await Assertions.Expect(Page).ToHaveTitleAsync("Inbox – Vonage simulator");

        async Task SendCodeAsync()
        {
            var started = await Client.VerifyV2.StartAsync(new VerifyV2.StartVerificationRequest { Brand = Brand, Workflow = { new VerifyV2.SmsWorkflow("447700900000") } });
            await Client.VerifyV2.TryCheckAsync(started.RequestId, VonageSimulator.VerificationCode);
        }
    }

    [Test]
    public async Task The_list_cuts_a_text_between_characters()
    {
        await Client.Messages.SendAsync(new SmsTextMessage { From = "ACME", To = "447700900000", Text = $"{new string('x', 89)}😀 and more" });
        await OpenAsync();

        await Expect(Page.Locator(".row .text")).ToHaveTextAsync($"{new string('x', 89)}…");
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

        // Only what the list shows is removed.
        await Expect(Page.Locator(".empty h2")).ToHaveTextAsync("Nothing matches");
        await Page.Locator(".chips").GetByText("All").ClickAsync();
        await Expect(Page.Locator(".row .text")).ToHaveTextAsync("An SMS");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();
        await Expect(Page.Locator(".empty h2")).ToHaveTextAsync("Nothing has been sent yet");
    }

    [Test]
    public async Task What_has_arrived_is_counted_until_somebody_has_seen_it()
    {
        await OpenAsync("/?view=requests");
        await SendSmsAsync("First", "447700900001");
        await SendSmsAsync("Second", "447700900002");
        await SendSmsAsync("Third", "447700900002");
        await Assertions.Expect(Page).ToHaveTitleAsync("(3) Requests – Vonage simulator");
        await Expect(Page.Locator("#tabs .new")).ToHaveTextAsync("3 unread");

        // The newest conversation is shown at once, and the other one is not.
        await Page.Locator("#tabs a").First.ClickAsync();
        await Assertions.Expect(Page).ToHaveTitleAsync("(1) Inbox – Vonage simulator");
        await Expect(Page.Locator(".row .new")).ToHaveTextAsync("1 unread");
        await Page.Locator(".row", new() { HasText = "447700900001" }).ClickAsync();
        await Assertions.Expect(Page).ToHaveTitleAsync("Inbox – Vonage simulator");
        await Expect(Page.Locator(".new")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task What_arrives_while_the_window_is_hidden_is_unread_until_the_window_is_seen()
    {
        await OpenAsync();
        await HideAsync(true);
        await SendSmsAsync("Hello");
        await Assertions.Expect(Page).ToHaveTitleAsync("(1) Inbox – Vonage simulator");

        await HideAsync(false);

        await Assertions.Expect(Page).ToHaveTitleAsync("Inbox – Vonage simulator");

        // A page in a test is never hidden by another one.
        async Task HideAsync(bool hidden) => await Page.EvaluateAsync(
            "hidden => { Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden }); document.dispatchEvent(new Event('visibilitychange')); }", hidden);
    }

    [Test]
    public async Task All_messages_are_marked_as_read_by_a_key()
    {
        await SendSmsAsync("First", "447700900001");
        await SendSmsAsync("Second", "447700900002");
        await OpenAsync();
        await Expect(Page.Locator(".foot")).ToContainTextAsync("1 unread");

        await Page.Keyboard.PressAsync("a");

        await Expect(Page.Locator(".new")).ToHaveCountAsync(0);
        await Assertions.Expect(Page).ToHaveTitleAsync("Inbox – Vonage simulator");
    }

    [Test]
    public async Task A_search_keeps_the_channel()
    {
        await SendSmsAsync("An SMS for you");
        await Client.Messages.SendAsync(new WhatsAppTextMessage { From = "447700900001", To = "447700900000", Text = "A WhatsApp for you" });
        await OpenAsync("/?channel=whatsapp");

        await Page.Locator("#q").FillAsync("for you");
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Page.Locator(".row .text")).ToHaveTextAsync("A WhatsApp for you");
        await Expect(Page.Locator(".chips [aria-current]")).ToHaveTextAsync("WhatsApp");
    }

    [Test]
    public async Task A_link_on_another_site_leads_to_the_page()
    {
        await Page.SetContentAsync($"<a href='{Simulator.Address}?view=requests'>The simulator</a>");
        await Page.GetByText("The simulator").ClickAsync();

        await Expect(Page.Locator("#live.on")).ToBeVisibleAsync();
    }

    [Test]
    public async Task A_page_that_is_open_comes_back_with_the_simulator()
    {
        var first = await VonageSimulator.StartAsync(new VonageSimulatorOptions { ServesPage = true, Port = Ports.Free() });
        await using var context = await Browser.Instance.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(first.Address.AbsoluteUri);
        await Expect(page.Locator("#live.on")).ToBeVisibleAsync();

        await first.DisposeAsync();
        await Expect(page.Locator("#live:not(.on)")).ToBeVisibleAsync();
        await using var second = await VonageSimulator.StartAsync(new VonageSimulatorOptions { ServesPage = true, Port = first.Address.Port });
        await second.CreateClient().Sms.SendAsync(new Sms.SmsRequest { From = "ACME", To = "447700900000", Text = "Here again" });

        await Assertions.Expect(page.Locator("#live.on")).ToBeVisibleAsync();
        await Expect(page.Locator(".bubble p")).ToHaveTextAsync("Here again");
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

        await Expect(Page.Locator("#notice")).ToHaveTextAsync("simulator.Webhooks.Answer is not set (--answer).");
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
        // Its text is shown before its script has begun.
        await Expect(Page.Locator("#live.on")).ToBeVisibleAsync();
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
    public async Task A_list_of_thousands_is_drawn_in_part_and_stays_live_and_responsive_at_500_requests_a_second()
    {
        for (var number = 0; number < 5000; number += 100)
            await Task.WhenAll(Enumerable.Range(number, 100).Select(each => SendSmsAsync($"Message {each}", $"4477009{each % 300:D5}")));
        await OpenAsync();
        await Expect(Page.Locator(".row")).ToHaveCountAsync(100);
        // A page without anything has the frames that the machine has time for.
        await using var other = await Browser.Instance.NewContextAsync();
        var empty = await other.NewPageAsync();
        foreach (var page in (IPage[])[Page, empty])
            await page.EvaluateAsync("() => { window.frameTimes = []; let last = performance.now(); const next = () => { const now = performance.now(); window.frameTimes.push(now - last); last = now; requestAnimationFrame(next); }; next(); }");
        var fetched = 0;
        Page.Request += (_, request) => fetched += request.Url.EndsWith('/') ? 1 : 0;

        using var stopping = new CancellationTokenSource();
        var (watch, sent) = (Stopwatch.StartNew(), 0);
        var traffic = Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            while (!stopping.IsCancellationRequested)
            {
                if (Interlocked.Increment(ref sent) > watch.Elapsed.TotalSeconds * 500)
                    await Task.Delay(16);
                await SendSmsAsync("Traffic", "447700900777");
            }
        }));
        await Expect(Page.Locator(".row b", new() { HasText = "447700900777" })).ToBeVisibleAsync();
        await Task.Delay(2000);
        var (fetchedASecond, frame, least) = (fetched / watch.Elapsed.TotalSeconds, await FrameAsync(Page), await FrameAsync(empty));
        await Page.Locator("#q").FillAsync("to:447700900299");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator(".row")).ToHaveCountAsync(1);
        await Expect(Page.Locator(".row b")).ToHaveTextAsync("447700900299");
        await stopping.CancelAsync();
        await traffic;

        // Changes are told together, and the browser has time between two of them. The bounds leave room for a machine that does other things.
        Assert.That(fetchedASecond, Is.LessThan(8));
        Assert.That(frame, Is.LessThan(Math.Max(150, 5 * least)), "milliseconds a frame");
        Assert.That((await Page.ContentAsync()).Length, Is.LessThan(100_000));

        static async Task<double> FrameAsync(IPage page)
        {
            var frames = await page.EvaluateAsync<double[]>("() => window.frameTimes");
            return frames.Order().ElementAt(frames.Length / 2);
        }
    }
}
