using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Vonage.Testing.Authentication;
using Vonage.Testing.Tests.Support;

namespace Vonage.Testing.Tests;

internal sealed class AuthenticationTests : SimulatorTest
{
    private static readonly JsonObject Thing = new() { ["name"] = "Lamp" };

    protected override void Prepare() => Options.Documents = new SpecCatalog(TestSpecs.All);

    [Test]
    public async Task Takes_the_right_token()
    {
        UseToken();

        Assert.That((await PostAsync("/v1/things", Thing)).Status, Is.EqualTo(HttpStatusCode.Created));
    }

    [Test]
    public async Task Takes_the_right_key_and_secret()
    {
        UseBasic();

        Assert.That((await PostAsync("/v1/things", Thing)).Status, Is.EqualTo(HttpStatusCode.Created));
    }

    [Test]
    public async Task Answers_with_the_documented_body_where_the_secret_is_wrong()
    {
        UseBasic("wrong");

        var answer = await PostAsync("/v1/things", Thing);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((answer.ContentType, answer["detail"]), Is.EqualTo(("application/problem+json", "The API secret is wrong.")));
        Assert.That(answer.Header("X-Simulator-Reason"), Is.EqualTo("The API secret is wrong."));
        Assert.That(Simulator.Requests.Single().AuthenticationError, Is.EqualTo("The API secret is wrong."));
    }

    [Test]
    public async Task Says_what_is_taken_where_there_are_no_credentials()
    {
        await PostAsync("/v1/things", Thing);

        Assert.That(Simulator.Requests.Single().AuthenticationError, Does.StartWith("No credentials").And.Contain("JWT").And.Contain("Basic"));
    }

