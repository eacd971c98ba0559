namespace Vonage.Cli.Tests;

public class DryRunTests
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

    private async Task<string> PrintAsync(params string[] args)
    {
        var run = (await _cli.RunAsync([.. args, "--dry-run"])).Succeeded();
        Assert.That(_server.Requests, Is.Empty);
        return run.Output.ReplaceLineEndings("\n");
    }

    [Test]
    public async Task A_request_is_printed_instead_of_being_sent()
    {
        var printed = await PrintAsync("sms", "send", "--from", "Acme", "--to", "447700900000", "--text", "Hi");
        Assert.Multiple(() =>
        {
            Assert.That(printed, Does.StartWith($"POST {_server.Address}rest.nexmo.com/sms/json\n"));
            Assert.That(printed, Does.Contain("Authorization: Basic ***\n"));
            Assert.That(printed, Does.Contain("Content-Type: application/x-www-form-urlencoded"));
            Assert.That(printed, Does.EndWith("\n\nfrom=Acme&to=447700900000&text=Hi\n"));
        });
    }

    [Test]
    public async Task Nothing_printed_contains_a_secret()
    {
        _cli.Variables.Remove("VONAGE_API_SECRET");
        _cli.Variables["VONAGE_SIGNATURE_SECRET"] = "Simulat0rSecret";
        string[] printed =
        [
            await PrintAsync("sms", "send", "--from", "Acme", "--to", "447700900000", "--text", "Hi"),
            await PrintAsync("calls", "list"),
            await PrintAsync("sms", "submit-sms-conversion", "1", "true"),
        ];
        _cli.Variables["VONAGE_API_SECRET"] = "Simulat0rSecret";
        printed = [.. printed, await PrintAsync("account", "create-secret", "--secret", "Simulat0rSecret2"), await PrintAsync("flowroute", "numbers", "list-owned")];
        Assert.Multiple(() =>
        {
            Assert.That(printed, Has.All.Not.Contain("Simulat0rSecret").And.All.Not.Contain("eyJ").And.All.Not.Contain("FlowrouteSecret").And.All.Not.Contain(Convert.ToBase64String("abcd1234:Simulat0rSecret"u8)));
            Assert.That(printed[0], Does.Contain("sig=***"));
            Assert.That(printed[1], Does.Contain("Authorization: Bearer ***"));
            Assert.That(printed[2], Does.Contain("sig=***"));
            Assert.That(printed[3], Does.Contain("\"secret\": \"***\""));
        });
    }

    [Test]
    public async Task The_request_is_printed_and_not_those_for_its_access_token()
    {
        Assert.That(await PrintAsync("sim-swap", "check", "--phone-number", "447700900000"),
            Does.StartWith($"POST {_server.Address}api-eu.vonage.com/camara/sim-swap/v040/check\n").And.Contain("Authorization: Bearer ***\n").And.Contain("\"phoneNumber\": \"447700900000\""));
        Assert.That(await PrintAsync("number-verification", "verify", "--phone-number", "447700900000", "--code", "0dadaeb4", "--redirect-uri", "https://example.com/callback"),
            Does.StartWith($"POST {_server.Address}api-eu.vonage.com/camara/number-verification/v031/verify\n").And.Contain("Authorization: Bearer ***\n").And.Not.Contain("0dadaeb4"));
    }

    [Test]
    public async Task The_secrets_of_a_request_for_an_access_token_are_masked()
    {
        Assert.That(await PrintAsync("sim-swap", "get-token", "--auth-req-id", "arid/1234"), Does.Contain("auth_req_id=***").And.Not.Contain("1234"));
        Assert.That(await PrintAsync("number-verification", "get-token", "--code", "0dadaeb4", "--redirect-uri", "https://example.com/callback"), Does.Contain("code=***").And.Not.Contain("0dadaeb4"));
    }

    [Test]
    public async Task The_secrets_of_a_form_and_of_its_parts_are_masked()
    {
        Assert.That(await PrintAsync("verify", "start", "--number", "447700900000", "--brand", "Acme", "--pin-code", "8642"), Does.Contain("pin_code=***").And.Not.Contain("8642"));
        var printed = await PrintAsync("meetings", "upload-logo", "bucket", "--key", "auto-expiring-temp/logos", "--x-amz-credential", "AKIA/2026", "--x-amz-security-token", "eyJhbGci", "--x-amz-signature", "fcb46c", "--file", _cli.Write("logo.png", "PNG"));
        Assert.That(printed, Does.Contain("auto-expiring-temp/logos").And.Contain("PNG").And.Not.Contain("AKIA").And.Not.Contain("eyJhbGci").And.Not.Contain("fcb46c"));
    }

    [Test]
    public async Task A_dry_run_needs_the_credentials_of_the_request_too()
    {
        _cli.Variables.Remove("VONAGE_APPLICATION_ID");
        _cli.Variables.Remove("VONAGE_PRIVATE_KEY");
        var run = await _cli.RunAsync("sim-swap check --phone-number 447700900000 --dry-run");
        Assert.That((run.Code, run.Output), Is.EqualTo((ExitCodes.Credentials, "")));
        Assert.That(run.Error, Does.Contain("an application's id and private key"));
    }

    [Test]
    public async Task Only_the_first_request_of_a_list_is_printed() =>
        Assert.That((await PrintAsync("numbers", "search", "GB", "--all")).Split("GET "), Has.Length.EqualTo(2));

    [Test]
    public async Task A_download_is_printed_too()
    {
        var file = _cli.PathOf("recording.wav");
        Assert.That(await PrintAsync("calls", "download-file", "63f61863-4a51-4f6b-86e1-46edebcf9356", "--output", file), Does.StartWith("GET "));
        Assert.That(File.Exists(file), Is.False);
    }
}
