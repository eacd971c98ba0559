using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using SimulatorControl;
using Vonage.Messages;
using Vonage.Sms;
using Vonage.Testing.Tests.Support;
using Vonage.Voice;

namespace Vonage.Testing.Tests;

/// <summary>The program <c>tools/Vonage.Simulator</c>, run as anybody runs it.</summary>
internal sealed class SimulatorProgramTests
{
    [Test]
    [Platform("Unix")]
    public async Task Tells_how_to_use_it_logs_and_stops()
    {
        using var program = Start("--port", "0");
        var introduction = await ReadToAsync(program, "Requests");
        var keyPath = Value(introduction, "VONAGE_PRIVATE_KEY_PATH");
        using var http = new HttpClient { BaseAddress = Address(introduction) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(
            Encoding.UTF8.GetBytes($"{Value(introduction, "VONAGE_API_KEY")}:{Value(introduction, "VONAGE_API_SECRET")}")));

        using var response = await http.GetAsync(new Uri("/rest.nexmo.com/account/get-balance?x=secret", UriKind.Relative));
        var line = await program.StandardOutput.ReadLineAsync();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(
            Encoding.UTF8.GetBytes($"{Value(introduction, "FR_ACCESS_KEY")}:{Value(introduction, "FR_SECRET_KEY")}")));
        var flowroute = introduction.Single(text => text.EndsWith("/api.flowroute.com", StringComparison.Ordinal)).Split(' ')[^1];
        using var routes = await http.GetAsync(new Uri(flowroute + "/v2/routes"));
        var flowrouteLine = await program.StandardOutput.ReadLineAsync();

        Assert.That((routes.StatusCode, flowrouteLine?[9..]), Is.EqualTo((HttpStatusCode.OK, "GET api.flowroute.com/v2/routes → 200")));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(introduction, Has.Some.EndsWith("/rest.nexmo.com"));
        Assert.That(line, Does.EndWith("GET rest.nexmo.com/account/get-balance → 200"));
        using (var rsa = RSA.Create())
            Assert.That(async () => rsa.ImportFromPem(await File.ReadAllTextAsync(keyPath)), Throws.Nothing);