    [TestCase("Basic !")]
    [TestCase("Basic YTpi")]
    [TestCase("Basic YQ==")]
    [TestCase("Bearer x")]
    [TestCase("Bearer a.b.c")]
    [TestCase("Bearer W10.W10.W10")]
    [TestCase("Digest x")]
    public async Task Refuses_what_is_no_credential(string header)
    {
        Http.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(header);

        Assert.That((await PostAsync("/v1/things", Thing)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [TestCase("application_id", "another", "application_id")]
    [TestCase("exp", -60L, "expired")]
    [TestCase("nbf", 60L, "nbf")]
    [TestCase("iat", 60L, "iat")]
    [TestCase("iat", null, "iat")]
    [TestCase("jti", null, "jti")]
    public async Task Refuses_a_token_by_its_claims(string claim, object? value, string reason)
    {
        var claims = Token.Claims(Simulator);
        claims[claim] = value is long seconds ? DateTimeOffset.UtcNow.AddSeconds(seconds).ToUnixTimeSeconds() : (string?)value;
        UseToken(Token.Sign(claims, Simulator.PrivateKeyPem));

        await PostAsync("/v1/things", Thing);

        Assert.That(Simulator.Requests.Single().AuthenticationError, Does.Contain(reason));
    }

    [Test]
    public async Task Refuses_an_old_token_without_an_end()
    {
        var claims = Token.Claims(Simulator, DateTimeOffset.UtcNow.AddMinutes(-16));
        claims.Remove("exp");
        UseToken(Token.Sign(claims, Simulator.PrivateKeyPem));

        await PostAsync("/v1/things", Thing);

        Assert.That(Simulator.Requests.Single().AuthenticationError, Does.Contain("expired"));
    }

    [Test]
    public async Task Refuses_a_token_of_another_key()
    {
        using var other = RSA.Create(2048);
        UseToken(Token.Sign(Token.Claims(Simulator), other.ExportPkcs8PrivateKeyPem()));

        await PostAsync("/v1/things", Thing);

        Assert.That(Simulator.Requests.Single().AuthenticationError, Does.Contain("not signed with the application's key"));
    }

    [TestCase("none")]
    [TestCase("HS256")]
    public async Task Refuses_a_token_of_another_algorithm(string algorithm)
    {
        UseToken(Token.Sign(Token.Claims(Simulator), Simulator.PrivateKeyPem, algorithm));

        await PostAsync("/v1/things", Thing);

        Assert.That(Simulator.Requests.Single().AuthenticationError, Does.Contain("RS256"));
    }

    [Test]
    public async Task Takes_a_key_of_the_callers_own()
    {
        using var own = RSA.Create(2048);
        await using var simulator = await VonageSimulator.StartAsync(
            new VonageSimulatorOptions { Documents = new SpecCatalog(TestSpecs.All), PrivateKeyPem = own.ExportRSAPrivateKeyPem() });
        UseToken(Token.Sign(Token.Claims(simulator), own.ExportPkcs8PrivateKeyPem()));

        using var content = Json("""{"name":"Lamp"}""");
        using var response = await Http.PostAsync(new Uri(simulator.Address, "/v1/things"), content);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created));
    }

    [TestCase("?api_key={key}&api_secret={secret}", ExpectedResult = HttpStatusCode.OK)]
    [TestCase("?api_key={key}&api_secret=wrong", ExpectedResult = HttpStatusCode.Unauthorized)]
    [TestCase("?api_key=wrong&api_secret={secret}", ExpectedResult = HttpStatusCode.Unauthorized)]
    [TestCase("?api_key={key}", ExpectedResult = HttpStatusCode.Unauthorized)]
    [TestCase("", ExpectedResult = HttpStatusCode.Unauthorized)]
    public async Task<HttpStatusCode> Checks_key_and_secret_in_the_query(string query) =>
        (await GetAsync("/legacy/search" + query.Replace("{key}", Simulator.ApiKey).Replace("{secret}", Simulator.ApiSecret))).Status;

    [TestCase("Simulat0rSecret", ExpectedResult = HttpStatusCode.OK)]
    [TestCase("wrong", ExpectedResult = HttpStatusCode.Unauthorized)]
    public async Task<HttpStatusCode> Checks_key_and_secret_in_the_body(string secret) =>
        (await PostFormAsync("/legacy/send", ("api_key", Simulator.ApiKey), ("api_secret", secret), ("to", "447700900000"))).Status;

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    public async Task Takes_a_signature_of_every_method(int method)
    {
        var fields = Signed(method, DateTimeOffset.UtcNow);

        Assert.That((await PostFormAsync("/legacy/send", fields)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Takes_a_signature_in_the_query()
    {
        var query = string.Join('&', Signed(3, DateTimeOffset.UtcNow).Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"));

        Assert.That((await GetAsync($"/legacy/search?{query}")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Refuses_a_signature_over_other_parameters()
    {
        await PostFormAsync("/legacy/send", [.. Signed(3, DateTimeOffset.UtcNow), ("ttl", "30")]);

        Assert.That(Simulator.Requests.Single().AuthenticationError, Is.EqualTo("The signature is wrong."));
    }

    [TestCase(-6)]
    [TestCase(6)]
    public async Task Refuses_a_signature_of_another_time(int minutes)
    {
        await PostFormAsync("/legacy/send", Signed(3, DateTimeOffset.UtcNow.AddMinutes(minutes)));

        Assert.That(Simulator.Requests.Single().AuthenticationError, Does.Contain("timestamp"));
    }

    [Test]
    public async Task Refuses_signature_and_secret_together()
    {
        await PostFormAsync("/legacy/send", [.. Signed(3, DateTimeOffset.UtcNow), ("api_secret", "x")]);

        Assert.That(Simulator.Requests.Single().StatusCode, Is.EqualTo(401));
    }

    // Published vectors, of which the simulator's own order of methods is the only thing that is ours.
    [TestCase(0, "6af838ef94998832dbfc29020b564830")]
    [TestCase(1, "c15c21ced558c93a226c305f58f902f2")]
    [TestCase(2, "3e19a4e6880fdc2c1426bfd0587c98b9532f0210")]
    [TestCase(3, "a321e824b9b816be7c3f28859a31749a098713d39f613c80d455bbaffae1cd24")]
    [TestCase(4, "812a18f76680fa0fe1b8bd9ee1625466ceb1bd96242e4d050d2cfd9a7b40166c63ed26ec9702168781b6edcf1633db8ff95af9341701004eec3fcf9550572ee8")]
    public void Knows_the_published_signatures(int method, string expected)
    {
        var parameters = new Dictionary<string, string> { ["a"] = "1", ["timestamp"] = "1461605396", ["b"] = "2" };

        Assert.That(SignatureScheme.Signatures(parameters, "secret").ElementAt(method), Is.EqualTo(expected).IgnoreCase);
    }

    [Test]
    public void Replaces_what_would_end_a_parameter()
    {
        var signatures = SignatureScheme.Signatures(
            new Dictionary<string, string> { ["param1"] = "value&1", ["param2"] = "value=2", ["timestamp"] = "1234567890" }, "signature_secret");

        Assert.That(signatures.ElementAt(1), Is.EqualTo("2bbf0abafb2c55e5af6231513896a2ac").IgnoreCase);
    }

    private (string Name, string Value)[] Signed(int method, DateTimeOffset time)
    {
        var fields = new Dictionary<string, string>
        {
            ["api_key"] = Simulator.ApiKey,
            ["timestamp"] = time.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["to"] = "447700900000",
        };
        return [.. fields.Select(field => (field.Key, field.Value)), ("sig", SignatureScheme.Signatures(fields, Simulator.SignatureSecret).ElementAt(method))];
    }
}
