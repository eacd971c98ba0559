using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.Extensions.FileSystemGlobbing;

namespace Vonage.Generator;

/// <summary>
/// Content hashes of what generated code depends on, kept beside it in <c>inputs.txt</c>. The build compares them (build/Api.targets)
/// and calls the generator only where they differ, so a fresh clone never regenerates. Both read the list from build/GeneratorInputs.props.
/// </summary>
internal sealed class Inputs
{
    public const string FileName = "inputs.txt";

    private const string Root = "$(RepositoryRoot)";
    private const string OfAnApi = "$(ApiSpec";

    private readonly Repository _repository;
    private readonly string[] _patterns;
    private readonly string _package;

    public Inputs(Repository repository)
    {
        _repository = repository;
        var list = XDocument.Load(Path.Combine(repository.Root, "build", "GeneratorInputs.props"));
        _patterns = [.. list.Descendants("GeneratorInput").Select(i => i.Attribute("Include")!.Value[Root.Length..])];
        _package = list.Descendants("GeneratorPackage").Single().Value;
    }

    /// <summary>What every package depends on: settings, templates, shared schemas, the generator itself and NSwag.</summary>
    public string Shared() => Lines([.. Hashes(_patterns.Where(p => !p.Contains(OfAnApi, StringComparison.Ordinal))), VersionOfPackage()]);

    /// <summary>What one package depends on besides: its spec, and the schemas that specs of its folder share.</summary>
    public string Of(Target target)
    {
        var folder = target.SpecName[..(target.SpecName.LastIndexOf('/') + 1)];
        return Lines(Hashes(_patterns.Where(p => p.Contains(OfAnApi, StringComparison.Ordinal))
            .Select(p => p.Replace("$(ApiSpecFolder)", folder, StringComparison.Ordinal).Replace("$(ApiSpec)", target.SpecName, StringComparison.Ordinal))));
    }

    private IEnumerable<string> Hashes(IEnumerable<string> patterns)
    {
        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddIncludePatterns(patterns);
        matcher.AddExclude("**/obj/**");
        return matcher.GetResultsInFullPath(_repository.Root).Select(f => $"{_repository.Relative(f)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))}");
    }

    private string VersionOfPackage() =>
        $"{_package} {XDocument.Load(Path.Combine(_repository.Root, "Directory.Packages.props")).Descendants("PackageVersion").Single(p => p.Attribute("Include")?.Value == _package).Attribute("Version")!.Value}";

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Order(StringComparer.Ordinal).Select(l => l + "\n"));
}
