using System.Globalization;
using Microsoft.CodeAnalysis;
using Vonage.Generator.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Vonage.Generator.Tests;

/// <summary>Whatever is changed in a document, the outcome is code that compiles or an error that names a place: no stack trace, and no mistake of the generator.</summary>
internal sealed class FuzzTests
{
    private const int Compiled = 30;

    // How often each document is changed: more, from another seed, when somebody looks for mistakes.
    private static readonly int Rounds = Setting("FUZZ_ROUNDS", 12);
    private static readonly int Seed = Setting("FUZZ_SEED", 1);

    private static readonly string[] Values = ["''", "text", "7", "-1", "1.5", "true", "[]", "{}", "[text]", "{ a: text }", "null", "99999999999999999999", "1e300"];

    private readonly string _folder = Directory.CreateTempSubdirectory("vonage-generator-fuzz-").FullName;

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_changed_document_becomes_code_or_is_refused()
    {
        var random = new Random(Seed);
        var specs = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Specs"), "*.yaml", SearchOption.AllDirectories).Append(RepositoryFiles.At("specs", "sms.yaml")).Append(RepositoryFiles.At("specs", "messages.yaml")).Order(StringComparer.Ordinal).ToList();
        var mutants = specs.SelectMany(spec => Enumerable.Range(0, Rounds).Select(_ => spec)).Select((spec, i) => (Name: $"Vonage.Fuzz{i}", Path: Mutate(spec, i, random))).ToList();

        var result = await Command.GeneratorAsync(RepositoryFiles.Root, ["--one", .. mutants.SelectMany(m => new[] { m.Path, m.Name, Path.Combine(_folder, m.Name) })]);

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

    /// <summary>Changes one node: drops it, has it twice, gives it another kind of value, another name or another's value.</summary>
    private string Mutate(string spec, int number, Random random)
    {
        var root = Parse(File.ReadAllText(spec));
        var nodes = Pairs(root).ToList();
        var (owner, key) = nodes[random.Next(nodes.Count)];
        switch (random.Next(5), owner, key)
        {
            case (0, YamlMappingNode map, _):
                map.Children.Remove(key);
                break;
            case (1, YamlMappingNode map, _):
                map.Children[new YamlScalarNode(key + "2")] = map.Children[key];
                break;
            case (2, YamlMappingNode map, _):
                var value = map.Children[key];
                map.Children.Remove(key);
                map.Children[new YamlScalarNode(Values[random.Next(2)] + key + "x")] = value;
                break;
            case (3, YamlMappingNode map, _):
                map.Children[key] = Pick();
                break;
            case (_, YamlMappingNode map, _):
                map.Children[key] = Parse(Values[random.Next(Values.Length)]);
                break;
            case (0, YamlSequenceNode list, _):
                list.Children.Remove(key);
                break;
            case (1 or 2, YamlSequenceNode list, _):
                list.Children.Add(key);
                break;
            case (3, YamlSequenceNode list, _):
                list.Children[list.Children.IndexOf(key)] = Pick();
                break;
            case (_, YamlSequenceNode list, _):
                list.Children[list.Children.IndexOf(key)] = Parse(Values[random.Next(Values.Length)]);
                break;
        }
        var path = Path.Combine(_folder, $"{Path.GetFileNameWithoutExtension(spec)}-{number}.yaml");
        if (!File.Exists(Path.Combine(_folder, "common.yaml")))
        {
            File.Copy(RepositoryFiles.Spec("common"), Path.Combine(_folder, "common.yaml"));
            var parts = Path.Combine(AppContext.BaseDirectory, "Specs", "cases");
            foreach (var part in Directory.GetFiles(Path.Combine(parts, "parts"), "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(_folder, Path.GetRelativePath(parts, part));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(part, copy);
            }
        }
        File.WriteAllText(path, Written(root));
        return path;

        YamlNode Pick()
        {
            var (from, at) = nodes[random.Next(nodes.Count)];
            return Copy(from is YamlMappingNode map && map.Children.TryGetValue(at, out var picked) ? picked : at);
        }
    }

    private static YamlNode Copy(YamlNode node) => node switch
    {
        YamlMappingNode map => new YamlMappingNode(map.Children.Select(pair => KeyValuePair.Create(Copy(pair.Key), Copy(pair.Value)))),
        YamlSequenceNode list => new YamlSequenceNode(list.Children.Select(Copy)),
        _ => new YamlScalarNode(((YamlScalarNode)node).Value) { Style = ((YamlScalarNode)node).Style },
    };

    private static YamlNode Parse(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return yaml.Documents[0].RootNode;
    }

    private static string Written(YamlNode node)
    {
        using var text = new StringWriter();
        new YamlStream(new YamlDocument(node)).Save(text);
        return text.ToString();
    }

    private static IEnumerable<(YamlNode Owner, YamlNode Key)> Pairs(YamlNode node) => node switch
    {
        YamlMappingNode map => map.Children.SelectMany(pair => Pairs(pair.Value).Prepend((map, pair.Key))),
        YamlSequenceNode list => list.Children.SelectMany(item => Pairs(item).Prepend((list, item))),
        _ => [],
    };
}
