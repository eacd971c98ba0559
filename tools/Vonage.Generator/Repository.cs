using System.Xml.Linq;

namespace Vonage.Generator;

/// <summary>The repository: where it is, and which of its packages are generated. A package says so itself, by <c>ApiSpec</c> in its project file.</summary>
internal sealed class Repository(string root)
{
    private readonly Lazy<(string Project, string[] Providers)?> _commandLine = new(() => FindCommandLine(Path.Combine(root, "tools")));

    public string Root { get; } = root;

    public string Generated => Path.Combine(Root, "generated");

    public string Settings => Path.Combine(Root, "nswag.json");

    public string Templates => Path.Combine(Root, "build", "templates");

    public static Repository Find(string from) =>
        RootAbove(from) is { } root ? new Repository(root) : throw new Specs.SpecException($"No nswag.json in {from} or above it: run the generator inside the repository.");

    /// <summary>Whether a folder is in a repository with packages to generate.</summary>
    public static bool IsAt(string folder) => RootAbove(folder) is { } root && Directory.Exists(new Repository(root).Templates);

    public IReadOnlyList<Target> Targets() =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(project => (Package: Path.GetFileNameWithoutExtension(project), Spec: XDocument.Load(project).Descendants("ApiSpec").FirstOrDefault()?.Value))
            .Where(p => p.Spec is not null)
            .OrderBy(p => p.Package, StringComparer.Ordinal)
            .Select(p => new Target(p.Package, SpecPath(p.Package, p.Spec!), Path.Combine(Generated, p.Package))
            {
                SpecName = p.Spec!,
                IsOwn = true,
                BundlePath = Path.Combine(Generated, "openapi", p.Spec + ".json"),
            }).Select(WithCommands)];

    /// <summary>The project whose commands are generated, by its name; null if there is none. It says so itself, by <c>CommandsOf</c>: the providers.</summary>
    public (string Project, string[] Providers)? CommandLine => _commandLine.Value;

    /// <summary>A path as the repository names it, with forward slashes on every system.</summary>
    public string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string? RootAbove(string from)
    {
        for (var directory = new DirectoryInfo(from); directory is not null; directory = directory.Parent)
            if (File.Exists(Path.Combine(directory.FullName, "nswag.json")))
                return directory.FullName;
        return null;
    }

    // What a provider's packages share has no operations.
    private Target WithCommands(Target target) => CommandLine is { } line && line.Providers.Contains(target.Provider) && target.Api != "Common"
        ? target with { CommandsPath = Path.Combine(Generated, line.Project, target.Package + ".g.cs"), CommandNamespace = line.Project }
        : target;

    private static (string Project, string[] Providers)? FindCommandLine(string tools) => !Directory.Exists(tools) ? null : Directory.EnumerateFiles(tools, "*.csproj", SearchOption.AllDirectories)
        .Select(project => ((string Project, string[] Providers)?)(Path.GetFileNameWithoutExtension(project), XDocument.Load(project).Descendants("CommandsOf").FirstOrDefault()?.Value.Split(';') ?? []))
        .FirstOrDefault(project => project!.Value.Providers.Length > 0);

    private string SpecPath(string package, string spec)
    {
        var path = Path.Combine(Root, "specs", spec + ".yaml");
        return File.Exists(path) ? path : throw new Specs.SpecException($"{package}: its project file names the spec '{spec}', but specs/{spec}.yaml does not exist.");
    }
}
