using Vonage.Account;
using Vonage.Applications;
using Vonage.Core;
using Vonage.NumberInsight;
using Vonage.Numbers;
using Vonage.Pricing;
using Vonage.Sms;
using Vonage.Testing;
using Vonage.Verify;
using Vonage.VerifyV2;
using Vonage.Voice;

namespace Vonage.Contract.Tests.Apis;

/// <summary>The hand-written methods that shorten a request or combine several.</summary>
public class ShortFormTests : SimulatedApi
{
    private const string NewSecret = "Abcdefgh9";

    private static readonly string[] Fields = ["country", "msisdn", "app_id", "moHttpUrl", "voiceCallbackType", "voiceCallbackValue"];

    private IEnumerable<string?> Operations => Simulator.Requests.Select(r => r.Operation);

    private IAccountClient NewAccount => new VonageClient(VonageCredentials.FromApiKey(Simulator.ApiKey, NewSecret), new() { Hosts = { ["api.nexmo.com"] = Simulator.Hosts["api.nexmo.com"] } }).Account;

    [Test]
    public async Task A_rotated_secret_replaces_the_old_one()
    {
        var created = await Vonage.Account.RotateSecretAsync(NewSecret);

        await FailingAsync(() => Vonage.Account.GetBalanceAsync(), 401);
        Assert.That((await NewAccount.ListSecretsAsync()).Single().Id, Is.EqualTo(created.Id));
    }

    [Test]
    public async Task Both_secrets_are_valid_after_a_failed_revocation()
    {
        Simulator.Respond("account.revokeSecret", 500);

        var error = await FailingAsync(() => Vonage.Account.RotateSecretAsync(NewSecret), 500);

        Assert.That(error.Operation, Is.EqualTo("Account.revokeSecret"));
        Assert.That((await Vonage.Account.ListSecretsAsync()).Count, Is.EqualTo(2));
        Assert.That((await NewAccount.ListSecretsAsync()).Count, Is.EqualTo(2));
    }

    [Test]
    public async Task With_two_secrets_the_one_to_replace_is_not_guessed()
    {
        await Vonage.Account.CreateSecretAsync(new("Abcdefgh8"));

        var error = await Thrown.By<InvalidOperationException>(() => Vonage.Account.RotateSecretAsync(NewSecret));

        Assert.That(error.Message, Does.Contain("2 secrets").And.Contain("RevokeSecretAsync").And.Not.Contain(NewSecret));
        Assert.That(Operations, Does.Not.Contain("account.revokeSecret"));
    }

    [Test]
    public async Task A_weak_secret_revokes_nothing()
    {
        await Thrown.By<InvalidRequestException>(() => Vonage.Account.RotateSecretAsync("weak"));
        Assert.That((await Vonage.Account.ListSecretsAsync()).Count, Is.EqualTo(1));
        Assert.That(Operations, Does.Not.Contain("account.createSecret"));
    }

    [TestCase("Hello {€} [1] ñ Δ\r\n", null)]
    [TestCase("ç", "unicode")]
    [TestCase("こんにちは", "unicode")]
    [TestCase("See you 👋", "unicode")]
    public async Task A_text_is_unicode_if_it_needs_to_be(string text, string? type)
    {
        await Vonage.Sms.SendAsync("ACME", "447700900000", text);
        var form = Simulator.Requests.Single().Form!;
        Assert.That(((string?)form["from"], (string?)form["to"], (string?)form["text"], (string?)form["type"]), Is.EqualTo(("ACME", "447700900000", text, type)));
    }

    [Test]
    public async Task A_missing_text_is_named() =>
        Assert.That((await Thrown.By<InvalidRequestException>(() => Vonage.Sms.SendAsync("ACME", "447700900000", null!))).Field, Is.EqualTo("text"));

