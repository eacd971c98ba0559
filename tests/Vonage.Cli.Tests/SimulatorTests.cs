namespace Vonage.Cli.Tests;

/// <summary>Commands of all APIs, run against the simulators, which check each request by its specification.</summary>
public class SimulatorTests
{
    [TestCase("account balance", "value")]
    [TestCase("account list-secrets", "created_at")]
    [TestCase("account update-settings --mo-call-back-url https://example.com/sms", "https://example.com/sms")]
    [TestCase("apps create --name cli", "cli")]
    [TestCase("apps list", "cli")]
    [TestCase("conversations create --name cli --display-name Cli", "CON-")]
    [TestCase("conversations list", "CON-")]
    [TestCase("insight basic 447700900000", "447700900000")]
    [TestCase("insight standard 447700900000", "447700900000")]
    [TestCase("messages send --channel sms --type text --from Acme --to 447700900000 --text Hi", "message_uuid")]
    [TestCase("messages send --channel sms --from Acme --to 447700900000 --text Hi", "message_uuid")]
    [TestCase("messages send --channel viber_service --type text --from 1234 --to 447700900000 --text Hi", "message_uuid")]
    [TestCase("numbers search GB --features sms,voice", "GB")]
    [TestCase("numbers list", "msisdn")]
    [TestCase("pricing country sms GB", "GB")]
    [TestCase("pricing list-countries sms", "GB")]
    [TestCase("proactive-connect create-list --name cli", "cli")]
    [TestCase("reports load SMS --account-id abcd1234 --direction outbound", "records")]
    [TestCase("reports request-report --product SMS --direction outbound --account-id abcd1234", "request_id")]
    [TestCase("short-codes list", "")]
    [TestCase("sms send --from Acme --to 447700900000 --text Hello", "message-id")]
    [TestCase("sms submit-sms-conversion 00A0B0C0 true", "")]
    [TestCase("subaccounts list", "")]
    [TestCase("users create --name cli-user", "cli-user")]
    [TestCase("users list", "cli-user")]
    [TestCase("verify start --number 447700900000 --brand Acme", "request_id")]
    [TestCase("verify-v2 start --brand Acme --workflow {\"channel\":\"sms\",\"to\":\"447700900001\"}", "request_id")]
    [TestCase("video create-sessions", "session_id")]
    [TestCase("calls create --to [{\"type\":\"phone\",\"number\":\"447700900000\"}] --from-type phone --from-number 447700900001 --ncco [{\"action\":\"talk\",\"text\":\"Hi\"}]", "uuid")]
    [TestCase("calls list --status completed", "")]
    public async Task Commands_run(string line, string expected)
    {
        using var cli = Simulated.Cli();
        Assert.That((await cli.RunAsync([.. line.Split(' '), "-o", "json"])).Succeeded().Output, Does.Contain(expected));
    }

    [TestCase("flowroute numbers list-owned")]
    [TestCase("flowroute routes list")]
    [TestCase("flowroute e911 list")]
    public async Task Commands_of_flowroute_run(string line)
    {
        using var cli = Simulated.Cli();
        cli.Variables["VONAGE_BASE_URL"] = Simulated.Flowroute.Address.AbsoluteUri;
        (await cli.RunAsync(line)).Succeeded();
    }

    [Test]
    public async Task Each_provider_has_a_server_of_its_own_in_the_environment()
    {
        using var cli = Simulated.Cli();
        cli.Variables["FR_BASE_URL"] = Simulated.Flowroute.Address.AbsoluteUri;
        (await cli.RunAsync("flowroute routes list")).Succeeded();
        (await cli.RunAsync("account balance")).Succeeded();
        Assert.That((await cli.RunAsync($"flowroute routes list --base-url {Simulated.Vonage.Address}")).Code, Is.EqualTo(1));
    }

    [Test]
    public async Task A_call_is_created_found_and_hung_up()
    {
        using var cli = Simulated.Cli();
        var ncco = cli.Write("ncco.json", """[ { "action": "conversation", "name": "cli" } ]""");
        var created = (await cli.RunAsync(["calls", "create", "--to", """{ "type": "phone", "number": "447700900000" }""", "--from-type", "phone", "--from-number", "447700900001", "--ncco", ncco, "-o", "json"])).Succeeded().Json;
        (await cli.RunAsync($"calls update {created["uuid"]} --action hangup")).Succeeded();
        var found = (await cli.RunAsync($"calls get {created["uuid"]} --watch --interval 0.1 -o json")).Succeeded().Json;
        Assert.That((string?)found["status"], Is.EqualTo("completed"));
    }

    [Test]
    public async Task A_number_is_verified_by_the_code_of_a_login()
    {
        using var cli = Simulated.Cli();
        const string redirect = "https://example.com/callback";
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var host = Simulated.Vonage.Hosts["oidc.idp.vonage.com"].AbsoluteUri.TrimEnd('/');
        using var login = await http.GetAsync($"{host}/oauth2/auth?client_id={Simulated.Vonage.ApplicationId}&redirect_uri={Uri.EscapeDataString(redirect)}&response_type=code&scope={Uri.EscapeDataString("openid dpv:FraudPreventionAndDetection#number-verification-verify-read")}&state=abc&login_hint=tel%3A%2B447700900000");
        var code = login.Headers.Location!.Query.Split("code=")[1].Split('&')[0];
        var result = (await cli.RunAsync($"number-verification verify --phone-number 447700900000 --code {code} --redirect-uri {redirect} -o json")).Succeeded().Json;
        Assert.That((bool?)result["devicePhoneNumberVerified"], Is.True);
    }

    [Test]
    public async Task A_code_is_sent_and_checked()
    {
        using var cli = Simulated.Cli();
        var started = (await cli.RunAsync(["verify-v2", "start", "--brand", "Acme", "--workflow", """{ "channel": "sms", "to": "447700900077" }""", "-o", "json"])).Succeeded().Json;
        var wrong = await cli.RunAsync($"verify-v2 check {started["request_id"]} --code 9999");
        var right = await cli.RunAsync($"verify-v2 check {started["request_id"]} --code {Vonage.Testing.VonageSimulator.VerificationCode}");
        Assert.That((wrong.Code, right.Code), Is.EqualTo((1, 0)), wrong.Error + right.Error);
    }
}
