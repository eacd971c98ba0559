using System.Text;
using Jose;
using Vonage.Core.Serialization;
using Vonage.Raw;

namespace Vonage.Core.NoReflection.Tests;

internal sealed class NoReflectionTests
{
    private static readonly WebhookSecrets Secrets = new() { { "abcd1234", "a-signature-secret-of-32-characters" } };

    [Test]
    public async Task Tokens_are_made_and_checked()
    {
        var body = "{}"u8.ToArray();
        var claims = new JwtClaims { AdditionalClaims = { ["iss"] = "Vonage", ["api_key"] = "abcd1234", ["payload_hash"] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(body)) } };
        var token = JwtGenerator.FromSecret("a-signature-secret-of-32-characters").Generate(claims);
        var result = await new WebhookVerifier(Secrets).VerifyAsync(new WebhookRequest(null, "application/json", body, "Bearer " + token));
        Assert.That((result.IsValid, result.Failure), Is.EqualTo((true, WebhookFailure.None)));
        Assert.That(Keys.Application.Supports(ApiAuthentication.Jwt));
        Assert.That(new JwtGenerator(Keys.Application).Generate().Split('.'), Has.Length.EqualTo(3));
    }

    [Test]
    public void Tokens_of_jose_jwts_own_mapper_fail() =>
        Assert.That(() => JWT.EncodeBytes([], Encoding.UTF8.GetBytes(new string('k', 32)), JwsAlgorithm.HS256), Throws.InvalidOperationException.With.Message.Contains("Reflection"));

    [Test]
    public async Task Models_are_sent_and_read()
    {
        var handler = new StubHandler((_, _) => Task.FromResult(StubHandler.Json("""{"name":"made","kind":"large","tags":["a"],"more":1.10}""")));
        var made = await new VonageApiClient(new HttpClient(handler), Keys.All).SendAsync<Thing>(Operations.CreateThing(new Thing { Name = "a", Price = 1.20m }));
        Assert.That(handler.Request.Text, Is.EqualTo("""{"name":"a","price":1.20}"""));
        Assert.That(ApiJson.Serialize(made), Is.EqualTo("""{"name":"made","kind":"large","tags":["a"],"more":1.10}"""));
    }

    [Test]
    public async Task Raw_sends_and_reads_models()
    {
        var handler = new StubHandler((_, _) => Task.FromResult(StubHandler.Json("""{"name":"made"}""")));
        var made = await Raw(handler).PostAsync<Thing>("https://api.nexmo.com/v1/things", new Thing { Name = "a" }, ApiAuthentication.Jwt);
        Assert.That((handler.Request.Text, made.Name), Is.EqualTo(("""{"name":"a"}""", "made")));
    }

    [Test]
    public void Raw_refuses_a_class_that_only_reflection_could_write()
    {
        var handler = new StubHandler();
        Assert.That(
            async () => await Raw(handler).PostAsync<Thing>("https://api.nexmo.com/v1/things", new { name = "a" }, ApiAuthentication.Jwt),
            Throws.InstanceOf<NotSupportedException>().With.Message.Contains("Use a generated model or a JToken."));
        Assert.That(handler.Sent, Is.Empty);
    }

    private static RawClient Raw(StubHandler handler) => new(new VonageApiClient(new HttpClient(handler), Keys.All));
}
