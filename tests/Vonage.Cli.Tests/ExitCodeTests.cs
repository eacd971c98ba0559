namespace Vonage.Cli.Tests;

public class ExitCodeTests
{
    private LoopbackServer _server = null!;
    private Support.Cli _cli = null!;

    [SetUp]
    public async Task Start()
    {
        _server = await LoopbackServer.StartAsync();
        _cli = Support.Cli.At(_server.Address).WithApplication(Simulated.Vonage.ApplicationId, Simulated.Vonage.PrivateKeyPem);
    }

    [TearDown]
    public async Task Stop()
    {
        _cli.Dispose();
        await _server.DisposeAsync();
    }

    [TestCase(200, 0)]
    [TestCase(400, 1)]
    [TestCase(403, 1)]
    [TestCase(404, 1)]
    [TestCase(401, 3)]
    [TestCase(422, 1)]
    public async Task The_status_decides(int status, int code)
    {
        _server.Reply(status, """{ "title": "A title", "detail": "A detail.", "value": 1, "autoReload": true }""");
        var run = await _cli.RunAsync("account balance");
        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.EqualTo(code), run.Error);
            Assert.That(run.Error, code == 0 ? Is.Empty : Does.StartWith("error: Account.getBalance failed").And.Contain("A detail"));
        });
    }

    [Test]
    public async Task A_limit_that_was_reached_is_a_code_of_its_own()
    {
        _server.Reply(429, """{ "title": "Rate Limit Hit" }""");
        Assert.That((await _cli.RunAsync("messages send --channel sms --type text --from 447700900001 --to 447700900000 --text Hi --timeout 1")).Code, Is.EqualTo(4));
    }

    [Test]
    public async Task So_is_one_that_a_success_reports()
    {
        _server.Reply(200, """{ "message-count": "1", "messages": [ { "status": "1", "error-text": "Throughput Rate Exceeded" } ] }""");
        Assert.That((await _cli.RunAsync("sms send --from Acme --to 447700900000 --text Hi --timeout 1")).Code, Is.EqualTo(4));
    }

    [Test]
    public async Task A_success_that_reports_a_failure_is_an_error()
    {
        _server.Reply(200, """{ "message-count": "1", "messages": [ { "status": "2", "error-text": "Missing to param" } ] }""");
        var run = await _cli.RunAsync("sms send --from Acme --to 447700900000 --text Hi");
        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.EqualTo(1));
            Assert.That(run.Error, Does.Contain("a parameter is missing").And.Contain("Missing to param"));
            Assert.That(run.Output, Is.Empty);
        });
    }

    [Test]
    public async Task Missing_credentials_are_explained()
    {
        using var cli = new Support.Cli { Variables = { ["VONAGE_API_KEY"] = "abcd1234" } };
        using var none = new Support.Cli();
        Assert.Multiple(async () =>
        {
            Assert.That((await cli.RunAsync("account balance")).Error, Does.Contain("VONAGE_API_KEY is set but VONAGE_API_SECRET is not."));
            Assert.That(await none.RunAsync("account balance"), Has.Property("Code").EqualTo(3).And.Property("Error").Contains("vonage profile add"));
        });
    }

    [Test]
    public async Task Credentials_that_do_not_suffice_are_explained()
    {
        using var cli = Support.Cli.At(_server.Address);
        var run = await cli.RunAsync("calls list");
        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.EqualTo(3));
            Assert.That(run.Error, Does.Contain("VONAGE_APPLICATION_ID"));
            Assert.That(_server.Requests, Is.Empty);
        });
    }

    [Test]
    public async Task A_server_that_cannot_be_reached_got_nothing()
    {
        var run = await _cli.RunAsync($"sms send --from Acme --to 447700900000 --text Hi --base-url http://127.0.0.1:{Ports.Free()}");
        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.EqualTo(5));
            Assert.That(run.Error, Does.Contain("Nothing was sent: it can be sent again."));
        });
    }

    [Test]
    public async Task A_server_that_does_not_answer_may_have_processed_the_request()
    {
        _server.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        var run = await Patience.TryAsync(TimeSpan.FromSeconds(1), time => _cli.RunAsync($"sms send --from Acme --to 447700900000 --text Hi --timeout {time.TotalSeconds}"), run => !run.Error.Contains("Nothing was sent", StringComparison.Ordinal));
        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.EqualTo(5));
            Assert.That(run.Error, Does.Contain("It may have been processed: check before you send it again."));
        });
    }

    [Test]
    public async Task Who_cancels_hears_whether_something_was_sent()
    {
        using var stop = new CancellationTokenSource();
        _server.Answer = async context =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        var run = await _cli.RunAsync("sms send --from Acme --to 447700900000 --text Hi", stop.Token);
        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.EqualTo(130));
            Assert.That(run.Error, Does.Contain($"Canceled. POST {_server.Address}rest.nexmo.com/sms/json was sent, and no answer came: it may have been processed."));
        });
    }

    [Test]
    public async Task Who_cancels_before_hears_that_nothing_was_sent()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var run = await _cli.RunAsync("sms send --from Acme --to 447700900000 --text Hi", stop.Token);
        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.EqualTo(130));
            Assert.That(run.Error, Does.Contain("Canceled. Nothing was sent."));
            Assert.That(_server.Requests, Is.Empty);
        });
    }
}
