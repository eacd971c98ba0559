using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Newtonsoft.Json.Linq;

namespace Vonage.Common.Tests;

internal sealed class JwtGeneratorTests
{
    private readonly ManualTime _time = new(DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds()));

    [Test]
    public async Task A_token_satisfies_another_implementation()
    {
        var token = new JwtGenerator(Keys.Application).Generate();
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = new RsaSecurityKey(Keys.Rsa.ExportParameters(false)),
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidateAudience = false,
            ValidateIssuer = false,
            RequireExpirationTime = true,
        });
        Assert.That(result.Exception, Is.Null);
        Assert.That(result.IsValid, Is.True);
    }

    [Test]
    public async Task A_token_for_webhooks_satisfies_another_implementation()
    {
        var secret = new string('k', 64);
        var token = JwtGenerator.FromSecret(secret).Generate(new JwtClaims { AdditionalClaims = { ["api_key"] = "abcd1234" } });
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = new SymmetricSecurityKey(System.Text.Encoding.UTF8.GetBytes(secret)),
            ValidateAudience = false,
            ValidateIssuer = false,
        });
        Assert.That(result.IsValid, Is.True);
        Assert.That(Claims(token).ContainsKey("application_id"), Is.False);
    }

    [Test]
    public void The_defaults_are_for_calling_the_api()
    {
        var claims = Claims(new JwtGenerator(Keys.Application, _time).Generate());
        var now = _time.GetUtcNow().ToUnixTimeSeconds();
        Assert.That(string.Join(" ", claims.Properties().Select(p => p.Name)), Is.EqualTo("application_id iat nbf exp jti"));
        Assert.That((string?)claims["application_id"], Is.EqualTo(Keys.ApplicationId));
        Assert.That((long)claims["iat"]!, Is.EqualTo(now));
        Assert.That((long)claims["nbf"]!, Is.EqualTo(now));
        Assert.That((long)claims["exp"]!, Is.EqualTo(now + 900));
        Assert.That(Guid.TryParse((string?)claims["jti"], out _), Is.True);
    }

    [Test]
    public void No_two_tokens_are_the_same()
    {
        var generator = new JwtGenerator(Keys.Application, _time);
        var first = generator.Generate();
        Assert.That(generator.Generate(), Is.Not.EqualTo(first));
    }

    [Test]
    public void Every_claim_can_be_chosen()
    {
        var claims = Claims(new JwtGenerator(Keys.Application, _time).Generate(new JwtClaims
        {
            Subject = "alice",
            Lifetime = TimeSpan.FromHours(1),
            IssuedAt = DateTimeOffset.FromUnixTimeSeconds(1_000),
            NotBefore = DateTimeOffset.FromUnixTimeSeconds(1_010),
            Id = "one",
            ApplicationId = "other",
            Acl = { "/*/users/**", { "/*/rtc/**", "GET", "POST" }, new JwtAclPath("/*/media/**") { Filters = { ["limit"] = 5 } } },
            AdditionalClaims = { ["role"] = "moderator", ["list"] = JArray.Parse("[1,2]"), ["nothing"] = null },
        }));
        Assert.That(claims.ToString(Newtonsoft.Json.Formatting.None), Is.EqualTo(
            """{"application_id":"other","iat":1000,"nbf":1010,"exp":4600,"jti":"one","sub":"alice","acl":{"paths":{"/*/users/**":{},"/*/rtc/**":{"methods":["GET","POST"]},"/*/media/**":{"filters":{"limit":5}}}},"role":"moderator","list":[1,2],"nothing":null}"""));
    }

    [Test]
    public void Claims_with_a_property_of_their_own_are_not_among_the_additional_ones() =>
        Assert.That(
            () => new JwtGenerator(Keys.Application).Generate(new JwtClaims { AdditionalClaims = { ["exp"] = 1 } }),
            Throws.ArgumentException.With.Message.Contains("'exp'"));

    [Test]
    public void Without_an_application_it_says_what_is_missing() =>
        Assert.That(
            () => new JwtGenerator(Keys.Account).Generate(),
            Throws.InstanceOf<MissingCredentialsException>().With.Message.Contains("VONAGE_APPLICATION_ID"));

    [Test]
    public void Acl_paths_are_checked()
    {
        Assert.That(() => new JwtAcl { "users" }, Throws.InstanceOf<InvalidRequestException>());
        Assert.That(() => new JwtAcl { "/users", "/users" }, Throws.InstanceOf<InvalidRequestException>());
        Assert.That(new JwtAcl { "/a", "/b" }.Select(p => p.Path).Aggregate((a, b) => a + b), Is.EqualTo("/a/b"));
    }

    [Test]
    public void An_acl_that_stayed_empty_does_not_open_everything()
    {
        var claims = new JwtClaims();
        var acl = claims.Acl;
        foreach (var path in Array.Empty<string>())
            acl.Add(path);
        Assert.That(
            () => new JwtGenerator(Keys.Application).Generate(claims),
            Throws.InstanceOf<InvalidRequestException>().With.Message.Contains("JwtClaims.Acl is empty"));
        Assert.That(Claims(new JwtGenerator(Keys.Application).Generate(new JwtClaims())).ContainsKey("acl"), Is.False);
    }

    // Whoever knows that it is empty could sign.
    [TestCase("")]
    [TestCase(" \n")]
    public void An_empty_secret_is_refused(string secret) =>
        Assert.That(() => JwtGenerator.FromSecret(secret), Throws.InstanceOf<InvalidCredentialsException>().With.Message.Contains("The secret is empty"));

    [Test]
    public void An_acl_that_a_serializer_lost_or_only_looked_at_does_not_open_everything()
    {
        var lost = Newtonsoft.Json.JsonConvert.DeserializeObject<JwtClaims>("""{"Acl":["/*/users/**"]}""")!;
        var shown = new JwtClaims();
        System.Text.Json.JsonSerializer.Serialize(shown);
        foreach (var claims in new[] { lost, shown })
            Assert.That(() => new JwtGenerator(Keys.Application).Generate(claims), Throws.InstanceOf<InvalidRequestException>().With.Message.Contains("JwtClaims.Acl is empty"));
    }

    [TestCase("")]
    [TestCase(" ")]
    public void A_token_of_a_user_without_a_name_is_refused(string subject) =>
        Assert.That(
            () => new JwtGenerator(Keys.Application).Generate(new JwtClaims { Subject = subject }),
            Throws.InstanceOf<InvalidRequestException>().With.Message.Contains("JwtClaims.Subject is empty"));

    [Test]
    public void An_empty_list_of_methods_does_not_allow_all()
    {
        Assert.That(() => new JwtAcl { { "/a", Array.Empty<string>() } }, Throws.InstanceOf<InvalidRequestException>().With.Message.Contains("empty list of methods"));
        Assert.That(() => new JwtAclPath("/a", []), Throws.InstanceOf<InvalidRequestException>().With.Message.Contains("empty list of methods"));
        foreach (var method in new[] { "", " ", "get", null! })
            Assert.That(() => new JwtAclPath("/a", method), Throws.InstanceOf<InvalidRequestException>().With.Message.Contains("capital letters"));
        Assert.That(new JwtAclPath("/a").Methods, Is.Empty);
    }

    [Test]
    public void A_token_of_ones_own_is_verified()
    {
        foreach (var generator in new[] { new JwtGenerator(Keys.Application, _time), JwtGenerator.FromSecret(new string('k', 64), _time) })
        {
            var token = generator.Generate(new JwtClaims { Subject = "alice", NotBefore = _time.GetUtcNow().AddSeconds(30) });
            Assert.That((string?)generator.Verify(token)!["sub"], Is.EqualTo("alice"));
        }
    }

    [Test]
    public void Any_other_token_is_not()
    {
        var generator = new JwtGenerator(Keys.Application, _time);
        var token = generator.Generate();
        var parts = token.Split('.');
        using var other = System.Security.Cryptography.RSA.Create(2048);
        var strangers = new JwtGenerator(VonageCredentials.FromApplication(Keys.ApplicationId, other.ExportPkcs8PrivateKeyPem()), _time).Generate();
        var confused = JwtGenerator.FromSecret(Keys.Rsa.ExportSubjectPublicKeyInfoPem(), _time).Generate();
        foreach (var forged in new[]
        {
            strangers,
            confused,
            $"{parts[0]}.{parts[1]}.",
            $"{Encode("""{"alg":"none"}""")}.{parts[1]}.",
            $"{parts[0]}.{Encode("""{"sub":"mallory","exp":99999999999}""")}.{parts[2]}",
            $"{parts[0]}.{parts[1]}",
            token + "x",
            "Bearer " + token,
            "",
            "..",
            "a.b.c",
            new string('a', 20_000),
        })
            Assert.That(generator.Verify(forged), Is.Null, forged);
        Assert.That(generator.Verify(generator.Generate(new JwtClaims { NotBefore = _time.GetUtcNow().AddSeconds(31) })), Is.Null, "not yet");
        var time = new ManualTime(_time.GetUtcNow());
        var later = new JwtGenerator(Keys.Application, time);
        time.Advance(TimeSpan.FromSeconds(899));
        Assert.That(later.Verify(token), Is.Not.Null);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(later.Verify(token), Is.Null, "expired");
        Assert.That(() => new JwtGenerator(Keys.Account).Verify(token), Throws.InstanceOf<MissingCredentialsException>());

        static string Encode(string json) => System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(json));
    }

    [Test]
    public void A_token_lives_for_24_hours_at_most()
    {
        Assert.That(new JwtClaims { Lifetime = TimeSpan.FromHours(24) }.Lifetime, Is.EqualTo(TimeSpan.FromDays(1)));
        Assert.That(() => new JwtClaims { Lifetime = TimeSpan.FromHours(24) + TimeSpan.FromTicks(1) }, Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("24 hours"));
    }

    [TestCase(0)]
    [TestCase(-5)]
    [TestCase(0.5)]
    public void A_token_lives_for_a_second_at_least(double seconds) =>
        Assert.That(() => new JwtClaims { Lifetime = TimeSpan.FromSeconds(seconds) }, Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public async Task Many_threads_can_generate_at_once()
    {
        var generator = new JwtGenerator(Keys.Application);
        var tokens = new string[64];
        Parallel.For(0, tokens.Length, i => tokens[i] = generator.Generate());
        var parameters = new TokenValidationParameters { IssuerSigningKey = new RsaSecurityKey(Keys.Rsa.ExportParameters(false)), ValidateAudience = false, ValidateIssuer = false };
        var results = await Task.WhenAll(tokens.Select(t => new JsonWebTokenHandler().ValidateTokenAsync(t, parameters)));
        Assert.That(results.Select(r => r.IsValid), Is.All.True);
        Assert.That(tokens, Is.Unique);
    }

    private static JObject Claims(string token) => JObject.Parse(System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[1])));
}
