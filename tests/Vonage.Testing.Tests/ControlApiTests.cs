using System.Net;
using System.Text.Json.Nodes;
using Vonage.Testing.Tests.Support;
using Vonage.Voice;

namespace Vonage.Testing.Tests;

/// <summary>The HTTP API under <c>/_simulator</c>, as a test in another language uses it.</summary>
internal sealed class ControlApiTests : SimulatorTest
{
    private const string Api = "/_simulator/v1";

    private VonageClient Client { get; set; } = null!;

    [SetUp]
    public void MakeClient() => Client = Simulator.CreateClient();

    [Test]
    public async Task Shows_a_message_with_its_text_its_parts_and_its_status()
    {
        await SendSmsAsync("447700900000", new string('é', 100));

        var message = await GetAsync($"{Api}/messages/latest");

        Assert.That((message["text"], message["to"], message["channel"], message["status"]), Is.EqualTo((new string('é', 100), "447700900000", "sms", "delivered")));
        Assert.That((message["direction"], message["api"]), Is.EqualTo(("outbound", "sms")));
        Assert.That(message.Text, Does.Not.Contain(Simulator.ApiSecret));
    }

    [Test]
    public async Task Waits_for_the_message_of_this_test()
    {
        var waiting = GetAsync($"{Api}/messages/wait?session=test1&text=code&timeout=30");
        await SendSmsAsync("447700900000", "Your code is 77", "test10-a");
        await SendSmsAsync("447700900000", "Another text", "test1-a");
        await SendSmsAsync("447700900000", "Your code is 42", "test1-b");

        Assert.That((await waiting)["text"], Is.EqualTo("Your code is 42"));
    }

    [Test]
    public async Task Says_what_it_has_seen_if_nothing_matched_in_time()
    {
        await SendSmsAsync("447700900009", "Hello");

        var answer = await GetAsync($"{Api}/messages/wait?to=447700900000&timeout=0");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(answer["detail"], Is.EqualTo("Nothing matched within 0 s. Seen: sms to 447700900009."));
    }

    [TestCase("first \"two words\"", 1)]
    [TestCase("two", 2)]
    [TestCase("two -first", 1)]
    [TestCase("to:447700900000", 2)]
    [TestCase("is:inbound", 0)]
    [TestCase("channel:sms status:delivered", 2)]
    [TestCase("http://x", 0)]
    [TestCase("(", 0)]
    public async Task Searches_as_a_mail_program_does(string query, int found)
    {
        await SendSmsAsync("447700900000", "first of two words");
        await SendSmsAsync("447700900000", "second of two");

        Assert.That((await GetAsync($"{Api}/messages?q={Uri.EscapeDataString(query)}"))["total"], Is.EqualTo($"{found}"));
    }

    [Test]
    public async Task Shows_the_code_of_a_verification_and_that_it_was_right()
    {
        var started = await Client.VerifyV2.StartAsync(new VerifyV2.StartVerificationRequest
        {
            Brand = "ACME",
            Workflow = { new VerifyV2.SmsWorkflow { To = "447700900000" } },
            CodeLength = 6,
        });

        var code = await GetAsync($"{Api}/codes/wait?number=447700900000");
        await Client.VerifyV2.CheckAsync(started.RequestId, code["code"]!);

        Assert.That((code["code"], code["channel"], code["status"]), Is.EqualTo(("123456", "sms", "pending")));
        Assert.That((await GetAsync($"{Api}/codes/latest?number=447700900000"))["status"], Is.EqualTo("completed"));
        Assert.That((await GetAsync($"{Api}/messages/latest"))["text"], Does.Contain("ACME").And.Contain("123456"));
    }

