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
        var token = JwtGenerator.FromSecret(secret).Generate(new JwtClaims { Additional = { ["api_key"] = "abcd1234" } });
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
            Additional = { ["role"] = "moderator", ["list"] = JArray.Parse("[1,2]"), ["nothing"] = null },
        }));
        Assert.That(claims.ToString(Newtonsoft.Json.Formatting.None), Is.EqualTo(
            """{"application_id":"other","iat":1000,"nbf":1010,"exp":4600,"jti":"one","sub":"alice","acl":{"paths":{"/*/users/**":{},"/*/rtc/**":{"methods":["GET","POST"]},"/*/media/**":{"filters":{"limit":5}}}},"role":"moderator","list":[1,2],"nothing":null}"""));
    }

    [Test]
    public void Claims_with_a_property_of_their_own_are_not_among_the_additional_ones() =>
        Assert.That(
            () => new JwtGenerator(Keys.Application).Generate(new JwtClaims { Additional = { ["exp"] = 1 } }),
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