        // Not SIGINT, which whoever runs the tests in a background shell has told all processes to ignore. The shell has a kill of its own.
        using (Process.Start("sh", ["-c", $"kill -TERM {program.Id}"]))
            await program.WaitForExitAsync().WaitAsync(Patience.Limit);
        Assert.That((program.ExitCode, await program.StandardOutput.ReadToEndAsync()), Is.EqualTo((0, "Stopped." + Environment.NewLine)));
        Assert.That(File.Exists(keyPath), Is.False);
    }

    [Test]
    public async Task Says_what_is_wrong_with_a_key()
    {
        var path = Path.GetTempFileName();
        using var program = Start("--port", "0", "--key", path);

        var error = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();

        File.Delete(path);
        Assert.That((program.ExitCode, error), Is.EqualTo((1, error)));
        Assert.That(error, Does.StartWith("Error: ").And.Contain("key"));
    }

    [Test]
    public async Task Calls_back_as_it_is_told_by_options_and_typed_commands()
    {
        await using var receiver = await WebhookReceiver.StartAsync("abcd1234", "SimulatorSignatureSecret");
        receiver.Method = SignatureMethod.HmacSha256;
        receiver.Answers["/answer"] = """[{"action":"input","type":["dtmf"]},{"action":"input","type":["dtmf","speech"]}]""";
        using var program = Start(
            "--port", "0", "--inbound-sms", $"{receiver.At("/sms?token=secret")}", "--sms-form", "json", "--signature-method", "sha256",
            "--inbound-message", $"{receiver.At("/message")}", "--answer", $"{receiver.At("/answer")}", "--answer-method", "POST",
            "--call-event", $"{receiver.At("/event")}");
        await ReadToAsync(program, "Requests");

        foreach (var line in (string[])[
            "sms 447700900000 447700900001 Hello from \"a  shell\"", "message whatsapp 447700900000 447700900001 -Hi", "call 447700900000 447700900001",
            "press last 12", "say last Sales please", "calls", "hangup last", "quit"])
            await program.StandardInput.WriteLineAsync(line);
        var output = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((program.ExitCode, await program.StandardError.ReadToEndAsync()), Is.EqualTo((0, "")));
            Assert.That(receiver.Read<InboundSms>("/sms").Single().Text, Is.EqualTo("Hello from a  shell"));
            Assert.That(((InboundWhatsAppTextMessage)receiver.Read<Messages.InboundMessage>("/message").Single()).Text, Is.EqualTo("-Hi"));
            Assert.That(receiver.Received, Has.Member("POST /answer"));
            Assert.That(receiver.Read<InputEvent>("/event").Select(e => e.Dtmf?.Digits ?? (e.Speech is { Results: [var first, ..] } ? first.Text : null)).OfType<string>(), Is.EqualTo(["12", "Sales please"]));
            Assert.That(receiver.Read<CallEvent>("/event")[^1].Status, Is.EqualTo(CallEventStatus.Completed));
            Assert.That(output, Does.Contain($"InboundSms {receiver.At("/sms")} → 200").And.Contain("447700900000 → 447700900001: input of dtmf or speech").And.Contain("447700900000 → 447700900001: over"));
            Assert.That(output, Does.Not.Contain("secret").And.Not.Contain("Hello").And.EndWith("Stopped." + Environment.NewLine));
        }
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Calls_back_only_to_what_its_options_allow(bool isAllowed)
    {
        await using var receiver = await WebhookReceiver.StartAsync("abcd1234", "SimulatorSignatureSecret");
        using var program = Start(["--port", "0", "--allow-host", "simulator.test", .. isAllowed ? ["--allow-callback", receiver.At("/").AbsoluteUri] : (string[])[]]);
        var introduction = await ReadToAsync(program, "Requests");
        using var http = new HttpClient { BaseAddress = Address(introduction) };
        http.DefaultRequestHeaders.Host = "simulator.test";
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["api_key"] = "abcd1234",
            ["api_secret"] = Value(introduction, "VONAGE_API_SECRET"),
            ["from"] = "ACME",
            ["to"] = "447700900000",
            ["text"] = "Hello",
            ["callback"] = receiver.At("/status").AbsoluteUri,
        });

        using var response = await http.PostAsync(new Uri("/rest.nexmo.com/sms/json", UriKind.Relative), form);
        string[] lines = [(await program.StandardOutput.ReadLineAsync())![9..], (await program.StandardOutput.ReadLineAsync())![9..]];
        await program.StandardInput.WriteLineAsync("quit");
        await program.WaitForExitAsync();

        var outcome = isAllowed ? "200" : $"Not sent: port {receiver.At("/").Port} is not in AllowedCallbacks (--allow-callback).";
        Assert.That(lines, Is.EquivalentTo((string[])["POST rest.nexmo.com/sms/json → 200", $"SmsDeliveryReceipt {receiver.At("/status")} → {outcome}"]));
        Assert.That(receiver.Received, isAllowed ? Has.Count.EqualTo(1) : Is.Empty);
    }

    [Test]
    public async Task Says_what_is_wrong_with_what_is_typed_and_goes_on()
    {
        using var program = Start("--port", "0");
        await ReadToAsync(program, "Requests");

        foreach (var line in (string[])[
            "frobnicate", "call 1", "call 1 2", "press last 1", "message pigeon 1 2 Hello", "outcome call 1 asleep", "", "outcome call 1 busy", "outcome sms 1 failed",
            "outcome message 1 read", "sms 1 2 @file", "help", "quit"])
            await program.StandardInput.WriteLineAsync(line);
        var errors = (await program.StandardError.ReadToEndAsync()).Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        var output = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(errors, Has.Length.EqualTo(7).And.All.StartsWith("Error: "));
            Assert.That(errors[0], Does.Contain("no command 'frobnicate'"));
            Assert.That(errors[1], Does.EndWith("Usage: call FROM TO"));
            Assert.That(errors[2], Does.Contain("--answer"));
            Assert.That(errors[3], Does.Contain("no such call"));
            Assert.That(errors[4], Does.Contain("pigeon").And.Contain("whatsapp").And.EndWith("Usage: message CHANNEL FROM TO TEXT"));
            Assert.That(errors[5], Does.Contain("busy"));
            Assert.That(errors[6], Does.Contain("--inbound-sms"));
            Assert.That(output, Does.Contain("  press CALL DIGITS "));
            Assert.That(program.ExitCode, Is.Zero);
        }
    }

    [Test]
    public async Task Goes_on_where_nothing_more_is_typed()
    {
        using var program = Start("--port", "0");
        var introduction = await ReadToAsync(program, "Requests");
        program.StandardInput.Close();

        using var http = new HttpClient { BaseAddress = Address(introduction) };
        using var response = await http.GetAsync(new Uri("/rest.nexmo.com/account/get-balance", UriKind.Relative));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(program.HasExited, Is.False);
        program.Kill();
    }

    [Test]
    [NonParallelizable]
    public async Task The_environment_that_it_writes_leads_a_client_to_it()
    {
        var file = Path.GetTempFileName();
        using var program = Start("--port", "0", "--write-env", file);
        var introduction = await ReadToAsync(program, "Requests");
        var variables = (await File.ReadAllLinesAsync(file)).Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        foreach (var (name, value) in variables)
            Environment.SetEnvironmentVariable(name, value);
        try
        {
            await VonageClient.FromEnvironment().Account.GetBalanceAsync();
            await VonageClient.FromEnvironment().Voice.ListCallsAsync().ToListAsync();
        }
        finally
        {
            foreach (var name in variables.Keys)
                Environment.SetEnvironmentVariable(name, null);
            File.Delete(file);
        }

        await program.StandardInput.WriteLineAsync("quit");
        var output = await program.StandardOutput.ReadToEndAsync();

        Assert.That(variables["VONAGE_BASE_URL"], Is.EqualTo(Value(introduction, "VONAGE_BASE_URL")));
        Assert.That(output, Does.Contain("get-balance → 200").And.Contain("/v1/calls → 200"));
    }

    [Test]
    public async Task Https_is_offered_with_its_certificate()
    {
        var file = Path.GetTempFileName();
        using var program = Start("--port", "0", "--https-port", "0", "--ca-file", file, "--bind", "0.0.0.0", "--allow-remote");
        var introduction = await ReadToAsync(program, "Requests");
        await program.StandardInput.WriteLineAsync("quit");
        var warning = await program.StandardError.ReadToEndAsync();

        Assert.That(introduction, Has.Some.StartsWith("HTTPS at https://127.0.0.1:").And.Some.Contain(file));
        Assert.That(await File.ReadAllTextAsync(file), Does.StartWith("-----BEGIN CERTIFICATE-----"));
        Assert.That(warning, Does.StartWith("Warning: ").And.Contain("0.0.0.0"));
        File.Delete(file);
    }

    [Test]
    public async Task The_client_that_is_generated_from_its_document_controls_it()
    {
        await using var receiver = await WebhookReceiver.StartAsync("abcd1234", "SimulatorSignatureSecret");
        receiver.Answers["/answer"] = """[{"action":"input","type":["dtmf"]}]""";
        using var program = Start("--port", "0", "--answer", $"{receiver.At("/answer")}", "--call-event", $"{receiver.At("/event")}", "--inbound-message", $"{receiver.At("/message")}", "--retry-speed", "50");
        var introduction = await ReadToAsync(program, "Requests");
        var address = Address(introduction);
        var application = new VonageClient(
            VonageCredentials.FromApiKey(Value(introduction, "VONAGE_API_KEY"), Value(introduction, "VONAGE_API_SECRET")),
            new VonageClientOptions { Hosts = { ["rest.nexmo.com"] = new Uri(address, "rest.nexmo.com") } });
        var control = new SimulatorControlClient(new SimulatorControlOptions { Hosts = { ["127.0.0.1"] = address } });

        // A message of this test, and a refusal that was ordered.
        await application.Sms.SendAsync(new SmsRequest { From = "ACME", To = "447700900000", Text = "Your code is 4711", ClientRef = "test1-signup" });
        var message = await control.WaitForMessageAsync(new WaitForMessageOptions { Session = "test1", To = "447700900000", Timeout = 60 });
        await control.InjectFaultAsync(new Fault { Operation = "sms.send", StatusCode = 503, Times = 1 });
        Assert.That(() => application.Sms.SendAsync(new SmsRequest("ACME", "447700900000", "Refused"), new Core.RequestOptions { Retry = Core.RetryOptions.None }), Throws.InstanceOf<VonageApiException>());

        // A webhook that fails is sent again; a person calls and presses a key.
        receiver.NextStatuses["/message"] = 503;
        var failed = (await control.ReceiveMessageAsync(new SimulatorControl.InboundMessage { Channel = "whatsapp", From = "447700900000", To = "447700900001", Text = "Hello" })).Webhooks.Single();
        var again = await control.WaitForWebhookAsync(new WaitForWebhookOptions { Type = "InboundMessage", After = (int)failed.Id!, Timeout = 60 });
        var call = await control.ReceiveCallAsync(new InboundCall { From = "447700900000", To = "447700900001" });
        call = await control.ActInCallAsync(call.Uuid!, "press", new CallInput { Digits = "1" });
        Assert.That(() => control.GetCallAsync("none"), Throws.InstanceOf<SimulatorControlException>().With.Property(nameof(SimulatorControlException.Error)).Property(nameof(Problem.Detail)).EqualTo("There is none."));
        await control.ResetAsync();
        var left = await control.ListMessagesAsync();
        await program.StandardInput.WriteLineAsync("quit");
        await program.WaitForExitAsync();

        Assert.That((message.Text, message.Parts, message.Session), Is.EqualTo(("Your code is 4711", 1, "test1-signup")));
        Assert.That((failed.StatusCode, failed.NextAttempt - failed.Time, again.StatusCode, again.Attempt, again.RepeatOf), Is.EqualTo((503, TimeSpan.FromSeconds(0.1), 200, 2, failed.Id)));
        Assert.That(call.Timeline.Select(moment => moment.Text), Has.Member("pressed 1"));
        Assert.That(left.Total, Is.Zero);
    }

    [TestCase("--port", "70000")]
    [TestCase("--port", "4010a")]
    [TestCase("--flowroute-port", "-1")]
    [TestCase("--https-port", "65536")]
    public async Task A_port_is_a_number_of_16_bits(string option, string value)
    {
        using var program = Start(option, value);
        var error = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();

        Assert.That((program.ExitCode, error), Is.EqualTo((1, error)));
        Assert.That(error, Does.Contain($"{option} must be a number from 0 to 65535.").And.Not.Contain("   at "));
    }

    [Test]
    public async Task A_port_that_is_taken_can_be_another()
    {
        using var taken = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        using var program = Start("--port", $"{((IPEndPoint)taken.LocalEndpoint).Port}");
        var error = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();

        Assert.That((program.ExitCode, error), Is.EqualTo((1, error)));
        Assert.That(error, Does.StartWith("Error: ").And.Contain("address already in use").And.Contain("--port"));
    }

    [Test]
    public async Task What_a_request_says_is_no_command_for_the_terminal()
    {
        using var program = Start("--port", "0");
        var address = Address(await ReadToAsync(program, "Requests"));
        using (var connection = new System.Net.Sockets.TcpClient(address.Host, address.Port))
        {
            await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET /\u001b[31mred HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n\r\n"));
            using var reader = new StreamReader(connection.GetStream());
            await reader.ReadToEndAsync();
        }

        var line = await program.StandardOutput.ReadLineAsync();
        program.Kill();

        Assert.That(line, Does.EndWith("GET /?[31mred → 404"));
    }

    [TestCase("0.0.0.0")]
    [TestCase("::")]
    public async Task The_address_that_it_prints_can_be_called_wherever_it_listens(string bind)
    {
        using var program = Start("--port", "0", "--bind", bind, "--allow-remote");
        var introduction = await ReadToAsync(program, "Requests");
        using var http = new HttpClient();

        using var response = await http.GetAsync(new Uri(Value(introduction, "VONAGE_BASE_URL").Trim('\'') + "/health"));
        program.Kill();

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    [Platform("Unix")]
    public async Task A_shell_reads_the_environment_that_it_writes()
    {
        var folder = Directory.CreateTempSubdirectory("it's a folder ").FullName;
        var (key, environment) = (Path.Combine(folder, "key.pem"), Path.Combine(folder, ".env"));
        using (var rsa = RSA.Create(2048))
            await File.WriteAllTextAsync(key, rsa.ExportPkcs8PrivateKeyPem());
        using var program = Start("--port", "0", "--key", key, "--write-env", environment);
        await ReadToAsync(program, "Requests");

        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", ". \"$0\"; printf %s \"$VONAGE_PRIVATE_KEY_PATH\"", environment]) { RedirectStandardOutput = true })!;
        var read = await shell.StandardOutput.ReadToEndAsync();
        program.Kill();
        Directory.Delete(folder, recursive: true);

        Assert.That(read, Is.EqualTo(key));
    }

    [TestCase("--retry-speed", "-1", "number from 0")]
    [TestCase("--retry-speed", "fast", "number from 0")]
    [TestCase("--bind", "0.0.0.0", "--allow-remote")]
    [TestCase("--bind", "here", "IP address")]
    [TestCase("--allow-host", "http://simulator.test", "without scheme")]
    [TestCase("--allow-host", "simulator.test:4010", "without scheme")]
    [TestCase("--answer", "ftp://example.com", "absolute http or https URL")]
    [TestCase("--allow-callback", "http://example.com", "on this machine")]
    [TestCase("--answer-method", "PUT", "GET, POST")]
    [TestCase("--signature-method", "rot13", "md5hash")]
    public async Task Refuses_an_option_that_makes_no_sense(string option, string value, string expected)
    {
        using var program = Start("--port", "0", option, value);
        var error = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();
        Assert.That((program.ExitCode, error), Is.EqualTo((1, error)));
        Assert.That(error, Does.Contain(option).And.Contain(expected));
    }

    private static Process Start(params string[] arguments)
    {
        var program = Path.Combine(TestContext.CurrentContext.TestDirectory, BuiltPackages.NameOf("Vonage.Simulator") + ".dll");
        return Process.Start(new ProcessStartInfo("dotnet", ["exec", program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    private static Uri Address(List<string> introduction) => new(introduction[0].Split(' ')[3].TrimEnd('.'));

    private static async Task<List<string>> ReadToAsync(Process program, string end)
    {
        var lines = new List<string>();
        while (await program.StandardOutput.ReadLineAsync() is { } line && line != end)
            lines.Add(line);
        return lines;
    }

    private static string Value(IEnumerable<string> lines, string name) => lines.Single(line => line.Contains(name + "=", StringComparison.Ordinal)).Split('=', 2)[1];
}
