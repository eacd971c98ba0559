using Newtonsoft.Json.Linq;
using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

/// <summary>The bundled documents under <c>generated/openapi</c> stand by themselves.</summary>
internal sealed class BundleTests
{
    private static readonly string Folder = RepositoryFiles.At("generated", "openapi");

    private static IEnumerable<string> Bundles => Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder, path)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Bundles))]
    public void Every_reference_leads_to_a_component_of_the_document_itself(string bundle)
    {
        var document = JObject.Parse(File.ReadAllText(Path.Combine(Folder, bundle)));
        var references = document.Descendants().OfType<JProperty>().Where(p => p.Name == "$ref").Select(p => (string)p.Value!).ToList();

        Assert.That(references, Is.Not.Empty);
        Assert.That(references.Where(r => document.SelectToken(string.Join('.', r[2..].Split('/').Select(part => $"['{part}']"))) is null), Is.Empty);
    }

    [Test]
    public void Every_spec_with_operations_has_its_bundle()
    {
        var specs = RepositoryFiles.At("specs");
        var documented = Directory.EnumerateFiles(specs, "*.yaml", SearchOption.AllDirectories)
            // What documents share, and the simulator's own API, whose client only tests have.
            .Where(path => Path.GetFileName(path) is not ("common.yaml" or "simulator.yaml"))
            .Select(path => Path.ChangeExtension(Path.GetRelativePath(specs, path), ".json"));

        Assert.That(Bundles, Is.EquivalentTo(documented));
    }

    [Test]
    public void Extensions_are_kept_and_shared_schemas_are_brought_in()
    {
        var account = JObject.Parse(File.ReadAllText(Path.Combine(Folder, "account.json")));

        Assert.That(account.SelectToken("components.schemas.HalLinks") ?? account.SelectToken("components.schemas.ApiProblem"), Is.Not.Null);
        Assert.That(account.Descendants().OfType<JProperty>().Select(p => p.Name), Has.Some.StartsWith("x-"));
    }
}
