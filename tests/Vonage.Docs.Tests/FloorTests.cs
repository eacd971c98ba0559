namespace Vonage.Docs.Tests;

/// <summary>Which package may use which, as CONTRIBUTING.md says: nothing uses what stands above it, and no API knows another.</summary>
public class FloorTests
{
    private const string Core = "Vonage.Core";
    private const string Engine = "Vonage.Simulation";

    private static readonly string[] NoApis = ["Common", "Raw", "Testing", "DependencyInjection", "AspNetCore", "Redis", "Simulation", "Core"];

    private static readonly Dictionary<string, string> Projects = BuiltPackages.ByProject.Keys.ToDictionary(BuiltPackages.NameOf, StringComparer.Ordinal);

    private static IEnumerable<string> Names => BuiltPackages.ByProject.Keys.Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Names))]
    public void A_package_uses_only_the_floors_below_it(string package) =>
        Assert.That(BuiltPackages.ByProject[package].GetReferencedAssemblies().Select(used => Projects.GetValueOrDefault(used.Name!)).OfType<string>(), Is.SubsetOf(Below(package)));

    [Test]
    public void Every_package_is_looked_at()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Find(), "src"), "*.csproj", SearchOption.AllDirectories);
        Assert.That(Names, Is.EquivalentTo(sources.Select(Path.GetFileNameWithoutExtension)));
    }

    private static string[] Below(string package)
    {
        var provider = package.Split('.')[0];
        string[] shared = [Core, $"{provider}.Common"];
        string[] facade = [.. shared, .. Names.Where(name => IsApi(provider, name)), $"{provider}.Raw"];
        return package[provider.Length..] switch
        {
            ".Core" or ".Simulation" => [],
            ".Common" => [Core],
            "" => facade,
            ".DependencyInjection" => [.. facade, provider],
            ".AspNetCore" or ".Redis" => [.. facade, provider, $"{provider}.DependencyInjection"],
            ".Testing" => [.. facade, provider, Engine, $"{provider}.DependencyInjection"],
            _ => shared,
        };
    }

    private static bool IsApi(string provider, string name) => name.StartsWith(provider + ".", StringComparison.Ordinal) && !NoApis.Contains(name[(provider.Length + 1)..]);
}