    [Test]
    public async Task A_verification_by_sms_tells_a_wrong_code_from_an_end()
    {
        var id = (await Vonage.VerifyV2.StartAsync("447700900000", "ACME")).RequestId;

        Assert.That(await Vonage.VerifyV2.TryCheckAsync(id, "987654"), Is.False);
        Assert.That((await Vonage.VerifyV2.CheckAsync(id, VonageSimulator.VerificationCode)).IsCompleted, Is.True);
        Assert.That(new CheckedVerification { Status = "pending" }.IsCompleted, Is.False);

        var second = (await Vonage.VerifyV2.StartAsync("447700900001", "ACME")).RequestId;
        Assert.That(await Vonage.VerifyV2.TryCheckAsync(second, VonageSimulator.VerificationCode), Is.True);
        await FailingAsync(() => Vonage.VerifyV2.TryCheckAsync(second, VonageSimulator.VerificationCode), 404);

        var third = (await Vonage.VerifyV2.StartAsync("447700900002", "ACME")).RequestId;
        await Vonage.VerifyV2.TryCheckAsync(third, "987654");
        await Vonage.VerifyV2.TryCheckAsync(third, "987654");
        await Thrown.By<VonageVerificationEndedException>(() => Vonage.VerifyV2.TryCheckAsync(third, "987654"));
    }

    [Test]
    public async Task A_verification_of_v1_tells_a_wrong_code_from_an_end()
    {
        var id = (await Vonage.Verify.StartAsync("447700900000", "ACME")).RequestId;
        Assert.That(await Vonage.Verify.TryCheckAsync(id, "987654"), Is.False);
        Assert.That((await Vonage.Verify.GetAsync(id)).IsSuccessful, Is.False);
        Assert.That(await Vonage.Verify.TryCheckAsync(id, VonageSimulator.VerificationCode), Is.True);
        Assert.That((await Vonage.Verify.GetAsync(id)).IsSuccessful, Is.True);
        Assert.That((await Vonage.Verify.ListAsync([id])).Single().IsSuccessful, Is.True);

        var second = (await Vonage.Verify.StartAsync("447700900001", "ACME")).RequestId;
        await Vonage.Verify.TryCheckAsync(second, "987654");
        await Vonage.Verify.TryCheckAsync(second, "987654");
        var error = await Thrown.By<VonageVerifyException>(() => Vonage.Verify.TryCheckAsync(second, "987654"));
        Assert.That(error.Status, Is.EqualTo(VerifyStatus.TooManyWrongCodes));
    }

    [TestCase("roaming", "reachable", true, true)]
    [TestCase("not_roaming", "absent", false, false)]
    [TestCase("unknown", "unknown", null, null)]
    [TestCase("of next year", "of next year", null, null)]
    [TestCase(null, null, null, null)]
    public void What_the_network_did_not_say_is_null(string? roaming, string? reachable, bool? isRoaming, bool? isReachable)
    {
        var insight = new AdvancedInsight { Roaming = new() { Status = roaming }, Reachable = reachable };
        Assert.That((insight.IsRoaming, insight.IsReachable), Is.EqualTo((isRoaming, isReachable)));
        Assert.That(new AdvancedInsight().IsRoaming, Is.Null);
    }

    [Test]
    public async Task A_number_is_bought_read_and_written_back()
    {
        var free = await Vonage.Numbers.SearchAvailableAsync("GB").FirstAsync();
        Assert.That(await Vonage.Numbers.GetOwnedAsync(free.Msisdn!), Is.Null);

        await Vonage.Numbers.BuyAsync(free);
        await Vonage.Numbers.UpdateAsync(new UpdateNumberRequest("GB", free.Msisdn!) { ApplicationId = "my-application", VoiceCallbackType = VoiceCallbackType.Tel, VoiceCallbackValue = "447700900001" });
        var owned = (await Vonage.Numbers.GetOwnedAsync(free.Msisdn!))!;
        owned.InboundHttpUrl = new("https://example.com/sms");
        await Vonage.Numbers.UpdateAsync(owned);

        var form = Simulator.Requests[^1].Form!;
        Assert.That(string.Join(' ', Fields.Select(field => form[field])), Is.EqualTo($"GB {free.Msisdn} my-application https://example.com/sms tel 447700900001"));
        Assert.That((await Vonage.Numbers.GetOwnedAsync(free.Msisdn!))!.InboundHttpUrl, Is.EqualTo(new Uri("https://example.com/sms")));
        Assert.That(await Vonage.Numbers.GetOwnedAsync(free.Msisdn![..^1]), Is.Null, "a number that only starts so is another one");
    }

