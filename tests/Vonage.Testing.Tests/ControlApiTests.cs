using System.Net;
using System.Net.Http.Headers;
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

        Assert.That((answer.Status, answer["detail"]), Is.EqualTo((HttpStatusCode.Conflict, "simulator.Webhooks.Answer is not set (--answer).")));
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
        var har = await GetAsync($"{Api}/export?format=har");
        Assert.That(har["log.entries.0.request.method"], Is.EqualTo("POST"));
        Assert.That(har["log.creator.version"], Does.Match(@"^\d+\.\d+\.\d+(-[\w.-]+)?$").And.Not.StartsWith("0.0.0"));
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

    [Test]
    [Platform("Unix")]
    public async Task The_Python_test_in_the_documentation_works()
    {
        if (!Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(path => File.Exists(Path.Combine(path, "python3"))))
        {
            // Without Python, what the sample asks for.
            await SendSmsAsync("447700900000", "Your code is 4711", "test1");
            Assert.That((await RunAsync("curl", Path.GetTempPath(), "-s", $"{Simulator.Address}_simulator/v1/messages/wait?session=test1&timeout=10")).Output, Does.Contain("code"));
            return;
        }
        // Python's HTTP client is not everywhere, so this is one with what the sample uses.
        var folder = Directory.CreateTempSubdirectory("python-sample-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "requests.py"), """
            import json, urllib.parse, urllib.request

            class Response:
                def __init__(self, body): self.body = body
                def json(self): return json.loads(self.body)

            def get(url, params):
                return Response(urllib.request.urlopen(f"{url}?{urllib.parse.urlencode(params)}").read())
            """);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "sample.py"), await SampleAsync("python") + $$"""

            import urllib.parse, urllib.request

            class Application:
                def sign_up(self, number, reference):
                    fields = {"api_key": "{{Simulator.ApiKey}}", "api_secret": "{{Simulator.ApiSecret}}", "from": "ACME", "to": number, "text": "Your code is 4711", "client-ref": reference}
                    urllib.request.urlopen("{{Simulator.Address}}rest.nexmo.com/sms/json", urllib.parse.urlencode(fields).encode())

            test_sign_up_sends_a_code(Application())
            print("passed")
            """);

        var (code, output) = await RunAsync("python3", folder.FullName, "sample.py");

        folder.Delete(recursive: true);
        Assert.That((code, output), Is.EqualTo((0, "passed\n")));
    }

    [Test]
    public async Task The_Cypress_test_in_the_documentation_works()
    {
        var script = $$"""
            const typed = {};
            const start = () => fetch('{{Simulator.Address}}api.nexmo.com/verify/json', { method: 'POST', body: new URLSearchParams({
              api_key: '{{Simulator.ApiKey}}', api_secret: '{{Simulator.ApiSecret}}', brand: 'ACME', number: typed['[name=phone]'].replace('{enter}', '') }) });
            // What Cypress does with its commands: one after the other, also those that a callback gives.
            let queue = Promise.resolve();
            const cy = {
              visit() {},
              get: selector => ({ type(text) { queue = queue.then(async () => { typed[selector] = text; if (selector === '[name=phone]') await start(); }); } }),
              request: url => ({ then(next) { queue = queue.then(async () => next({ body: await (await fetch(url)).json() })); } }),
            };
            const it = (name, test) => { test(); };
            {{await SampleAsync("js")}}
            const end = async () => { for (let last; last !== queue;) { last = queue; await last; } console.log(typed['[name=code]']); };
            end();
            """;

        var (code, output) = await RunAsync("node", Path.GetTempPath(), "-e", script);

        Assert.That((code, output), Is.EqualTo((0, $"{VonageSimulator.VerificationCode}{{enter}}\n")));
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
        while (await NextAsync() != "event: outcomes")
        {
        }

        await SendSmsAsync("447700900000", "Hello");

        Assert.That(await NextAsync(), Is.EqualTo("event: messages"));

        async Task<string> NextAsync()
        {
            while (await reader.ReadLineAsync().WaitAsync(Patience.Limit) is { } line)
                if (line.StartsWith("event", StringComparison.Ordinal))
                    return line;
            throw new EndOfStreamException();
        }
    }

    [TestCase("/", HttpStatusCode.OK)]
    [TestCase($"{Api}/messages", HttpStatusCode.Forbidden)]
    [TestCase("/rest.nexmo.com/sms/json?to=447700900000", HttpStatusCode.Forbidden)]
    [TestCase("/oidc.idp.vonage.com/oauth2/auth?client_id=x", HttpStatusCode.BadRequest)]
    public async Task A_link_on_another_site_leads_to_the_page_and_to_a_login_and_to_nothing_else(string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)[("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document")])
            request.Headers.Add(name, value);
        using var response = await Http.SendAsync(request);
        // A frame on another site is no place for the page.
        using var framed = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)[("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "iframe")])
            framed.Headers.Add(name, value);
        using var refused = await Http.SendAsync(framed);

        Assert.That((response.StatusCode, refused.StatusCode), Is.EqualTo((status, HttpStatusCode.Forbidden)));
    }

    [TestCase("+44 7700 900009")]
    [TestCase("0044-7700-900009")]
    public async Task An_outcome_is_for_a_number_however_it_is_written(string number)
    {
        await PutAsync($"{Api}/outcomes", new JsonObject { ["kind"] = "sms", ["to"] = number, ["status"] = "failed" });
        await SendSmsAsync("447700900009", "Hello");
        var message = await GetAsync($"{Api}/messages/latest");
        await DeleteAsync($"{Api}/outcomes?kind=sms&to={Uri.EscapeDataString(number)}");

        Assert.That((message["status"], (await GetAsync($"{Api}/outcomes"))["outcomes"]), Is.EqualTo(("failed", "[]")));
    }

    [TestCase("/")]
    [TestCase("/health")]
    [TestCase("/_simulator/assets/page.css")]
    [TestCase($"{Api}/messages")]
    public async Task Whoever_waits_for_the_program_can_ask_by_HEAD(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(path, UriKind.Relative));
        using var response = await Http.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("email")]
    [TestCase("template")]
    [TestCase("whatsapp")]
    [TestCase("viber_service")]
    [TestCase("carousel")]
    [TestCase("custom")]
    [TestCase("html")]
    [TestCase("reaction")]
    [TestCase("location")]
    [TestCase("reply")]
    [TestCase("button")]
    public async Task Odd_content_of_a_message_is_shown_as_far_as_it_goes(string name)
    {
        await using var receiver = await WebhookReceiver.StartAsync(Simulator);
        Simulator.Webhooks.InboundMessage = receiver.At("/inbound");
        foreach (var type in (string[])["text", name])
        {
            foreach (var odd in (string[])["\"x\"", "5", "[]", "[[1]]", """{"action":1,"parameters":"x","cards":5,"name":[],"interactive":{"header":1,"body":[],"action":"x"}}"""])
            {
                var sent = await PostAsync($"{Api}/messages", Json($$$"""{"channel":"whatsapp","from":"447700900000","to":"447700900001","content":{"message_type":"{{{type}}}","text":"Hello","{{{name}}}":{{{odd}}}}}"""));
                Assert.That(sent.Status, Is.EqualTo(HttpStatusCode.Created), odd);
            }
        }

        using var page = await Http.GetAsync(new Uri("/", UriKind.Relative));
        Assert.That((page.StatusCode, (await GetAsync($"{Api}/messages"))["total"]), Is.EqualTo((HttpStatusCode.OK, "10")));
    }

    [TestCase("application/json", """{"from":"\ud800","to":"1","text":"x"}""")]
    [TestCase("application/json", """{"from":"1","from":"2","to":"1","text":"x"}""")]
    [TestCase("multipart/form-data; boundary=y", "--x")]
    public async Task What_cannot_be_read_is_a_mistake_of_the_client(string type, string body)
    {
        using var content = new StringContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        using var response = await Http.PostAsync(new Uri($"{Api}/messages", UriKind.Relative), content);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task A_request_that_is_no_text_does_not_break_the_page()
    {
        using var content = new StringContent("""{"text":"\ud800"}""", System.Text.Encoding.UTF8, "application/json");
        using var refused = await Http.PostAsync(new Uri("/rest.nexmo.com/sms/json", UriKind.Relative), content);

        using var page = await Http.GetAsync(new Uri("/?view=requests", UriKind.Relative));

        Assert.That(page.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_copied_command_has_the_secret_only_where_it_was()
    {
        await PostFormAsync("/rest.nexmo.com/sms/json", ("api_key", Simulator.ApiKey), ("api_secret", Simulator.ApiSecret), ("from", "ACME"), ("to", "447700900000"), ("text", "Sale *** today"));
        await PostAsync("/api.nexmo.com/v1/messages", Json("""{"channel":"sms","message_type":"text","from":"ACME","to":"447700900000","text":"***"}"""));

        var (form, json) = ((await GetAsync($"{Api}/requests/1/curl")).Text, (await GetAsync($"{Api}/requests/2/curl")).Text);

        Assert.That(form, Does.Contain("api_secret=$VONAGE_API_SECRET").And.Contain("Sale%20%2A%2A%2A%20today").Or.Contain("Sale%20***%20today"));
        Assert.That(json, Does.Contain("\"text\":\"***\"").And.Not.Contain("VONAGE_API_SECRET"));
    }

    [Test]
    public async Task A_copied_command_reads_no_file_and_runs_nothing_else()
    {
        using var request = new HttpRequestMessage(new HttpMethod("`id`"), new Uri("/nothing", UriKind.Relative)) { Content = new StringContent("@/etc/hostname") };
        using var refused = await Http.SendAsync(request);

        var command = (await GetAsync($"{Api}/requests/1/curl")).Text;

        Assert.That(command, Does.StartWith("curl -X '`id`' ").And.Contain("--data-raw '@/etc/hostname'"));
    }

    [Test]
    public async Task A_secret_without_a_scheme_is_masked()
    {
        Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "TheSecretAlone");
        using var refused = await Http.GetAsync(new Uri("/api.nexmo.com/v1/calls", UriKind.Relative));

        Assert.That((await GetAsync($"{Api}/requests/1")).Text, Does.Not.Contain("TheSecretAlone"));
    }

    [Test]
    public async Task An_SMS_of_a_person_has_at_most_255_parts()
    {
        Simulator.Webhooks.InboundSms = new Uri("http://127.0.0.1:9/");

        var answer = await PostAsync($"{Api}/messages", new JsonObject { ["api"] = "sms", ["from"] = "447700900000", ["to"] = "447700900001", ["text"] = new string('x', 40_000) });

        Assert.That((answer.Status, answer["detail"]), Is.EqualTo((HttpStatusCode.BadRequest, "The text takes 262 SMS, and a phone sends at most 255.")));
        Assert.That(Simulator.Webhooks.Sent, Is.Empty);
    }

    [Test]
    public async Task A_template_is_filled_in_as_the_phone_shows_it()
    {
        UseToken();
        var created = await PostAsync($"/api.nexmo.com/v2/whatsapp-manager/wabas/{VonageSimulator.WabaId}/templates", Json("""
            {"name":"parcel","language":"en","category":"UTILITY","components":[{"type":"BODY","format":"TEXT","text":"From {{1}} on {{2}}.","example":{"body_text":[["ACME","May 1st"]]}}]}
            """));
        await Client.Messages.SendAsync(new Messages.WhatsAppTemplateMessage { From = "447700900001", To = "447700900000", Template = new("parcel") { Parameters = { "ACME", "May 3rd" } }, WhatsApp = new("en") });
        using var page = await Http.GetAsync(new Uri("/", UriKind.Relative));

        Assert.That((created.Status, (await GetAsync($"{Api}/messages/latest"))["text"]), Is.EqualTo((HttpStatusCode.OK, "From ACME on May 3rd.")));
        Assert.That(await page.Content.ReadAsStringAsync(), Does.Contain("<p>From ACME on May 3rd.</p>"));
    }

    [TestCase("é", "text", "1")]
    [TestCase("ж", "unicode", "2")]
    public async Task An_SMS_of_the_Messages_API_has_the_encoding_that_its_text_needs(string letter, string encoding, string parts)
    {
        await Client.Messages.SendAsync(new Messages.SmsTextMessage { From = "ACME", To = "447700900000", Text = string.Concat(Enumerable.Repeat(letter, 100)) });

        var message = await GetAsync($"{Api}/messages/latest");

        Assert.That((message["encoding"], message["parts"]), Is.EqualTo((encoding, parts)));
    }

    [Test]
    public async Task A_phone_has_twelve_keys()
    {
        await Client.Voice.CreateCallAsync(new CreateCallRequest { From = new PhoneEndpoint("447700900001"), To = { new PhoneEndpoint("447700900000") }, Ncco = Ncco.Create().Input(input => input.Dtmf()) });

        var answer = await PostAsync($"{Api}/calls/latest/press", new JsonObject { ["digits"] = "12x" });

        Assert.That((answer.Status, answer["detail"]), Is.EqualTo((HttpStatusCode.BadRequest, "A phone has the keys 0 to 9, * and #.")));
    }

    [Test]
    public async Task Messages_are_unread_until_they_are_marked_as_read()
    {
        await SendSmsAsync("447700900000", "One");
        await SendSmsAsync("447700900002", "Two");

        await PostAsync($"{Api}/messages/read?to=447700900000", new JsonObject());

        Assert.That((await GetAsync($"{Api}/messages?q=is:unread"))["messages.0.text"], Is.EqualTo("Two"));
        Assert.That((await GetAsync($"{Api}/messages?q=is:read"))["messages.0.unread"], Is.EqualTo("False").IgnoreCase);
    }

    protected override void Prepare() => Options.ServesPage = true;

    private async Task<string> SampleAsync(string language)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Find(), "docs", "simulator.md"));
        return text.Split($"```{language}\n")[1].Split("```")[0].Replace("http://127.0.0.1:4010", Simulator.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output)> RunAsync(string program, string folder, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    private Task<Sms.SmsResponse> SendSmsAsync(string to, string text, string? reference = null) =>
        Client.Sms.SendAsync(new Sms.SmsRequest { From = "ACME", To = to, Text = text, Type = text.All(char.IsAscii) ? Sms.SmsType.Text : Sms.SmsType.Unicode, ClientRef = reference });
}