    [Test]
    public async Task Answers_presses_and_hangs_up()
    {
        await using var receiver = await WebhookReceiver.StartAsync(Simulator);
        receiver.Answers["/event"] = "";
        receiver.Answers["/input"] = """[{"action":"talk","text":"Sales"},{"action":"input","type":["dtmf"]}]""";
        Simulator.Webhooks.CallEvent = receiver.At("/event");
        await PutAsync($"{Api}/outcomes", new JsonObject { ["kind"] = "calls", ["to"] = "*", ["status"] = "ringing" });
        var uuid = (await Client.Voice.CreateCallAsync(new CreateCallRequest
        {
            From = new PhoneEndpoint("447700900001"),
            To = { new PhoneEndpoint("447700900000") },
            Ncco = Ncco.Create().Talk("Press a key").Input(input => input.Dtmf(maxDigits: 1).PostTo(receiver.At("/input"))),
        })).Uuid;

        var ringing = await GetAsync($"{Api}/calls/{uuid}");
        await PostAsync($"{Api}/calls/{uuid}/answer", new JsonObject());
        await Simulator.Webhooks.SettleAsync();
        var answered = await GetAsync($"{Api}/calls/{uuid}");
        await PostAsync($"{Api}/calls/{uuid}/press", new JsonObject { ["digits"] = "1" });
        var pressed = await GetAsync($"{Api}/calls/{uuid}");
        var again = await PostAsync($"{Api}/calls/{uuid}/answer", new JsonObject());
        await PostAsync($"{Api}/calls/{uuid}/hangup", new JsonObject());

        Assert.That((ringing["status"], ringing["waits_for"], answered["waits_for"]), Is.EqualTo(("ringing", "answer", "dtmf")));
        Assert.That(pressed["timeline"], Does.Contain("Press a key").And.Contain("pressed 1").And.Contain("Sales").And.Contain("answered"));
        Assert.That((again.Status, again["detail"]), Is.EqualTo((HttpStatusCode.Conflict, "The phone does not ring. Its current stage is: input of dtmf.")));
        Assert.That((await GetAsync($"{Api}/calls/{uuid}"))["status"], Is.EqualTo("completed"));
        Assert.That(receiver.Read<CallEvent>("/event").Select(e => e.Status), Is.EqualTo((CallEventStatus?[])[CallEventStatus.Started, CallEventStatus.Ringing, CallEventStatus.Answered, CallEventStatus.Completed]));
    }

    [Test]
    public async Task A_rejected_call_never_begins()
    {
        Simulator.Webhooks.Outcomes.Calls["447700900000"] = CallOutcome.Ringing;
        var uuid = (await Client.Voice.CreateCallAsync(new CreateCallRequest
        {
            From = new PhoneEndpoint("447700900001"),
            To = { new PhoneEndpoint("447700900000") },
            Ncco = Ncco.Create().Talk("Hello"),
        })).Uuid;

        var call = await PostAsync($"{Api}/calls/{uuid}/reject", new JsonObject());

        Assert.That((call["status"], call["timeline"]), Is.EqualTo(("rejected", call["timeline"])));
        Assert.That(call["timeline"], Does.Not.Contain("Hello"));
    }

    [Test]
    public async Task Sends_a_webhook_again_as_it_was_or_edited()
    {
        await using var receiver = await WebhookReceiver.StartAsync(Simulator);
        Simulator.Webhooks.InboundMessage = receiver.At("/message");
        await PostAsync($"{Api}/messages", new JsonObject { ["channel"] = "whatsapp", ["from"] = "447700900000", ["to"] = "447700900001", ["text"] = "Hi" });
        var sent = await GetAsync($"{Api}/webhooks/1");
        var edited = JsonNode.Parse(sent["payload"]!)!.AsObject();
        edited["text"] = "Changed";

        await PostAsync($"{Api}/webhooks/1/send", new JsonObject());
        var again = await PostAsync($"{Api}/webhooks/1/send", new JsonObject { ["payload"] = edited });

        Assert.That(receiver.Read<Messages.InboundMessage>().Cast<Messages.InboundWhatsAppTextMessage>().Select(message => message.Text), Is.EqualTo(["Hi", "Hi", "Changed"]));
        Assert.That((again["repeat_of"], again["status_code"], again["signature"]), Is.EqualTo(("1", "200", again["signature"])));
        Assert.That(again["signature"], Is.Not.Empty);
        Assert.That((await GetAsync($"{Api}/messages"))["total"], Is.EqualTo("1"));
    }

    [Test]
    public async Task Says_which_URL_is_missing()
    {
        var answer = await PostAsync($"{Api}/calls", new JsonObject { ["from"] = "447700900000", ["to"] = "447700900001" });

        Assert.That((answer.Status, answer["detail"]), Is.EqualTo((HttpStatusCode.Conflict, "simulator.Webhooks.Answer is not set.")));
    }