    [Test]
    public async Task A_number_without_a_country_is_not_bought()
    {
        Assert.That((await Thrown.By<InvalidRequestException>(() => Vonage.Numbers.BuyAsync(new AvailableNumber { Msisdn = "447700900100" }))).Field, Is.EqualTo("country"));
        Assert.That((await Thrown.By<InvalidRequestException>(() => Vonage.Numbers.GetOwnedAsync(""))).Field, Is.EqualTo("msisdn"));
        Assert.That(Simulator.Requests, Is.Empty);
    }

    [Test]
    public async Task A_network_is_found_by_its_code()
    {
        var prices = await Vonage.Pricing.GetCountryAsync(PricingProduct.Sms, "CA");
        var network = prices.Networks[0];
        Assert.That(prices.GetNetwork(network.NetworkCode!), Is.SameAs(network));
        Assert.That(prices.GetNetwork("00000"), Is.Null);
    }

    [Test]
    public async Task An_application_is_written_back_with_all_it_has()
    {
        var id = (await Vonage.Applications.CreateAsync(new("First") { Privacy = new() { ImproveAi = true }, Capabilities = new() { Messages = new() { AuthenticateInboundMedia = true, AdditionalProperties = { ["new"] = 1 } } } })).Id;
        var application = await Vonage.Applications.GetAsync(id);
        application.Name = "Renamed";

        var updated = await Vonage.Applications.UpdateAsync(application);

        Assert.That((updated.Name, updated.Privacy!.ImproveAi, updated.Capabilities!.Messages!.AuthenticateInboundMedia, updated.Keys!.PublicKey), Is.EqualTo(("Renamed", (bool?)true, (bool?)true, application.Keys!.PublicKey)));
        Assert.That((int?)Simulator.Requests[^1].Json!["capabilities"]!["messages"]!["new"], Is.EqualTo(1), "what this version does not know is kept too");
    }

    [Test]
    public async Task New_keys_change_nothing_else()
    {
        var created = await Vonage.Applications.CreateAsync(new("Mine", ApplicationKeyPair.Generate()) { Capabilities = new() { Messages = new() { AuthenticateInboundMedia = true } } });
        var keys = ApplicationKeyPair.Generate();

        var updated = await Vonage.Applications.SetKeysAsync(created.Id, keys);

        Assert.That((updated.Name, updated.Capabilities!.Messages!.AuthenticateInboundMedia, updated.Keys!.PublicKey), Is.EqualTo(("Mine", (bool?)true, keys.PublicKeyPem)));
        Assert.That(Simulator.Requests[^1].Body, Does.Not.Contain("PRIVATE"));
        Assert.That(updated.ToCredentials(keys).ApplicationId, Is.EqualTo(created.Id));
    }

    [Test]
    public async Task Transfers_start_at_the_own_account()
    {
        Simulator.Balance = 20m;
        var sub = (await Vonage.Subaccounts.CreateAsync(new("Own") { UsePrimaryAccountBalance = false })).ApiKey!;

        Assert.That((await Vonage.Subaccounts.TransferBalanceAsync(sub, 12.5m, "May")).From, Is.EqualTo(Simulator.ApiKey));
        Assert.That((await Vonage.Subaccounts.TransferCreditAsync(sub, 40m)).From, Is.EqualTo(Simulator.ApiKey));
        Assert.That(Simulator.Balance, Is.EqualTo(7.5m));

        var application = new VonageClient(VonageCredentials.FromApplication(Simulator.ApplicationId, Simulator.PrivateKeyPem));
        await Thrown.By<InvalidRequestException>(() => application.Subaccounts.TransferBalanceAsync(sub, 1m));
    }

    [Test]
    public async Task A_call_between_two_numbers_has_its_actions()
    {
        var call = await Vonage.Voice.CreateCallAsync("14843335555", "14843331234", Ncco.Create().Talk("Hello"));

        var sent = Simulator.Requests.Single().Json!;
        Assert.That(call.Uuid, Is.Not.Empty);
        Assert.That(((string?)sent["from"]!["number"], (string?)sent["to"]![0]!["number"], (string?)sent["ncco"]![0]!["text"]), Is.EqualTo(("14843335555", "14843331234", "Hello")));
    }
}
