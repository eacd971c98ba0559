using Newtonsoft.Json;

namespace Vonage.Common.Tests;

internal sealed class JwtHeaderMapperTests
{
    private static readonly JwtHeaderMapper Mapper = new();

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