    [Test]
    public async Task Faults_strike_the_next_calls_of_a_session_only()
    {
        var fault = await PostAsync($"{Api}/faults", new JsonObject { ["operation"] = "sms.send", ["status_code"] = 503, ["times"] = 1, ["session"] = "a" });

        await SendSmsAsync("447700900000", "b", "b-1");
        Assert.That(async () => await SendSmsAsync("447700900000", "a", "a-1"), Throws.InstanceOf<VonageApiException>());
        await SendSmsAsync("447700900000", "a", "a-2");

        Assert.That(fault.Status, Is.EqualTo(HttpStatusCode.Created));
        Assert.That((await GetAsync($"{Api}/faults"))["faults"], Is.EqualTo("[]"));
    }

    [TestCase("""{"probability":1.5,"status_code":500}""", "Probability must be greater than 0 and at most 1.")]
    [TestCase("""{"status_code":99}""", "status_code must be a whole number from 200 to 599.")]
    [TestCase("""{}""", "A fault needs status_code, delay_ms or hang_up.")]
    [TestCase("""{"operation":"sms.sent","status_code":500}""", "No operation has the name 'sms.sent'.")]
    [TestCase("[]", "The body must be a JSON object or a form.")]
    [TestCase("{", "")]
    public async Task Says_what_is_wrong_with_a_fault(string body, string problem)
    {
        var answer = await PostAsync($"{Api}/faults", Json(body));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(answer["detail"], Does.StartWith(problem));
    }

    [Test]
    public async Task A_fault_with_a_probability_strikes_some_calls_until_it_is_removed()
    {
        var fault = await PostAsync($"{Api}/faults", new JsonObject { ["status_code"] = 500, ["probability"] = 0.5 });
        var failed = 0;
        for (var call = 0; call < 60; call++)
        {
            try
            {
                await SendSmsAsync("447700900000", "Hello");
            }
            catch (VonageApiException)
            {
                failed++;
            }
        }

        await DeleteAsync($"{Api}/faults/{fault["id"]}");
        await SendSmsAsync("447700900000", "Hello");

        Assert.That(failed, Is.InRange(5, 55));
    }

    [Test]
    public async Task Sets_outcomes_by_number_channel_and_for_all()
    {
        await PutAsync($"{Api}/outcomes", new JsonObject { ["kind"] = "sms", ["to"] = "447700900009", ["status"] = "failed", ["error_code"] = "7" });
        await PutAsync($"{Api}/outcomes", new JsonObject { ["kind"] = "sms", ["to"] = "*", ["status"] = "expired" });
        await SendSmsAsync("447700900009", "Hello");
        var one = await GetAsync($"{Api}/messages/latest");
        await SendSmsAsync("447700900000", "Hello");
        var other = await GetAsync($"{Api}/messages/latest");
        var wrong = await PutAsync($"{Api}/outcomes", new JsonObject { ["kind"] = "sms", ["status"] = "lost" });
        await DeleteAsync($"{Api}/outcomes");

        Assert.That((one["status"], one["statuses.0.error"], other["status"]), Is.EqualTo(("failed", "err-code 7", "expired")));
        Assert.That(wrong["detail"], Is.EqualTo("status must be one of delivered, failed, rejected, expired."));
        Assert.That((await GetAsync($"{Api}/outcomes"))["outcomes"], Is.EqualTo("[]"));
    }

    [Test]
    public async Task Resets_one_session_and_leaves_the_others()
    {
        await SendSmsAsync("447700900000", "a", "a-1");
        await SendSmsAsync("447700900000", "b", "b-1");

        await PostAsync($"{Api}/reset?session=a", new JsonObject());
        var left = await GetAsync($"{Api}/messages");
        await PostAsync($"{Api}/reset", new JsonObject());

        Assert.That((left["total"], left["messages.0.text"]), Is.EqualTo(("1", "b")));
        Assert.That((await GetAsync($"{Api}/messages"))["total"], Is.EqualTo("0"));
        Assert.That(Simulator.Requests, Is.Empty);
    }

