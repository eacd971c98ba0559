using System.Reflection;

namespace Vonage.Docs.Tests;

/// <summary>The picture of the layers in docs/architecture.md: what each package may reference.</summary>
public class LayerTests
{
    private const string Core = "Vonage.Core";
    private const string Engine = "Vonage.Simulation";

    private static readonly Dictionary<string, Assembly> Packages = Directory.EnumerateDirectories(Path.Combine(RepositoryFolder.Find(), "src"))
        .Select(folder => Path.GetFileName(folder))
        .ToDictionary(name => name, name => Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, name + ".dll")));

    [TestCaseSource(nameof(Names))]
    public void ReferencesOnlyWhatIsBelow(string package)
    {
        var references = Packages[package].GetReferencedAssemblies().Select(reference => reference.Name!).Where(Packages.ContainsKey);

        Assert.That(references.Where(reference => !MayReference(package, reference)), Is.Empty);
    }

    private static IEnumerable<string> Names() => Packages.Keys.Order(StringComparer.Ordinal);

    private static bool MayReference(string package, string reference) => reference switch
    {
        Core => package is not Engine,
        Engine => IsSimulator(package),
        _ => Provider(reference) == Provider(package) && package is not (Core or Engine) && Layer(reference) < Layer(package) && !IsSimulator(reference),
    };

    private static int Layer(string package) => package switch
    {
        "Vonage.AspNetCore" => 5,
        "Vonage.DependencyInjection" => 4,
        _ when IsSimulator(package) => 4,
        _ when package == Provider(package) => 3,
        _ when package == Provider(package) + ".Common" => 1,
        _ => 2,
    };

    private static bool IsSimulator(string package) => package == Provider(package) + ".Testing";

    private static string Provider(string package) => package.Split('.')[0];
}
