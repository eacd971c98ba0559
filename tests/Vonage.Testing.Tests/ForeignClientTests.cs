using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Vonage.Testing.Tests.Support;

namespace Vonage.Testing.Tests;

/// <summary>What clients that nobody here wrote send, and expect.</summary>
internal sealed class ForeignClientTests : SimulatorTest
{
    private const string Rest = "/rest.nexmo.com";
    private const string Api = "/api.nexmo.com";

    private string Key => $"api_key={Simulator.ApiKey}&api_secret={Simulator.ApiSecret}";

    [TestCase("/rest.nexmo.com/sms/json", "from=ACME&to=447700900000&text=Hello", "messages.0.status")]
    [TestCase("/api.nexmo.com/verify/json", "number=447700900000&brand=ACME&code_length=6", "status")]
    [TestCase("/api.nexmo.com/verify/search/json", "request_id=x", "error_text")]
    [TestCase("/api.nexmo.com/ni/basic/json", "number=447700900000", "status")]
    [TestCase("/api.nexmo.com/ni/advanced/json", "number=447700900000&cnam=true", "status")]
    [TestCase("/api.nexmo.com/conversions/sms", "message-id=x&delivered=true", null)]
    [TestCase("/rest.nexmo.com/account/top-up", "trx=x", null)]
    [TestCase("/rest.nexmo.com/account/settings", "moCallBackUrl=https://example.com/mo", "mo-callback-url")]
    [TestCase("/rest.nexmo.com/account/get-balance", "", "value")]
    public async Task Old_endpoints_take_parameters_and_keys_from_query_form_and_json(string path, string parameters, string? field)
    {
        var all = $"{parameters}&{Key}".TrimStart('&').Split('&').Select(pair => pair.Split('=')).Select(pair => (Name: pair[0], Value: pair[1])).ToArray();
        var json = new JsonObject(all.Select(pair => KeyValuePair.Create(pair.Name, pair.Value is "true" or "6" ? JsonNode.Parse(pair.Value) : pair.Value)));

        Answer[] answers =
        [
            await GetAsync($"{path}?{parameters}&{Key}"), await PostAsync($"{path}?{parameters}&{Key}", new ByteArrayContent([])), await PostFormAsync(path, all), await PostAsync(path, json),
        ];

        Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo(HttpStatusCode.OK), answers[^1].Text);
        Assert.That(Simulator.Requests.SelectMany(request => request.Violations), Is.Empty);
        if (field is not null)
            Assert.That(answers.Select(answer => answer[field]), Has.All.Not.Null);
    }

    [Test]
    public async Task An_sms_is_answered_in_xml_where_that_is_asked_for()
    {
        var answer = await PostFormAsync($"{Rest}/sms/xml", ("api_key", Simulator.ApiKey), ("api_secret", Simulator.ApiSecret), ("from", "ACME"), ("to", "447700900000"), ("text", "Hello"));

        Assert.That(answer.ContentType, Is.EqualTo("text/xml"));
        Assert.That(answer.Text, Does.Contain("<messages count=\"1\">").And.Contain("<status>0</status>").And.Contain("<messageId>"));
    }

    [TestCase("/rest.nexmo.com/sms/json", "from=ACME&to=447700900000&text=Hello", "messages.0.status")]
    [TestCase("/api.nexmo.com/verify/json", "number=447700900000&brand=ACME", "status")]
    [TestCase("/api.nexmo.com/verify/check/json", "request_id=x&code=1234", "status")]
    [TestCase("/api.nexmo.com/ni/basic/json", "number=447700900000", "status")]
    public async Task A_wrong_secret_among_the_parameters_is_status_4(string path, string parameters, string field)
    {
        var answer = await GetAsync($"{path}?{parameters}&api_key={Simulator.ApiKey}&api_secret=wrong");

        Assert.That((answer.Status, answer[field]), Is.EqualTo((HttpStatusCode.OK, "4")), answer.Text);
        Assert.That(Simulator.Requests.Single().AuthenticationError, Is.EqualTo("The API secret is wrong."));
    }

    [Test]
    public async Task A_wrong_signature_is_status_14()
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var answer = await GetAsync($"{Rest}/sms/json?from=ACME&to=447700900000&text=Hello&api_key={Simulator.ApiKey}&timestamp={now}&sig=wrong");

        Assert.That((answer.Status, answer["messages.0.status"]), Is.EqualTo((HttpStatusCode.OK, "14")), answer.Text);
    }

    [Test]
    public async Task The_key_of_a_created_application_signs_tokens_and_the_simulators_own_application_is_listed()
    {
        UseBasic();
        var created = await PostAsync($"{Api}/v2/applications", new JsonObject { ["name"] = "Mine" });
        var listed = await GetAsync($"{Api}/v2/applications");
        Assert.That((listed["_embedded.applications.0.id"], listed["_embedded.applications.1.id"]), Is.EqualTo((Simulator.ApplicationId, created["id"])));
        Assert.That(listed["_embedded.applications.0.keys.public_key"], Does.StartWith("-----BEGIN PUBLIC KEY-----"));

        var claims = Token.Claims(Simulator);
        claims["application_id"] = created["id"];
        UseToken(Token.Sign(claims, created["keys.private_key"]!));
        Assert.That((await GetAsync($"{Api}/v1/calls")).Status, Is.EqualTo(HttpStatusCode.OK));
        UseToken(Token.Sign(claims, Simulator.PrivateKeyPem));
        Assert.That((await GetAsync($"{Api}/v1/calls")).Status, Is.EqualTo(HttpStatusCode.Unauthorized), "signed with the key of another application");

        UseBasic();
        await DeleteAsync($"{Api}/v2/applications/{created["id"]}");
        UseToken(Token.Sign(claims, created["keys.private_key"]!));
        Assert.That((await GetAsync($"{Api}/v1/calls")).Status, Is.EqualTo(HttpStatusCode.Unauthorized), "of a deleted application");
    }

    [TestCase("iat", "\"1700000000\"", "iat must be a number")]
    [TestCase("exp", "9999999999", "more than 24 hours")]
    [TestCase("iat", "1700000000000", "iat must be a number of seconds")]
    [TestCase("exp", "1700000000000", "exp must be a number of seconds")]
    [TestCase("nbf", "-1e300", "nbf must be a number of seconds")]
    [TestCase("acl", """{"paths":{"/*/users/**":{}}}""", "acl does not include the path /v1/calls")]
    [TestCase("acl", """{"paths":{"/*/calls/**":{}}}""", null)]
    [TestCase("acl", """{"paths":{"/v1/**":{}}}""", null)]
    public async Task A_token_is_refused_for_the_reason_that_it_has(string claim, string value, string? reason)
    {
        var claims = Token.Claims(Simulator);
        claims[claim] = JsonNode.Parse(value);
        UseToken(Token.Sign(claims, Simulator.PrivateKeyPem));

        var answer = await GetAsync($"{Api}/v1/calls");

        Assert.That(Simulator.Requests.Single().AuthenticationError, reason is null ? Is.Null : Does.Contain(reason));
        Assert.That(answer["detail"] ?? answer["error_title"], reason is null ? Is.Null : Is.Not.Null);
    }

    [TestCase("application/json", "{", "body: is not valid JSON")]
    [TestCase("text/plain", "{}", "Content-Type: must be")]
    public async Task Credentials_in_a_body_that_cannot_be_read_are_missed_for_that_reason(string type, string body, string reason)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);

        var answer = await PostAsync($"{Rest}/sms/json", content);

        Assert.That((answer.Status, answer["detail"]), Is.EqualTo((HttpStatusCode.Unauthorized, answer["detail"])));
        Assert.That(answer["detail"], Does.Contain("No credentials").And.Contain($"The body was not read: {reason}"));
    }

    [Test]
    public async Task A_token_with_a_claim_twice_is_none()
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem(Simulator.PrivateKeyPem);
        var text = $"{Encode("""{"alg":"RS256"}""")}.{Encode($$"""{"application_id":"{{Simulator.ApplicationId}}","iat":1,"jti":"a","jti":"b"}""")}";
        UseToken($"{text}.{Base64Url.EncodeToString(rsa.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}");

        Assert.That((await GetAsync($"{Api}/v1/calls")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));

        static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
    }

    [Test]
    public async Task An_acl_with_many_asterisks_is_read_in_no_time()
    {
        var claims = Token.Claims(Simulator);
        claims["acl"] = new JsonObject { ["paths"] = new JsonObject { [$"/v1/calls/{string.Concat(Enumerable.Repeat("*a", 40))}b"] = new JsonObject() } };
        UseToken(Token.Sign(claims, Simulator.PrivateKeyPem));

        Assert.That((await GetAsync($"{Api}/v1/calls/{new string('a', 2000)}")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [TestCase("GET", "/api.nexmo.com/accounts/{key}/credit_transfers?start_date=2020-01-01T00:00:00Z")]
    [TestCase("GET", "/api.nexmo.com/accounts/{key}/balance-transfers?start_date=2020-01-01T00:00:00Z")]
    public async Task The_other_spelling_of_a_path_and_a_date_without_a_time_are_taken(string method, string path)
    {
        UseBasic();

        Assert.That((await GetAsync(path.Replace("{key}", Simulator.ApiKey))).Status, Is.EqualTo(HttpStatusCode.OK), method);
        Assert.That((await GetAsync(path.Replace("{key}", Simulator.ApiKey).Replace("T00:00:00Z", ""))).Status, Is.EqualTo(HttpStatusCode.OK), method);
    }

    [Test]
    public async Task Numbers_and_booleans_of_an_ncco_can_be_strings_inline_and_from_an_answer_url()
    {
        const string Ncco = """[{"action":"talk","text":"Hello","loop":"2","bargeIn":"true","level":"0.5"},{"action":"connect","endpoint":[{"type":"sip","uri":"sip:a@example.com","standard_headers":{}}]}]""";
        await using var receiver = await WebhookReceiver.StartAsync(Simulator);
        receiver.Answers["/answer"] = Ncco;
        UseToken();
        var call = new JsonObject { ["to"] = JsonNode.Parse("""[{"type":"phone","number":"447700900000"}]"""), ["from"] = JsonNode.Parse("""{"type":"phone","number":"447700900001"}""") };
        call["ncco"] = JsonNode.Parse(Ncco);
        var inline = await PostAsync($"{Api}/v1/calls", call);
        call.Remove("ncco");
        call["answer_url"] = new JsonArray(receiver.At("/answer").AbsoluteUri);
        var asked = await PostAsync($"{Api}/v1/calls", call);

        Assert.That((inline.Status, asked.Status), Is.EqualTo((HttpStatusCode.Created, HttpStatusCode.Created)), inline.Text);
        foreach (var uuid in (string[])[inline["uuid"]!, asked["uuid"]!])
            Assert.That((await Simulator.Webhooks.FindCallAsync(uuid)).ConnectedTo?.To, Is.EqualTo("sip:a@example.com"));
        Assert.That(Simulator.Requests[0].Json!["ncco"]![0]!["loop"]!.ToString(), Is.EqualTo("2"), "the test sees what was sent");
    }

    [Test]
    public async Task A_message_is_changed_at_the_newer_name_of_the_host()
    {
        UseToken();

        Assert.That((await SendAsync(HttpMethod.Patch, "/api-eu.vonage.com/v1/messages/aaaaaaaa-bbbb-cccc-dddd-0123456789ab", new JsonObject { ["status"] = "read" })).Status, Is.EqualTo(HttpStatusCode.Accepted));
    }

    [Test]
    public async Task Each_reply_has_its_own_ids()
    {
        UseBasic();
        Answer[] answers = [await GetAsync($"{Api}/ni/basic/json?number=447700900000"), await GetAsync($"{Api}/ni/basic/json?number=447700900000")];
        Answer[] problems = [await GetAsync($"{Api}/v2/applications/{Guid.NewGuid()}"), await GetAsync($"{Api}/v2/applications/{Guid.NewGuid()}")];

        Assert.That(answers.Concat(problems).Select(answer => answer.Header("X-Request-Id")), Is.Unique.And.All.Not.Null);
        Assert.That(answers.Select(answer => answer["request_id"]), Is.Unique.And.All.Not.Null);
        Assert.That(problems.Select(answer => answer["instance"]), Is.Unique.And.All.Not.Null);
    }

    [Test]
    public async Task An_error_names_what_was_asked_for_and_not_what_is_in_the_example()
    {
        UseToken();

        var answer = await GetAsync($"{Api}/v1/users/USR-1");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(answer["detail"], Is.EqualTo("/v1/users/USR-1 does not exist, or you do not have access"));
    }

    [TestCase("GB", "United Kingdom")]
    [TestCase("DE", "Germany")]
    public async Task Prices_are_those_of_the_country(string code, string name)
    {
        UseBasic();
        var answer = await GetAsync($"{Rest}/account/get-pricing/outbound/sms?country={code}");

        Assert.That((answer["countryCode"], answer["countryName"]), Is.EqualTo((code, name)));
    }

    [Test]
    public async Task Links_are_absolute()
    {
        UseToken();
        var answer = await GetAsync($"{Api}/v1/calls?page_size=1");

        Assert.That(answer["_links.self.href"], Does.StartWith("https://api.nexmo.com/v1/calls?"));
    }

    [Test]
    public async Task Addresses_lead_to_the_simulator_where_that_is_wanted()
    {
        await using var receiver = await WebhookReceiver.StartAsync("abcd1234", "SimulatorSignatureSecret");
        await using var simulator = await VonageSimulator.StartAsync(new() { UsesOwnAddresses = true });
        UseToken(Token.For(simulator));
        var links = await Answer.ReadAsync(await Http.GetAsync(new Uri(simulator.Address, "/api.nexmo.com/v1/calls?page_size=1")));
        simulator.Webhooks.Answer = receiver.At("/answer");
        receiver.Answers["/answer"] = $$"""[{"action":"record","endOnKey":"1","eventUrl":["{{receiver.At("/recorded")}}"]}]""";
        await simulator.Webhooks.ReceiveCallAsync("447700900000", "447700900001");
        await simulator.Webhooks.SettleAsync();
        var recorded = simulator.Webhooks.Sent.Single(sent => sent.Type == WebhookType.Recording);
        var address = new Uri(JsonNode.Parse(recorded.Payload)!["recording_url"]!.ToString());

        Assert.That(links["_links.self.href"], Does.StartWith($"{simulator.Address}api.nexmo.com/v1/calls?"));
        Assert.That(address.AbsoluteUri, Does.StartWith($"{simulator.Address}api.nexmo.com/v1/files/"));
        Assert.That((await Http.GetAsync(address)).Content.Headers.ContentType?.MediaType, Is.EqualTo("audio/mpeg"));
    }

    [Test]
    public async Task A_call_ends_when_its_ncco_has_run_out()
    {
        await using var receiver = await WebhookReceiver.StartAsync("abcd1234", "SimulatorSignatureSecret");
        await using var simulator = await VonageSimulator.StartAsync(new() { CallEndsAfter = TimeSpan.Zero });
        simulator.Webhooks.Answer = receiver.At("/answer");
        simulator.Webhooks.CallEvent = receiver.At("/event");
        receiver.Answers["/answer"] = """[{"action":"talk","text":"Hello"}]""";
        var over = await simulator.Webhooks.ReceiveCallAsync("447700900000", "447700900001");
        receiver.Answers["/answer"] = """[{"action":"conversation","name":"room"}]""";
        var live = await simulator.Webhooks.ReceiveCallAsync("447700900000", "447700900001");
        await simulator.Webhooks.SettleAsync();

        Assert.That((over.IsOver, live.IsOver), Is.EqualTo((true, false)));
        var completed = simulator.Webhooks.Sent.Select(sent => JsonNode.Parse(sent.Payload)!).Single(payload => payload["status"]?.ToString() == "completed");
        Assert.That((completed["uuid"]?.ToString(), completed["disconnected_by"]?.ToString()), Is.EqualTo((over.Uuid, "platform")));
    }

    [Test]
    public async Task A_call_ends_some_time_after_its_ncco_has_run_out()
    {
        await using var receiver = await WebhookReceiver.StartAsync("abcd1234", "SimulatorSignatureSecret");
        await using var simulator = await VonageSimulator.StartAsync(new() { CallEndsAfter = TimeSpan.FromMilliseconds(50) });
        simulator.Webhooks.Answer = receiver.At("/answer");
        receiver.Answers["/answer"] = """[{"action":"talk","text":"Hello"}]""";

        var call = await simulator.Webhooks.ReceiveCallAsync("447700900000", "447700900001");

        Assert.That(() => call.IsOver, Is.True.After(60_000, 20));
    }

    [Test]
    public async Task Webhook_urls_that_were_set_through_the_apis_are_used()
    {
        await using var receiver = await WebhookReceiver.StartAsync(Simulator);
        receiver.Answers["/answer"] = """[{"action":"conversation","name":"room"}]""";
        string At(string path) => receiver.At(path).AbsoluteUri;
        JsonObject Url(string path) => new() { ["address"] = At(path), ["http_method"] = "POST" };
        UseBasic();
        await PostFormAsync($"{Rest}/account/settings", ("moCallBackUrl", At("/account-sms")), ("drCallBackUrl", At("/receipt")));
        var application = await PostAsync($"{Api}/v2/applications", new JsonObject
        {
            ["name"] = "Mine",
            ["capabilities"] = new JsonObject
            {
                ["voice"] = new JsonObject { ["webhooks"] = new JsonObject { ["answer_url"] = Url("/answer"), ["event_url"] = Url("/event") } },
                ["messages"] = new JsonObject { ["webhooks"] = new JsonObject { ["inbound_url"] = Url("/message"), ["status_url"] = Url("/status") } },
            },
        });
        var webhooks = Simulator.Webhooks;
        await webhooks.ReceiveSmsAsync("447700900000", "447700900001", "Hello");
        await PostFormAsync($"{Rest}/number/update", ("country", "GB"), ("msisdn", "447700900001"), ("moHttpUrl", At("/number-sms")), ("app_id", application["id"]!));
        await webhooks.ReceiveSmsAsync("447700900000", "447700900001", "Hello");
        await webhooks.ReceiveMessageAsync(new Vonage.Messages.InboundSmsTextMessage { From = "447700900000", To = "447700900001", Text = "Hello" });
        await webhooks.ReceiveCallAsync("447700900000", "447700900001");
        await PostFormAsync($"{Rest}/sms/json", ("api_key", Simulator.ApiKey), ("api_secret", Simulator.ApiSecret), ("from", "ACME"), ("to", "447700900000"), ("text", "Hello"));
        var claims = Token.Claims(Simulator);
        claims["application_id"] = application["id"];
        UseToken(Token.Sign(claims, application["keys.private_key"]!));
        await PostAsync($"{Api}/v1/messages", new JsonObject { ["channel"] = "sms", ["message_type"] = "text", ["from"] = "ACME", ["to"] = "447700900000", ["text"] = "Hello" });
        await webhooks.SettleAsync();

        Assert.That(receiver.Received.Select(received => received.Split(' ')[1]).Distinct(), Is.EquivalentTo((string[])["/account-sms", "/number-sms", "/message", "/event", "/answer", "/receipt", "/status"]));
        Assert.That(() => webhooks.ReceiveCallAsync("447700900000", "447700900999"), Throws.InvalidOperationException);
    }

    [Test]
    public async Task Every_webhook_of_the_capabilities_of_an_application_is_used()
    {
        await using var receiver = await WebhookReceiver.StartAsync(Simulator);
        receiver.Statuses["/answer"] = 500;
        receiver.Answers["/fallback"] = """[{"action":"conversation","name":"room"}]""";
        JsonObject Url(string path) => new() { ["address"] = receiver.At(path).AbsoluteUri, ["http_method"] = "POST" };
        JsonObject Video(string path, bool active = true) => new() { ["address"] = receiver.At(path).AbsoluteUri, ["active"] = active };
        UseBasic();
        var updated = await SendAsync(HttpMethod.Put, $"{Api}/v2/applications/{Simulator.ApplicationId}", new JsonObject
        {
            ["name"] = "Own",
            ["capabilities"] = new JsonObject
            {
                ["voice"] = new JsonObject { ["webhooks"] = new JsonObject { ["answer_url"] = Url("/answer"), ["fallback_answer_url"] = Url("/fallback") } },
                ["verify"] = new JsonObject { ["webhooks"] = new JsonObject { ["status_url"] = Url("/verify") } },
                ["rtc"] = new JsonObject { ["webhooks"] = new JsonObject { ["event_url"] = Url("/rtc") } },
                ["video"] = new JsonObject
                {
                    ["webhooks"] = new JsonObject
                    {
                        ["session_created"] = Video("/session-created"),
                        ["connection_created"] = Video("/connection-created"),
                        ["session_destroyed"] = Video("/unused", active: false),
                        ["archive_status"] = Video("/archive"),
                        ["captions_status"] = Video("/captions"),
                        ["render_status"] = Video("/render"),
                    },
                },
            },
        });
        Assert.That(updated.Status, Is.EqualTo(HttpStatusCode.OK), updated.Text);
        await PostFormAsync($"{Rest}/number/update", ("country", "GB"), ("msisdn", "447700900001"), ("app_id", Simulator.ApplicationId));
        var client = Simulator.CreateClient();

        var call = await Simulator.Webhooks.ReceiveCallAsync("447700900000", "447700900001");
        await client.VerifyV2.CancelAsync((await client.VerifyV2.StartAsync(new() { Brand = "ACME", Workflow = { new Vonage.VerifyV2.SmsWorkflow("447700900000") } })).RequestId);
        var conversation = await client.Conversations.CreateAsync(new() { Name = "support" });
        await client.Conversations.CreateEventAsync(conversation.Id, new Vonage.Conversations.MessageEventRequest(new() { MessageType = Vonage.Conversations.RtcMessageType.Text, Text = "Hello" }));
        var session = await client.Video.CreateSessionAsync();
        var person = await Simulator.Webhooks.JoinVideoSessionAsync(client.Video.CreateClientToken(session.SessionId));
        await client.Video.StartArchiveAsync(new(session.SessionId));
        await person.LeaveAsync();
        await Simulator.Webhooks.SettleAsync();

        Assert.That(call.IsOver, Is.False);
        Assert.That(receiver.Received.Select(received => received.Split(' ')[1]).Distinct(), Is.EquivalentTo((string[])["/answer", "/fallback", "/verify", "/rtc", "/session-created", "/connection-created", "/archive"]));
    }

    [Test]
    public async Task An_inbound_sms_of_the_messages_api_is_complete()
    {
        await using var receiver = await WebhookReceiver.StartAsync(Simulator);
        Simulator.Webhooks.InboundMessage = receiver.At("/message");

        var sent = await Simulator.Webhooks.ReceiveMessageAsync(new Vonage.Messages.InboundSmsTextMessage { From = "447700900000", To = "447700900001", Text = new string('a', 200) });

        var payload = JsonNode.Parse(sent.Payload)!;
        Assert.That((payload["message_type"]?.ToString(), payload["sms"]?["num_messages"]?.ToString(), payload["usage"]?["currency"]?.ToString(), payload["origin"]?["network_code"]?.ToString()),
            Is.EqualTo(("text", "2", "EUR", "12345")));
        Assert.That(receiver.Read<Vonage.Messages.InboundMessage>("/message").Single(), Is.InstanceOf<Vonage.Messages.InboundSmsTextMessage>());
    }

    [Test]
    public async Task Documented_rate_limits_are_enforced_where_that_is_wanted()
    {
        var clock = new ManualTime();
        await using var simulator = await VonageSimulator.StartAsync(new() { EnforcesRateLimits = true, TimeProvider = clock });
        UseBasic(simulator.ApiKey, simulator.ApiSecret);
        Task<HttpResponseMessage> Ask() => Http.GetAsync(new Uri(simulator.Address, "/rest.nexmo.com/account/get-pricing/outbound/sms?country=GB"));

        var (first, second) = (await Ask(), await Ask());
        clock.Advance(TimeSpan.FromSeconds(1));
        var third = await Ask();

        Assert.That((first.StatusCode, second.StatusCode, third.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.OK)));
        Assert.That(second.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(1)));
    }

    [TestCase("Sms.send")]
    [TestCase("VerifyV2.START")]
    [TestCase("number-insight.getbasic")]
    public void Operations_are_found_by_the_names_of_the_exceptions(string name) => Assert.That(() => Simulator.Respond(name, 429), Throws.Nothing);

    [Test]
    public void A_name_that_does_not_exist_is_answered_with_the_nearest() => Assert.That(
        () => Simulator.Respond("voice.createCal", 429), Throws.ArgumentException.With.Message.Contains("Did you mean voice.createCall"));

    [Test]
    public async Task An_unknown_path_is_answered_with_the_nearest_operation()
    {
        var answer = await GetAsync("/v1/callz");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(answer["detail"], Does.Contain("/v1/calls (voice."));
        Assert.That((await PostAsync("/", new JsonObject())).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Its_health_can_be_asked_for()
    {
        var answer = await GetAsync("/health");

        Assert.That((answer.Status, answer["status"], Simulator.Requests.Count), Is.EqualTo((HttpStatusCode.OK, "ok", 0)));
    }

    [Test]
    public async Task Https_serves_the_names_of_the_hosts_with_a_certificate_that_its_authority_signed()
    {
        await using var simulator = await VonageSimulator.StartAsync(new() { HttpsPort = 0 });
        using var authority = System.Security.Cryptography.X509Certificates.X509Certificate2.CreateFromPem(simulator.CertificateAuthorityPem);
        using var handler = new SocketsHttpHandler { UseProxy = false };
        handler.SslOptions.CertificateChainPolicy = new()
        {
            TrustMode = System.Security.Cryptography.X509Certificates.X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { authority },
            RevocationMode = System.Security.Cryptography.X509Certificates.X509RevocationMode.NoCheck,
        };
        handler.ConnectCallback = async (context, token) =>
        {
            var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, simulator.SecureAddress!.Port, token);
            return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
        };
        using var http = new HttpClient(handler);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token.For(simulator));

        var byName = await Answer.ReadAsync(await http.GetAsync(new Uri("https://api.nexmo.com/v1/calls")));
        var elsewhere = await Answer.ReadAsync(await http.GetAsync(new Uri("https://rest.nexmo.com/v1/calls")));
        var byAddress = await Answer.ReadAsync(await http.GetAsync(new Uri(simulator.SecureAddress!, "/api.nexmo.com/v1/calls")));

        Assert.That((byName.Status, elsewhere.Status, byAddress.Status), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.OK)));
        Assert.That(simulator.Requests.Select(request => request.Host), Is.EqualTo(["api.nexmo.com", "rest.nexmo.com", "api.nexmo.com"]));
        Assert.That(async () => await Http.GetAsync(simulator.SecureAddress), Throws.InstanceOf<HttpRequestException>(), "the certificate is trusted only by who was told to");
    }

    [Test]
    public async Task Clients_whose_hosts_are_fixed_use_it_as_their_proxy()
    {
        await using var simulator = await VonageSimulator.StartAsync(new() { HttpsPort = 0 });
        using var authority = System.Security.Cryptography.X509Certificates.X509Certificate2.CreateFromPem(simulator.CertificateAuthorityPem);
        using var handler = new SocketsHttpHandler { Proxy = new WebProxy(simulator.Address), UseProxy = true };
        handler.SslOptions.CertificateChainPolicy = new()
        {
            TrustMode = System.Security.Cryptography.X509Certificates.X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { authority },
            RevocationMode = System.Security.Cryptography.X509Certificates.X509RevocationMode.NoCheck,
        };
        using var http = new HttpClient(handler);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token.For(simulator));

        var calls = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => http.GetStringAsync(new Uri("https://api.nexmo.com/v1/calls"))));
        var large = await Answer.ReadAsync(await http.PostAsync(new Uri("https://api.nexmo.com/v1/messages"), new StringContent(new string('x', 200_000))));
        var plain = await http.GetStringAsync(new Uri("http://api.nexmo.com/v1/calls"));
        var elsewhere = Assert.CatchAsync<HttpRequestException>(() => http.GetStringAsync(new Uri("https://example.com/")));

        Assert.That(calls.Append(plain), Has.All.StartsWith("{"));
        Assert.That((int)large.Status, Is.InRange(400, 499));
        Assert.That((await elsewhere)!.Message, Does.Contain("403"));
        Assert.That(simulator.Requests.Select(request => request.Host).Distinct(), Is.EqualTo(["api.nexmo.com"]));
    }

    [Test]
    public async Task Files_that_apis_offer_are_in_the_simulator_where_addresses_lead_there()
    {
        await using var simulator = await VonageSimulator.StartAsync(new() { UsesOwnAddresses = true });
        var video = simulator.CreateClient().Video;
        var session = await video.CreateSessionAsync();
        var person = await simulator.Webhooks.JoinVideoSessionAsync(video.CreateClientToken(session.SessionId));
        await person.PublishAsync("Alice", Vonage.Video.VideoType.Camera);
        var archive = await video.StartArchiveAsync(new(session.SessionId));
        await video.StopArchiveAsync(archive.Id);

        var address = (await video.GetArchiveAsync(archive.Id)).Url!;
        using var file = await Http.GetAsync(address);

        Assert.That(address.AbsoluteUri, Does.StartWith(simulator.Address.AbsoluteUri).And.EndsWith($"{archive.Id}/archive.mp4"));
        Assert.That((file.StatusCode, file.Content.Headers.ContentType?.MediaType), Is.EqualTo((HttpStatusCode.OK, "video/mp4")));
    }

    [Test]
    public async Task A_conflict_says_what_is_in_the_way()
    {
        UseToken();
        await PostAsync($"{Api}/v1/conversations", new JsonObject { ["name"] = "support" });
        var conflict = await PostAsync($"{Api}/v1/conversations", new JsonObject { ["name"] = "support" });

        Assert.That((conflict.Status, conflict.Text), Is.EqualTo((HttpStatusCode.Conflict, conflict.Text)));
        Assert.That(conflict.Text, Does.Contain("A conversation with the name support already exists"));
    }
}