    [Test]
    public async Task Shows_a_request_with_its_violations_and_its_reply_and_without_its_secrets()
    {
        await PostFormAsync("/rest.nexmo.com/sms/json", ("api_key", Simulator.ApiKey), ("api_secret", Simulator.ApiSecret), ("from", "ACME"), ("text", "It's $5"));

        var request = await GetAsync($"{Api}/requests/1");

        Assert.That((request["operation"], request["violations.0.field"], request["violations.0.reason"]), Is.EqualTo(("sms.send", "to", "is required")));
        Assert.That(request["reply.body"], Does.Contain("to"));
        foreach (var path in (string[])["requests/1", "requests/1/curl", "requests/1/csharp", "export", "export?format=har", "export?format=curl"])
            Assert.That((await GetAsync($"{Api}/{path}")).Text, Does.Not.Contain(Simulator.ApiSecret), path);
        Assert.That((await GetAsync($"{Api}/requests/1/curl")).Text, Does.Contain("api_secret=$VONAGE_API_SECRET").And.Contain("/rest.nexmo.com/sms/json"));
        Assert.That((await GetAsync($"{Api}/export?format=har"))["log.entries.0.request.method"], Is.EqualTo("POST"));
    }

    [Test]
    public async Task The_reserved_prefix_wins_over_the_paths_of_every_document()
    {
        var documents = new SpecCatalog(new Dictionary<string, string>
        {
            ["greedy"] = """{"servers":[{"url":"https://api.nexmo.com"}],"paths":{"/{a}/{b}/{c}":{"get":{"operationId":"all","responses":{"200":{"description":"OK"}}}},"/_simulator/v1/health":{"get":{"operationId":"own","responses":{"204":{"description":"OK"}}}}}}""",
        });
        await using var greedy = await VonageSimulator.StartAsync(new VonageSimulatorOptions { Documents = documents });
        using var http = new HttpClient { BaseAddress = greedy.Address };

        foreach (var path in (string[])["/_simulator/v1/health", "/_SIMULATOR/v1/health", "/%5Fsimulator/v1/health"])
            Assert.That(await http.GetStringAsync(new Uri(path, UriKind.Relative)), Is.EqualTo("""{"status":"ok"}"""), path);
        using var unknown = await http.GetAsync(new Uri("/_simulator/v1/none", UriKind.Relative));
        using var other = await http.GetAsync(new Uri("/api.nexmo.com/x/v1/none", UriKind.Relative));

        Assert.That((unknown.StatusCode, other.StatusCode), Is.EqualTo((HttpStatusCode.NotFound, HttpStatusCode.OK)));
        Assert.That(greedy.Requests.Select(request => request.Path), Is.EqualTo(["/x/v1/none"]));
    }

