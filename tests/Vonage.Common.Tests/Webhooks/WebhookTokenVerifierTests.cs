using System.Security.Cryptography;
using System.Text;
using Jose;

namespace Vonage.Common.Tests;

/// <summary>The token in the Authorization header of webhooks.</summary>
internal sealed class WebhookTokenVerifierTests
{
    private const string Secret = "my_secret_key_for_testing";
    private const string RfcToken = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"message_uuid":"aaaaaaaa-bbbb-cccc-dddd-0123456789ab","status":"delivered"}""");

    private readonly ManualTime _time = new();

    [Test]
    public async Task Accepts_what_Vonage_signs()
    {
        var result = await Verify(Token());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.IsValid, result.Reason);
            Assert.That(result.Token!.ApiKey, Is.EqualTo("abcd1234"));
            Assert.That(result.Token.ApplicationId, Is.EqualTo("aaaaaaaa-bbbb-cccc-dddd-0123456789ab"));
            Assert.That(result.Token.Id, Is.Not.Empty);
        }
    }

    [Test]
    public async Task Accepts_the_token_of_RFC_7515_until_it_expires()
    {
        var key = Convert.FromBase64String("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ+EstJQLr/T+1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow==");
        var secrets = new WebhookSecrets();
        secrets.Add(null, key, SignatureMethod.Md5Hash);
        var time = new ManualTime(DateTimeOffset.FromUnixTimeSeconds(1300819380));
        var verifier = new WebhookVerifier(secrets, new() { TimeProvider = time, Issuer = "joe", Tolerance = Timeout.InfiniteTimeSpan, ClockSkew = TimeSpan.Zero });

        Assert.That((await verifier.VerifyAsync(Request("Bearer " + RfcToken, []))).IsValid);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.That((await verifier.VerifyAsync(Request("Bearer " + RfcToken, []))).Failure, Is.EqualTo(WebhookFailure.Expired));
    }

    [TestCase("eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJPbmxpbmUgSldUIEJ1aWxkZXIiLCJpYXQiOjE2OTc2MzQ2ODAsImV4cCI6MzMyNTQ1NDA4MjgsImF1ZCI6IiIsInN1YiI6IiJ9.88vJc3I2HhuqEDixHXVhc9R30tA6U_HQHZTC29y6CGM", "qwertyuiopasdfghjklzxcvbnm123456")]
    [TestCase("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJTaW5hIiwibmFtZSI6IkphdmFfU0RLIiwiaWF0IjoxNjk4NjgwMzkyfQ.4qJpi46NSYURiLI1xoLIfGRygA8IUI2QSG9P2Kus1Oo", "XsA09z2MhUxYcdbXaUX3aTT7TzGmnCLfkdILf0NIyC9hN9criTEUdlI3OZ5hRjR")]
    public async Task Accepts_the_vectors_of_the_official_sdks(string token, string secret)
    {
        var verifier = new WebhookVerifier(new WebhookSecrets { secret }, new() { Issuer = null, Tolerance = Timeout.InfiniteTimeSpan });
        Assert.That((await verifier.VerifyAsync(Request("Bearer " + token, []))).IsValid);
        Assert.That((await new WebhookVerifier(new WebhookSecrets { "other" }).VerifyAsync(Request("Bearer " + token, []))).Failure, Is.EqualTo(WebhookFailure.InvalidSignature));
    }

    [TestCase(null, WebhookFailure.Missing)]
    [TestCase("", WebhookFailure.Missing)]
    [TestCase("Basic cXdlcmFzZGY6MTIzNHF3ZXJhc2Rmenhjdg==", WebhookFailure.Malformed)]
    [TestCase("Bearer ", WebhookFailure.Malformed)]
    [TestCase("Bearer a.b", WebhookFailure.Malformed)]
    [TestCase("Bearer a.b.c", WebhookFailure.Malformed)]
    [TestCase("Bearer e30.e30.", WebhookFailure.Malformed)]
    [TestCase("Bearer e30.e30.c", WebhookFailure.Malformed)]
    [TestCase("Bearer ....", WebhookFailure.Malformed)]
    public async Task Says_what_is_missing_or_malformed(string? authorization, WebhookFailure expected) =>
        Assert.That((await Verifier().VerifyAsync(Request(authorization, Body))).Failure, Is.EqualTo(expected));

    [TestCase("""{"alg":"none","typ":"JWT"}""")]
    [TestCase("""{"alg":"RS256","typ":"JWT"}""")]
    [TestCase("""{"alg":"HS384","typ":"JWT"}""")]
    [TestCase("""{"alg":"HS512","typ":"JWT"}""")]
    [TestCase("""{"alg":"hs256","typ":"JWT"}""")]
    [TestCase("""{"typ":"JWT"}""")]
    [TestCase("""{"alg":["HS256"]}""")]
    [TestCase("""{"alg":"none","alg":"HS256"}""")]
    [TestCase("""{"alg":"HS256","crit":["exp"]}""")]
    [TestCase("""{"alg":"HS256","b64":false}""")]
    [TestCase("""{"alg":"HS256","b64":"no"}""")]
    [TestCase("""{"alg":"HS256"} {}""")]
    [TestCase("""["HS256"]""")]
    public async Task Pins_the_algorithm(string header)
    {
        var parts = Token()["Bearer ".Length..].Split('.');
        var signed = Encode(Encoding.UTF8.GetBytes(header)) + "." + parts[1];
        var signature = Encode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.ASCII.GetBytes(signed)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Verify($"Bearer {signed}.{signature}")).Failure, Is.EqualTo(WebhookFailure.Malformed));
            Assert.That((await Verify($"Bearer {signed}.")).Failure, Is.EqualTo(WebhookFailure.Malformed));
        }
    }

    [TestCase("HS384")]
    [TestCase("HS512")]
    [TestCase("RS256")]
    [TestCase("none")]
    public async Task Refuses_what_another_algorithm_signed_well(string algorithm)
    {
        var claims = JWT.PayloadBytes(Token()["Bearer ".Length..]);
        object? key = algorithm switch { "RS256" => Keys.Rsa, "none" => null, _ => Encoding.UTF8.GetBytes(Secret) };
        var token = JWT.EncodeBytes(claims, key, algorithm, settings: JsonWebToken.Settings);
        Assert.That((await Verify("Bearer " + token)).Failure, Is.EqualTo(WebhookFailure.Malformed));
    }

    [Test]
    public async Task Refuses_a_token_in_another_form_than_its_own()
    {
        var parts = Token()["Bearer ".Length..].Split('.');
        using (Assert.EnterMultipleScope())
        {
            foreach (var part in Enumerable.Range(0, 3))
            {
                foreach (var change in new Func<string, string>[] { p => p + "=", p => p + "==", p => p + " ", p => "\t" + p, p => p[..4] + "\n" + p[4..] })
                {
                    var changed = string.Join('.', parts.Select((p, i) => i == part ? change(p) : p));
                    Assert.That((await Verify("Bearer " + changed)).Failure, Is.EqualTo(WebhookFailure.Malformed), changed);
                }
            }
        }
    }

    [Test]
    public async Task Chooses_the_secret_by_account()
    {
        var verifier = new WebhookVerifier(new WebhookSecrets { { "abcd1234", Secret }, { "abcd1234", "next" }, { "efgh5678", "other" } }, new() { TimeProvider = _time });
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await verifier.VerifyAsync(Request(Token(), Body))).IsValid);
            Assert.That((await verifier.VerifyAsync(Request(Token(secret: "next"), Body))).IsValid, "rotation");
            Assert.That((await verifier.VerifyAsync(Request(Token(secret: "other", apiKey: "efgh5678"), Body))).IsValid);
            Assert.That((await verifier.VerifyAsync(Request(Token(secret: "other"), Body))).Failure, Is.EqualTo(WebhookFailure.InvalidSignature));
            Assert.That((await verifier.VerifyAsync(Request(Token(apiKey: "nobody"), Body))).Failure, Is.EqualTo(WebhookFailure.UnknownKey));
            Assert.That((await verifier.VerifyAsync(Request(Token(secret: "other", change: c => c.AdditionalClaims.Remove("api_key")), Body))).Failure, Is.EqualTo(WebhookFailure.UnknownKey));
            Assert.That((await verifier.VerifyAsync(Request(Token(change: c => c.AdditionalClaims["api_key"] = 7), Body))).Failure, Is.EqualTo(WebhookFailure.Malformed));
        }
    }

    [TestCase(0, WebhookFailure.None)]
    [TestCase(360, WebhookFailure.None)]
    [TestCase(361, WebhookFailure.Expired)]
    [TestCase(-60, WebhookFailure.None)]
    [TestCase(-61, WebhookFailure.NotYetValid)]
    public async Task Checks_the_times_with_skew(int age, WebhookFailure expected)
    {
        var token = Token();
        _time.Advance(TimeSpan.FromSeconds(age));
        Assert.That((await Verify(token)).Failure, Is.EqualTo(expected));
    }

    [Test]
    public async Task Checks_exp_and_nbf_of_a_token_that_is_young()
    {
        var now = _time.GetUtcNow();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Verify(Token(change: c => (c.IssuedAt, c.Lifetime) = (now.AddSeconds(-90), TimeSpan.FromSeconds(20))))).Failure, Is.EqualTo(WebhookFailure.Expired));
            Assert.That((await Verify(Token(change: c => c.NotBefore = now.AddSeconds(61)))).Failure, Is.EqualTo(WebhookFailure.NotYetValid));
        }
    }

    [Test]
    public async Task Checks_the_issuer()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Verify(Token(change: c => c.AdditionalClaims["iss"] = "Mallory"))).Failure, Is.EqualTo(WebhookFailure.UnknownIssuer));
            Assert.That((await Verify(Token(change: c => c.AdditionalClaims.Remove("iss")))).Failure, Is.EqualTo(WebhookFailure.UnknownIssuer));
            Assert.That((await Verify(Token(change: c => c.AdditionalClaims["iss"] = 1))).Failure, Is.EqualTo(WebhookFailure.Malformed));
        }
    }

    [Test]
    public async Task Checks_the_body()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Verifier().VerifyAsync(Request(Token(), [.. Body, (byte)' ']))).Failure, Is.EqualTo(WebhookFailure.PayloadHashMismatch));
            Assert.That((await Verifier().VerifyAsync(Request(Token(), []))).Failure, Is.EqualTo(WebhookFailure.PayloadHashMismatch));
            Assert.That((await Verify(Token(change: c => c.AdditionalClaims.Remove("payload_hash")))).Failure, Is.EqualTo(WebhookFailure.Missing));
            Assert.That((await Verify(Token(change: c => c.AdditionalClaims["payload_hash"] = 1))).Failure, Is.EqualTo(WebhookFailure.Malformed));
            Assert.That((await Verifier().VerifyAsync(Request(Token(change: c => c.AdditionalClaims.Remove("payload_hash")), []))).IsValid, "a GET has no body");
        }
    }

    [Test]
    public async Task Tells_neither_secret_nor_token()
    {
        var token = Token(secret: "another secret");
        var result = await Verify(token);
        Assert.That(result.ToString(), Does.Not.Contain(Secret).And.Not.Contain(token["Bearer ".Length..]).And.Not.Contain("abcd1234"));
        Assert.That(result.Token, Is.Null);
    }

    [TestCase("Bearer  ")]
    [TestCase("bearer ")]
    [TestCase("BEARER    ")]
    public async Task Takes_the_scheme_in_any_case_and_with_several_spaces(string scheme) =>
        Assert.That((await Verify(scheme + Token()["Bearer ".Length..])).IsValid);

    [Test]
    public async Task Refuses_a_token_with_too_many_claims_at_once()
    {
        var claims = string.Join(',', Enumerable.Range(0, 1350).Select(i => $"\"c{i}\":1"));
        var token = $"{Encode("""{"alg":"HS256"}"""u8.ToArray())}.{Encode(Encoding.ASCII.GetBytes($"{{{claims}}}"))}.AAAA";

        // The shortest of many: a machine has other things to do, too.
        var shortest = TimeSpan.MaxValue;
        for (var i = 0; i < 100 && shortest >= TimeSpan.FromMilliseconds(5); i++)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            Assert.That((await Verify("Bearer " + token)).Failure, Is.EqualTo(WebhookFailure.Malformed));
            shortest = watch.Elapsed;
        }

        Assert.That(shortest, Is.LessThan(TimeSpan.FromMilliseconds(5)));
        Assert.That((await Verify(Token(change: c => Fill(c, 90)))).IsValid, "many are not too many");
        Assert.That((await Verify(Token(change: c => Fill(c, 200)))).Failure, Is.EqualTo(WebhookFailure.Malformed));

        static void Fill(JwtClaims claims, int count)
        {
            for (var i = 0; i < count; i++)
                claims.AdditionalClaims[$"c{i}"] = i;
        }
    }

    internal static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static WebhookRequest Request(string? authorization, byte[] body) => new(null, "application/json", body, authorization);

    private Task<WebhookVerification> Verify(string token) => Verifier().VerifyAsync(Request(token, Body));

    private WebhookVerifier Verifier() => new(new WebhookSecrets { Secret }, new() { TimeProvider = _time });

    private string Token(string secret = Secret, string apiKey = "abcd1234", Action<JwtClaims>? change = null)
    {
        var claims = new JwtClaims
        {
            ApplicationId = "aaaaaaaa-bbbb-cccc-dddd-0123456789ab",
            AdditionalClaims =
            {
                ["iss"] = "Vonage",
                ["api_key"] = apiKey,
                ["payload_hash"] = Convert.ToHexStringLower(SHA256.HashData(Body)),
            },
        };
        change?.Invoke(claims);
        return "Bearer " + JwtGenerator.FromSecret(secret, _time).Generate(claims);
    }
}
