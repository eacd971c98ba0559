using Jose;
using Newtonsoft.Json;

namespace Vonage.Common.Tests;

/// <summary>
/// How headers are read and written. System.Text.Json's reflection is switched off for these tests, as it is in trimmed and native programs
/// (JsonSerializerIsReflectionEnabledByDefault in the project file).
/// </summary>
internal sealed class JwtHeaderMapperTests
{
    private static readonly JwtHeaderMapper Mapper = new();
    private static readonly byte[] Secret = [.. Enumerable.Repeat((byte)'k', 32)];

    [Test]
    public void Tokens_are_made_and_checked_where_there_is_no_reflection()
    {
        var token = JsonWebToken.Sign("{}"u8.ToArray(), Secret);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(JsonWebToken.IsSigned(token, Secret));
            Assert.That(() => JWT.EncodeBytes([], Secret, JwsAlgorithm.HS256), Throws.InvalidOperationException.With.Message.Contains("Reflection"), "jose-jwt's own mapper");
            Assert.That(() => JWT.VerifyBytes(token, Secret, JwsAlgorithm.HS256), Throws.InvalidOperationException.With.Message.Contains("Reflection"), "jose-jwt's own mapper");
        }
    }

    [Test]
    public void Writes_text_only()
    {
        Assert.That(Mapper.Serialize(new Dictionary<string, object> { ["alg"] = "RS256", ["kid"] = "a\"b" }), Is.EqualTo("""{"alg":"RS256","kid":"a\"b"}"""));
        Assert.That(() => Mapper.Serialize(new Dictionary<string, object> { ["alg"] = 1 }), Throws.InstanceOf<InvalidCastException>());
    }

    [Test]
    public void Reads_what_jose_jwt_asks_for() =>
        Assert.That(Mapper.Parse<IDictionary<string, object?>>("""{"alg":"HS256","b64":true,"x":null}"""), Is.EqualTo(new Dictionary<string, object?> { ["alg"] = "HS256", ["b64"] = true, ["x"] = null }));

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("{")]
    [TestCase("{} {}")]
    [TestCase("""{"alg":"none","alg":"HS256"}""")]
    public void Refuses_what_is_no_header(string json) =>
        Assert.That(() => Mapper.Parse<IDictionary<string, object>>(json), Throws.InstanceOf<JsonReaderException>());
}