    [Test]
    public async Task Has_every_operation_and_every_field_that_its_document_has_and_no_other_field()
    {
        await using var receiver = await WebhookReceiver.StartAsync(Simulator);
        Simulator.Webhooks.CallEvent = receiver.At("/event");
        await SendSmsAsync("447700900000", "Hello", "a-1");
        await Client.Voice.CreateCallAsync(new CreateCallRequest { From = new PhoneEndpoint("447700900001"), To = { new PhoneEndpoint("447700900000") }, Ncco = Ncco.Create().Talk("Hello").Input(input => input.Dtmf()) });
        await Client.VerifyV2.StartAsync(new VerifyV2.StartVerificationRequest { Brand = "ACME", Workflow = { new VerifyV2.SmsWorkflow("447700900000") } });
        await Simulator.Webhooks.SettleAsync();
        var document = JsonNode.Parse(YamlToJson.Convert((await GetAsync($"{Api}/openapi.yaml")).Text))!;

        using (Assert.EnterMultipleScope())
        {
            foreach (var (path, item) in document["paths"]!.AsObject())
            {
                foreach (var (method, operation) in item!.AsObject().Where(entry => !path.EndsWith("/events", StringComparison.Ordinal)))
                {
                    using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), new Uri(path.Replace("{id}", "1", StringComparison.Ordinal).Replace("{action}", "answer", StringComparison.Ordinal) + "?timeout=0", UriKind.Relative));
                    // What is deleted is missed by the others.
                    if (request.Method == HttpMethod.Delete || path.EndsWith("/reset", StringComparison.Ordinal))
                        request.RequestUri = new Uri(request.RequestUri + "&session=none&q=none", UriKind.Relative);
                    var answer = await Answer.ReadAsync(await Http.SendAsync(request));
                    Assert.That(answer.Text, Does.Not.Contain("The control API has no"), $"{method} {path}");
                    if (method != "get" || operation!["responses"]!["200"]!["content"]?["application/json"]?["schema"]?["$ref"]?.ToString() is not { } name)
                        continue;
                    var properties = document["components"]!["schemas"]![name.Split('/')[^1]]!["properties"]!.AsObject();
                    var list = properties.FirstOrDefault(property => property.Value!["type"]!.ToString() == "array" && answer.Json[property.Key] is JsonArray { Count: > 0 });
                    var (known, given) = list.Key is not null && name.EndsWith("List", StringComparison.Ordinal)
                        ? (document["components"]!["schemas"]![list.Value!["items"]!["$ref"]!.ToString().Split('/')[^1]]!["properties"]!.AsObject(), answer.Json[list.Key]![0]!.AsObject())
                        : (properties, answer.Json.AsObject());
                    if (answer.Status == HttpStatusCode.OK)
                        Assert.That(given.Select(field => field.Key), Is.SubsetOf(known.Select(property => property.Key)), $"{method} {path}");
                }
            }
        }
    }

    [Test]
    [Platform("Unix")]
    public async Task The_commands_in_the_documentation_work()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Find(), "docs", "simulator.md"));
        var script = text.Split("```sh\n").Skip(1).Select(part => part.Split("```")[0]).Single(part => part.StartsWith("SIM=", StringComparison.Ordinal))
            .Replace("http://127.0.0.1:4010", Simulator.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
        await using var receiver = await WebhookReceiver.StartAsync(Simulator);
        Simulator.Webhooks.InboundMessage = receiver.At("/message");
        using var shell = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("sh", ["-e", "-c", script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["VONAGE_API_SECRET"] = Simulator.ApiSecret },
        })!;

        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();

        Assert.That((shell.ExitCode, await shell.StandardError.ReadToEndAsync()), Is.EqualTo((0, "")));
        Assert.That(output, Does.Contain("\"text\":\"Your code is 4711\"").And.Contain("\"status\":429").Or.Contain("429"));
        Assert.That(receiver.Received, Is.EqualTo(["POST /message"]));
    }

    [TestCase("Host", "evil.test")]
    [TestCase("Origin", "http://evil.test")]
    [TestCase("Origin", "null")]
    [TestCase("Sec-Fetch-Site", "cross-site")]
    public async Task Refuses_other_hosts_and_pages_of_other_sites(string header, string value)
    {
        foreach (var (method, path) in ((HttpMethod, string)[])[(HttpMethod.Get, $"{Api}/messages"), (HttpMethod.Post, $"{Api}/reset"), (HttpMethod.Get, "/")])
        {
            using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
            request.Headers.Add(header, value);

            using var response = await Http.SendAsync(request);

            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), path);
        }
    }

    [Test]
    public async Task Keeps_no_more_messages_than_it_may()
    {
        await using var small = await VonageSimulator.StartAsync(new VonageSimulatorOptions { MaxRecorded = 3 });
        var client = small.CreateClient();
        for (var number = 0; number < 10; number++)
            await client.Sms.SendAsync(new Sms.SmsRequest { From = "ACME", To = "447700900000", Text = $"{number}" });

        using var http = new HttpClient { BaseAddress = small.Address };
        var messages = JsonNode.Parse(await http.GetStringAsync(new Uri($"{Api}/messages", UriKind.Relative)))!;

        Assert.That(messages["messages"]!.AsArray().Select(message => message!["text"]!.ToString()), Is.EqualTo(["7", "8", "9"]));
    }

    [Test]
    public async Task Tells_of_changes_as_they_come()
    {
        using var stream = await Http.GetStreamAsync(new Uri($"{Api}/events", UriKind.Relative));
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync() != "event: outcomes")
        {
        }

        await SendSmsAsync("447700900000", "Hello");

        string? line;
        do
            line = await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(10));
        while (line?.StartsWith("event", StringComparison.Ordinal) != true);
        Assert.That(line, Is.EqualTo("event: messages"));
    }

    protected override void Prepare() => Options.ServesPage = TestContext.CurrentContext.Test.MethodName == nameof(Refuses_other_hosts_and_pages_of_other_sites);

    private Task<Sms.SmsResponse> SendSmsAsync(string to, string text, string? reference = null) =>
        Client.Sms.SendAsync(new Sms.SmsRequest { From = "ACME", To = to, Text = text, Type = text.All(char.IsAscii) ? Sms.SmsType.Text : Sms.SmsType.Unicode, ClientRef = reference });
}
