using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Newtonsoft.Json.Linq;
using Vonage.Generator.Tests.Support;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Vonage.Generator.Tests;

/// <summary>Whatever is changed in a document, the outcome is code that compiles or an error that names a place: no stack trace, and no mistake of the generator.</summary>
internal sealed partial class FuzzTests
{
    private const int Compiled = 30;

    // How often each document is changed: more, from another seed, when somebody looks for mistakes.
    private static readonly int Rounds = Setting("FUZZ_ROUNDS", 12);
    private static readonly int Seed = Setting("FUZZ_SEED", 1);

    private static readonly string[] Values = ["''", "'text'", "7", "-1", "1.5", "true", "[]", "{}", "['text']", "{ 'a': 'text' }", "null", "99999999999999999999", "1e300"];

    private static readonly string[] Prefixes = [string.Empty, "text", "x-", "$", "/"];

    private readonly string _folder = Directory.CreateTempSubdirectory("vonage-generator-fuzz-").FullName;

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_changed_document_becomes_code_or_is_refused()
    {
        var random = new Random(Seed);
        CopyParts();
        var specs = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Specs"), "*.yaml", SearchOption.AllDirectories).Append(RepositoryFiles.At("specs", "sms.yaml")).Append(RepositoryFiles.At("specs", "messages.yaml")).Order(StringComparer.Ordinal).ToList();
        var mutants = specs.SelectMany(spec => Enumerable.Range(0, Rounds).Select(_ => spec)).Select((spec, i) => (Name: $"Vonage.Fuzz{i}", Path: Mutate(spec, i, random))).ToList();

        var result = await Command.GeneratorAsync(RepositoryFiles.Root, ["--one", .. mutants.SelectMany(m => new[] { m.Path, m.Name, Path.Combine(_folder, m.Name) })]);

        Assert.That(result.Errors.Split('\n').Count(line => line.Contains("not valid YAML", StringComparison.Ordinal)), Is.LessThan(mutants.Count / 20), "what is no YAML finds nothing");
        using (Assert.EnterMultipleScope())
        {
            foreach (var line in result.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                Assert.That(line, Does.Match(@"^.+\.(yaml|yml|json)(\(\d+,\d+\))?: (error|warning) SPEC: .+"));
            // A document in several files has its mistakes in any of them.
            foreach (var (name, path) in mutants.Where(m => !Directory.Exists(Path.Combine(_folder, m.Name))))
                Assert.That(result.Errors, Path.GetFileName(path).StartsWith("references-to-files", StringComparison.Ordinal) ? Does.Contain(path).Or.Contain(Path.Combine(_folder, "parts")) : Does.Contain(path), name);
            foreach (var fault in FaultsOf(mutants.Where(m => Directory.Exists(Path.Combine(_folder, m.Name))).OrderBy(_ => random.Next()).Take(Compiled * Rounds / 12).Select(m => m.Name)))
                Assert.Fail(fault);
        }
    }

    private static int Setting(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    private IEnumerable<string> FaultsOf(IEnumerable<string> packages) =>
        GeneratedPackage.Compilation("Fuzz", packages.SelectMany(name => Directory.GetFiles(Path.Combine(_folder, name), "*.g.cs")).Select(file => GeneratedPackage.Parse(File.ReadAllText(file), file)))
            .GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString());

    /// <summary>Changes one node: drops it, has it twice, gives it another name, another's value or another kind of value.</summary>
    private string Mutate(string spec, int number, Random random)
    {
        var root = Read(spec);
        var nodes = root.Descendants().Where(node => node is JProperty || node.Parent is JArray).ToList();
        var node = nodes[random.Next(nodes.Count)];
        switch (random.Next(5), node)
        {
            case (0, _):
                node.Remove();
                break;
            case (1, JProperty property):
                property.AddAfterSelf(new JProperty(Free(property, property.Name + "2"), property.Value));
                break;
            case (2, JProperty property):
                property.Replace(new JProperty(Free(property, Prefixes[random.Next(Prefixes.Length)] + property.Name + "x"), property.Value));
                break;
            case (1 or 2, _):
                node.AddAfterSelf(node.DeepClone());
                break;
            case (3, _):
                Set(node, Of(nodes[random.Next(nodes.Count)]).DeepClone());
                break;
            default:
                Set(node, JToken.Parse(Values[random.Next(Values.Length)]));
                break;
        }
        var path = Path.Combine(_folder, $"{Path.GetFileNameWithoutExtension(spec)}-{number}.yaml");
        File.WriteAllText(path, root.ToString());
        return path;
    }

    private static JToken Of(JToken node) => node is JProperty property ? property.Value : node;

    private static void Set(JToken node, JToken value)
    {
        if (node is JProperty property)
            property.Value = value;
        else
            node.Replace(value);
    }

    private static string Free(JProperty property, string name) => ((JObject)property.Parent!)[name] is null ? name : Free(property, name + "2");

    // What the documents share, and what one of them refers to.
    private void CopyParts()
    {
        File.Copy(RepositoryFiles.Spec("common"), Path.Combine(_folder, "common.yaml"));
        var cases = Path.Combine(AppContext.BaseDirectory, "Specs", "cases");
        foreach (var part in Directory.GetFiles(Path.Combine(cases, "parts"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(cases, part));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(part, copy);
        }
    }

    // As JSON, which is YAML however it is changed.
    private static JObject Read(string spec)
    {
        var yaml = new YamlStream();
        yaml.Load(new MergingParser(new Parser(new StringReader(File.ReadAllText(spec)))));
        return (JObject)Json(yaml.Documents[0].RootNode);
    }

    private static JToken Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JObject(map.Children.Select(pair => new JProperty(((YamlScalarNode)pair.Key).Value!, Json(pair.Value)))),
        YamlSequenceNode list => new JArray(list.Children.Select(Json)),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "" or "~" } => JValue.CreateNull(),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text } when Typed().IsMatch(text) => new JRaw(text),
        _ => new JValue(((YamlScalarNode)node).Value),
    };

    [GeneratedRegex("^(true|false|null|-?(0|[1-9][0-9]*)(\\.[0-9]+)?)$")]
    private static partial Regex Typed();
}
