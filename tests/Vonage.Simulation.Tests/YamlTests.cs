using System.Text.Json;
using Vonage.Simulation.Specs;

namespace Vonage.Simulation.Tests;

internal sealed class YamlTests
{
    [TestCase("a: text", """{"a":"text"}""")]
    [TestCase("a: '1'", """{"a":"1"}""")]
    [TestCase("a: 1", """{"a":1}""")]
    [TestCase("a: -1.50", """{"a":-1.50}""")]
    [TestCase("a: 447700900000", """{"a":447700900000}""")]
    [TestCase("a: 1.0.0", """{"a":"1.0.0"}""")]
    [TestCase("a: 2026-01-02", """{"a":"2026-01-02"}""")]
    [TestCase("a: true", """{"a":true}""")]
    [TestCase("a: 'true'", """{"a":"true"}""")]
    [TestCase("a: no", """{"a":"no"}""")]
    [TestCase("a:", """{"a":null}""")]
    [TestCase("a: ~", """{"a":null}""")]
    [TestCase("a: ''", """{"a":""}""")]
    [TestCase("a: |\n  b\n  c", """{"a":"b\nc"}""")]
    [TestCase("a: [1, { b: 2 }]", """{"a":[1,{"b":2}]}""")]
    [TestCase("a:\n- 1\n- b: 2", """{"a":[1,{"b":2}]}""")]
    [TestCase("'200': x", """{"200":"x"}""")]
    public void Becomes_json(string yaml, string json) => Assert.That(YamlToJson.Read(new StringReader(yaml)).GetRawText(), Is.EqualTo(json));

    [Test]
    public void Is_cut_along_its_indentation()
    {
        var block = new YamlBlock("""
            # A comment: no key.
            first: 1
            "quoted: key":
              # Another one.
              'a/{b}':
              - not: a key
              c: |
                d: no key
              /e: { f: 1 }

            last:
            - x
            """);

        Assert.That(block.Children.Keys, Is.EqualTo(["first", "quoted: key", "last"]));
        Assert.That(block.Children["first"].Children, Is.Empty);
        var inner = block.Children["quoted: key"];
        Assert.That(inner.Children.Keys, Is.EqualTo(["a/{b}", "c", "/e"]));
        Assert.That(inner.Children["a/{b}"].Value.GetRawText(), Is.EqualTo("""[{"not":"a key"}]"""));
        Assert.That(inner.Children["c"].Value.GetString(), Is.EqualTo("d: no key\n"));
        Assert.That(inner.Children["/e"].Value.GetRawText(), Is.EqualTo("""{"f":1}"""));
        Assert.That(block.Children["last"].Value.GetRawText(), Is.EqualTo("""["x"]"""));
    }

    // The pieces have to be what a reader of the whole document sees.
    [TestCaseSource(nameof(Files))]
    public void Every_document_in_pieces_is_the_whole(string file)
    {
        var text = File.ReadAllText(file);
        var whole = YamlToJson.Read(new StringReader(text));
        var block = new YamlBlock(text);

        Compare(block, whole, depth: 3);
    }

    private static void Compare(YamlBlock block, JsonElement expected, int depth)
    {
        if (depth == 0 || block.Children.Count == 0)
        {
            Assert.That(JsonElement.DeepEquals(block.Value, expected), Is.True);
            return;
        }
        Assert.That(block.Children.Keys, Is.EqualTo(expected.EnumerateObject().Select(member => member.Name)));
        foreach (var (name, child) in block.Children.Where(child => expected.GetProperty(child.Key).ValueKind == JsonValueKind.Object))
            Compare(child, expected.GetProperty(name), depth - 1);
    }

    private static IEnumerable<TestCaseData> Files()
    {
        var directory = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!Directory.Exists(Path.Combine(directory.FullName, "specs")))
            directory = directory.Parent!;
        var specs = Path.Combine(directory.FullName, "specs");
        return Directory.GetFiles(specs, "*.yaml", SearchOption.AllDirectories).Select(file => new TestCaseData(file).SetArgDisplayNames(Path.GetRelativePath(specs, file)));
    }
}
