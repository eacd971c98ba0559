using Campaign.Store;
using Campaign.Tests.Support;

namespace Campaign.Tests;

/// <summary>The program as people start it.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class CommandTests : IDisposable
{
    private const string Template = "Hello {name}";

    private static readonly string[] Numbers = ["447700900001", "447700900002"];
    private static readonly string[] Senders = ["ACME", "14155550100"];

    private readonly CampaignFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public async Task Without_credentials_it_sends_to_the_simulator_and_receives_the_receipts()
    {
        var list = _folder.Write("number,name\n447700900001,Ann\n+44 7700 900001,Ann again\nabc,Bob\n447700900002,Ｏlga\n");
        var (code, output, error) = await SendAsync(list, "--rate", "1000");
        Assert.Multiple(() =>
        {
            Assert.That((code, error), Is.EqualTo((0, "")));
            Assert.That(output, Does.Contain("simulator").And.Contain("Line 4 is left out").And.Contain("2 sent").And.Contain("1 duplicate").And.Contain("1 invalid"));
        });

        (code, output, error) = await SendAsync(list, "--rate", "1000");
        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(output, Does.Contain("4 of 4 done"), "a second run sends nothing more");
        Assert.That((await RowsAsync()).Where(row => row.State == RecipientState.Sent).Select(row => row.Number), Is.EqualTo(Numbers));
    }

    [Test]
    public async Task Ctrl_C_stops_it_and_the_same_command_goes_on()
    {
        await using var server = await SmsServer.StartAsync();
        string[] send = ["send", _folder.WriteList(300), "--template", Template, "--store", _folder.Store, "--rate", "60", "--quiet-hours", "none"];
        using (var first = CampaignProcess.Start(server.AddressOf(1), _folder.Path, send))
        {
            await Patience.UntilAsync(() => server.Taken.Count >= 20 || first.HasExited);
            first.Interrupt();
            await first.WaitAsync();
            Assert.That(await first.Error, Does.Contain("Run the same command again to go on."));
        }

        Assert.That(server.Taken.Count, Is.InRange(20, 299));
        Assert.That((await RowsAsync()).Select(row => row.State), Has.None.EqualTo(RecipientState.Sending).And.None.EqualTo(RecipientState.Unknown), "what was on its way was waited for");
        var (code, _, error) = await CampaignProcess.RunAsync(server.AddressOf(2), _folder.Path, send);
        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(server.Taken, Is.Unique.And.Exactly(300).Items);
    }

    [Test]
    public async Task A_dry_run_says_what_would_happen_and_sends_nothing()
    {
        var list = _folder.Write("number,name\n447700900001,Ann\n447700900001,Ann again\nabc,Bob\n447700900002,Любовь\n");
        var (code, output, error) = await SendAsync(list, "--dry-run", "--segment-price", "0.04");
        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(output, Does.Contain("duplicate").And.Contain("GSM-7").And.Contain("UCS-2").And.Contain("2 of 4 recipients are sent 2 segments for 0.08 EUR"));
        Assert.That(File.Exists(_folder.Store), Is.False);
    }

    [Test]
    public async Task It_is_paused_resumed_canceled_and_its_status_shown()
    {
        await using var server = await SmsServer.StartAsync();
        var loaded = await CampaignProcess.RunAsync(server.AddressOf(1), _folder.Path, "send", _folder.WriteList(3), "--template", Template, "--load-only");
        Assert.That(loaded.Code, Is.Zero, loaded.Error);
        Assert.That((await RunAsync("pause", "list")).Code, Is.Zero);
        Assert.That((await RunAsync("status")).Output, Does.Contain("list: paused").And.Contain("waiting"));
        Assert.That((await RunAsync("resume", "list")).Code, Is.Zero);
        Assert.That((await RunAsync("cancel", "list")).Code, Is.Zero);
        Assert.That((await RunAsync("resume", "list")).Error, Is.EqualTo("Error: The campaign list is cancelled: resume does not apply.\n"));
        Assert.That((await RunAsync("status", "list", "--list", "expired")).Output, Does.Contain("list, line 2: cancelled"));
        Assert.That(server.Seen, Is.Empty);
    }

    [Test]
    public async Task What_is_unknown_is_listed_and_settled_and_who_is_suppressed_is_not_sent_to()
    {
        await using var server = await SmsServer.StartAsync();
        server.Fault = _ => SmsFault.CutOff;
        string[] send = ["send", _folder.WriteList(3), "--template", Template, "--quiet-hours", "none"];
        Assert.That((await RunAsync("suppress", "+44 " + CampaignFolder.Number(2)[2..])).Code, Is.Zero);
        var (code, output, error) = await CampaignProcess.RunAsync(server.AddressOf(1), _folder.Path, send);
        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain("2 may have been sent. They are not sent again.").And.Contain("1 suppressed"));
        Assert.That((await RunAsync("status", "list", "--list", "unknown")).Output, Does.Contain("list, line 2: ").And.Contain("list, line 3: "));

        Assert.That((await RunAsync("settle", "list", CampaignFolder.Number(0), "--sent")).Code, Is.Zero);
        Assert.That((await RunAsync("settle", "list", CampaignFolder.Number(1), "--again")).Code, Is.Zero);
        server.Fault = _ => SmsFault.None;
        Assert.That((await CampaignProcess.RunAsync(server.AddressOf(1), _folder.Path, send)).Code, Is.Zero);
        Assert.That(server.Taken, Is.EquivalentTo(new[] { CampaignFolder.Number(0), CampaignFolder.Number(1), CampaignFolder.Number(1) }));
        Assert.That((await RowsAsync()).Select(row => row.State), Is.EqualTo(new[] { RecipientState.Sent, RecipientState.Sent, RecipientState.Suppressed }));
    }

    [TestCase("--template", "Hello {name", "is not closed")]
    [TestCase("--template", "Hello {nmae}", "'nmae'")]
    [TestCase("--cap", "often", "--cap must have the form")]
    [TestCase("--quiet-hours", "21:00", "--quiet-hours must have the form")]
    [TestCase("--budget", "10", "need --segment-price")]
    [TestCase("--broker", "localhost", "--broker must be an address with a scheme")]
    [TestCase("--lease", "5", "--lease must be more than --call-timeout")]
    [TestCase("--lease", "1e300", "at most 86,400 seconds")]
    [TestCase("--rate", "0", "--rate must be from 0.001 to 1,000,000 segments per second")]
    [TestCase("--rate", "Infinity", "--rate must be from 0.001")]
    [TestCase("--sender-rate", "0", "--sender-rate too")]
    [TestCase("--end-after", "NaN", "--end-after must be more than 0 and at most 8,784 hours")]
    [TestCase("--segment-price", "-1", "--segment-price must be more than 0")]
    [TestCase("--budget", "0", "--budget must be more than 0")]
    [TestCase("--campaign", " ", "The campaign has no name")]
    [TestCase("--from", " ", "--from must name a sender")]
    [TestCase("--store", "mysql://user:secret@host/db", "--store must be a file, or an address of the form postgres://")]
    [TestCase("--store", "Host=db;Password=secret", "--store must be a file, or an address of the form postgres://")]
    [TestCase("--redis", "redis://:secret@127.0.0.1", "--redis must have the form")]
    [TestCase("--redis", "127.0.0.1:1,password=secret,connectTimeout=300,connectRetry=1", "Redis cannot be reached")]
    [TestCase("--broker", "http://user:secret@127.0.0.1", "--broker must be an address with a scheme, such as amqp://localhost.")]
    [TestCase("--webhooks", "ftp://127.0.0.1", "--webhooks must be an address with a scheme, such as http://127.0.0.1:5080.")]
    public async Task It_says_what_is_wrong(string option, string value, string expected)
    {
        var list = _folder.WriteList(1);
        var (code, _, error) = await RunAsync(["send", list, .. option == "--template" ? Array.Empty<string>() : ["--template", Template], option, value]);
        Assert.That(code, Is.EqualTo(1));
        Assert.That(error, Does.StartWith("Error: ").And.Contain(expected).And.Not.Contain("secret").And.Not.Contain("   at "));

        // The command can be given again as it should have been.
        Assert.That((await RunAsync("send", list, "--template", Template, "--load-only")).Code, Is.Zero);
    }

    [TestCase("44 7700 900001", "ambiguous")]
    [TestCase("07700900001", "replace the 0 with the country code")]
    public async Task A_number_that_would_suppress_nobody_is_refused(string number, string expected)
    {
        var (code, _, error) = await RunAsync("suppress", "447700900002", number);
        Assert.That(code, Is.EqualTo(1));
        Assert.That(error, Does.StartWith($"Error: '{number}': ").And.Contain(expected));
        Assert.That(await new Suppressions(Database.At(_folder.Store), TimeProvider.System).ListAsync(default), Is.Empty);
    }

    [Test]
    public async Task A_list_is_not_sent_again_because_its_file_has_another_name()
    {
        var list = _folder.WriteList(1);
        Assert.That((await SendAsync(list, "--load-only")).Code, Is.Zero);
        File.Copy(list, Path.Combine(_folder.Path, "copy.csv"));
        Assert.That((await SendAsync("copy.csv", "--load-only")).Error, Is.EqualTo("Error: The campaign list has this list and this text. Go on with it by --campaign list, or send them again by --campaign NAME.\n"));
        Assert.That((await SendAsync("copy.csv", "--load-only", "--campaign", "again")).Code, Is.Zero);
    }

    [Test]
    public async Task A_sender_that_is_given_twice_is_one_and_a_number_is_one_however_it_is_written()
    {
        var (code, output, _) = await SendAsync(_folder.WriteList(1), "--from", "ACME", "--from", "ACME", "--from", "+1 415 555 0100", "--from", "14155550100");
        Assert.That(code, Is.Zero);
        Assert.That(output, Does.Contain("1 sent"));
        var settings = (await new Campaigns(Database.At(_folder.Store), TimeProvider.System).FindAsync("list", default))!.Settings;
        Assert.That(settings.Senders, Is.EqualTo(Senders));
    }

    [Test]
    public async Task What_is_unknown_is_asked_for_when_the_command_is_repeated()
    {
        await using var server = await SmsServer.StartAsync();
        server.Fault = _ => SmsFault.CutOff;
        string[] send = ["send", _folder.WriteList(2), "--template", Template, "--quiet-hours", "none"];
        Assert.That((await CampaignProcess.RunAsync(server.AddressOf(1), _folder.Path, send)).Output, Does.Contain("2 may have been sent. They are not sent again."));
        server.HasRecords = true;
        var (code, output, error) = await CampaignProcess.RunAsync(server.AddressOf(1), _folder.Path, send);
        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(output, Does.Not.Contain("may have been sent"));
        Assert.That((await RowsAsync()).Select(row => row.State), Is.All.EqualTo(RecipientState.Sent));
        Assert.That(server.Seen, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task What_is_no_state_is_not_listed()
    {
        Assert.That((await SendAsync(_folder.WriteList(1), "--load-only")).Code, Is.Zero);
        Assert.That((await RunAsync("status", "--list", "unknwon")).Code, Is.EqualTo(1));
        Assert.That((await RunAsync("status", "--list", "unknown", "--limit", "0")).Error, Is.EqualTo("Error: --limit must be at least 1.\n"));
    }

    private Task<(int Code, string Output, string Error)> SendAsync(string list, params string[] more) => RunAsync(["send", list, "--template", Template, .. more]);

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) => CampaignProcess.RunAsync(null, _folder.Path, arguments);

    private Task<List<(string? Number, string State, string? Reference, string? Detail)>> RowsAsync() => CampaignFolder.ReadAsync(Database.At(_folder.Store), "list");
}
