using System.Text.Json.Nodes;
using Vonage.Testing.Tests.Support;

namespace Vonage.Testing.Tests;

/// <summary>What a simulator keeps across restarts.</summary>
internal sealed class StateFileTests : HttpTest
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.json");

    [TearDown]
    public void TearDown() => File.Delete(_file);

    [Test]
    public async Task Messages_applications_numbers_users_outcomes_and_the_account_survive_a_restart()
    {
        string pem, application, token;
        decimal balance;
        await using (var first = await StartAsync())
        {
            var client = first.CreateClient();
            await client.Sms.SendAsync(new Sms.SmsRequest { From = "ACME", To = "447700900000", Text = "Hello", ClientRef = "test1" });
            await client.Messages.SendAsync(new Messages.WhatsAppTextMessage { From = "447700900001", To = "447700900000", Text = "Hi" });
            var created = await client.Applications.CreateAsync(new() { Name = "Mine" });
            (application, var claims) = (created.Id, Token.Claims(first));
            claims["application_id"] = application;
            token = Token.Sign(claims, created.Keys!.PrivateKey!);
            await client.Numbers.BuyAsync("GB", "447700900105");
            await client.Users.CreateAsync(new() { Name = "jane" });
            await client.Account.CreateSecretAsync(new Account.CreateSecretRequest("An0therSecret"));
            first.Webhooks.Outcomes.Sms["447700900009"] = SmsOutcome.Failed with { ErrorCode = 6 };
            first.Webhooks.Outcomes.Calls["*"] = CallOutcome.Busy;
            (pem, balance) = (first.PrivateKeyPem, first.Balance);
        }

        await using var second = await StartAsync();
        var again = second.CreateClient();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((second.PrivateKeyPem, second.Balance, second.ApiSecret), Is.EqualTo((pem, balance, "An0therSecret")));
            Assert.That(balance, Is.LessThan(100));
            Assert.That((await again.Applications.ListAsync().ToListAsync()).Select(each => each.Name), Is.EquivalentTo((string[])["Simulator", "Mine"]));
            Assert.That((await again.Numbers.ListOwnedAsync().ToListAsync()).Select(number => number.Msisdn), Is.EquivalentTo((string[])["447700900001", "447700900105"]));
            Assert.That((await again.Users.ListAsync().ToListAsync()).Select(user => user.Name), Is.EqualTo(["jane"]));
            Assert.That(second.Webhooks.Outcomes.Sms["447700900009"].ErrorCode, Is.EqualTo(6));
            Assert.That(second.Webhooks.Outcomes.Calls["*"], Is.EqualTo(CallOutcome.Busy));
        }
        Http.BaseAddress = second.Address;
        var messages = JsonNode.Parse((await GetAsync("/_simulator/v1/messages")).Text)!["messages"]!.AsArray();
        Assert.That(messages.Select(message => $"{message!["id"]} {message["channel"]} {message["text"]} {message["status"]} {message["session"]}"), Is.EqualTo(["1 sms Hello delivered test1", "2 whatsapp Hi delivered "]));

        // Tokens of both applications are still taken, and numbers go on.
        await again.Messages.SendAsync(new Messages.WhatsAppTextMessage { From = "447700900001", To = "447700900000", Text = "Third" });
        Http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var sent = await PostAsync("/api.nexmo.com/v1/messages", new JsonObject { ["channel"] = "sms", ["message_type"] = "text", ["from"] = "ACME", ["to"] = "447700900000", ["text"] = "Fourth" });
        Assert.That(sent.Status, Is.EqualTo(System.Net.HttpStatusCode.Accepted), sent.Text);
        Assert.That((await GetAsync("/_simulator/v1/messages/latest"))["id"], Is.EqualTo("4"));
    }

    [Test]
    public async Task The_file_is_written_while_the_simulator_runs_and_only_its_owner_reads_it()
    {
        await using var simulator = await StartAsync();
        await simulator.CreateClient().Users.CreateAsync(new() { Name = "jane" });

        Assert.That(() => File.ReadAllText(_file), Does.Contain("jane").After(60_000, 50));
        if (!OperatingSystem.IsWindows())
            Assert.That(File.GetUnixFileMode(_file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [TestCase("")]
    [TestCase("not JSON")]
    [TestCase("{}")]
    [TestCase("""{"version":2}""")]
    [TestCase("""{"version":1,"users":{}}""")]
    [TestCase("""{"version":1,"account":{"balance":"much"}}""")]
    [TestCase("""{"version":1,"account":{"balance":1,"settings":{},"secrets":[]}}""")]
    [TestCase("""{"version":1,"numbers":[null]}""")]
    [TestCase("""{"version":1,"applications":[{"name":"x"}]}""")]
    [TestCase("""{"version":1,"messages":[{"id":1}]}""")]
    [TestCase("""{"version":1,"outcomes":[{"kind":"calls","status":"merry"}]}""")]
    [TestCase("""{"version":1,"private_key":"none"}""")]
    public async Task A_file_that_cannot_be_read_is_an_error_and_stays_as_it_is(string content)
    {
        await File.WriteAllTextAsync(_file, content);

        var error = (await Assert.ThrowsAsync<InvalidDataException>(StartAsync))!;

        Assert.That(error.Message, Does.StartWith($"The state file {_file} cannot be read: ").And.Contain("left as it is"));
        Assert.That(await File.ReadAllTextAsync(_file), Is.EqualTo(content));
    }

    [Test]
    public async Task A_folder_that_is_away_for_a_moment_costs_nothing()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var file = Path.Combine(folder, "state.json");
        await using (var simulator = await VonageSimulator.StartAsync(new VonageSimulatorOptions { StateFile = file }))
        {
            Directory.Delete(folder, recursive: true);
            await simulator.CreateClient().Sms.SendAsync(new Sms.SmsRequest { From = "ACME", To = "447700900000", Text = "Hello" });
            await Task.Delay(2500);
            Directory.CreateDirectory(folder);
        }

        Assert.That(await File.ReadAllTextAsync(file), Does.Contain("Hello"));
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public void A_file_that_cannot_be_written_is_an_error_at_the_start() =>
        Assert.That(() => VonageSimulator.StartAsync(new() { StateFile = Path.Combine(_file, "state.json") }), Throws.InstanceOf<IOException>());

    private Task<VonageSimulator> StartAsync() => VonageSimulator.StartAsync(new() { StateFile = _file });
}
