using Newtonsoft.Json.Linq;
using Vonage.Generator.Overlays;

namespace Vonage.Generator.Tests;

/// <summary>What an overlay's target finds, by RFC 9535.</summary>
internal sealed class JsonPathTests
{
    private static readonly JObject Document = JObject.Parse("""
        {"a":[1,2,3],"b":{"c d":4,"e":5},"list":[{"n":1,"f":6},{"n":2,"t":"it's","f":7}],"map":{"x":{"n":1},"y":{"n":2}}}
        """);

    [TestCase("$.a[*]", "1 2 3")]
    [TestCase("$.a[-1]", "3")]
    [TestCase("$.a[0:2]", "1 2")]
    [TestCase("$.a[::2]", "1 3")]
    [TestCase("$.a[0,2]", "1 3")]
    [TestCase("$['b']['c d']", "4")]
    [TestCase("""$["b"]["c d"]""", "4")]
    [TestCase("$.b[*]", "4 5")]
    [TestCase("$.b.*", "4 5")]
    [TestCase("$..f", "6 7")]
    [TestCase("$.list[?(@.n == 1)].f", "6")]
    [TestCase("$.list[?@.n == 1 || @.n == 2].f", "6 7")]
    [TestCase("$.map[?@.n > 1].n", "2")]
    [TestCase("$.list[?@.t == 'it\\'s'].f", "7")]
    [TestCase("$.a[3]", "")]
    [TestCase("$.a[-4]", "")]
    [TestCase("$.nothing", "")]
    public void Finds(string path, string found) => Assert.That(string.Join(' ', JsonPath.Select(Document, path)), Is.EqualTo(found));

    [TestCase("a")]
    [TestCase("$a")]
    [TestCase("$.")]
    [TestCase("$.a[")]
    [TestCase("$.a[0")]
    [TestCase("$['a]")]
    [TestCase("$.a[x]")]
    [TestCase("$.list[?@.n ==]")]
    [TestCase("$.list[?@.n == $.a]")]
    [TestCase("$.list[?(@.n == 1]")]
    public void Refuses(string path) => Assert.That(() => JsonPath.Select(Document, path), Throws.TypeOf<FormatException>().With.Message.StartsWith($"'{path}' is not a JSONPath, at character "));
}
