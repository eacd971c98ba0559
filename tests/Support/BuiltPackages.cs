using System.Reflection;

namespace TestSupport;

/// <summary>The packages that a test project references, found by the names of their projects.</summary>
internal static class BuiltPackages
{
    /// <summary>What stands before the name of each package (Directory.Build.props).</summary>
    public static string Prefix { get; } = typeof(BuiltPackages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "PackagePrefix").Value!;

    /// <summary>Those under <c>src/</c>, by project.</summary>
    public static IReadOnlyDictionary<string, Assembly> ByProject { get; } = Directory.EnumerateDirectories(Path.Combine(RepositoryFolder.Find(), "src"))
        .Select(folder => Path.GetFileName(folder))
        .Where(project => File.Exists(FileOf(project)))
        .ToDictionary(project => project, project => Assembly.LoadFrom(FileOf(project)), StringComparer.Ordinal);

    /// <summary>The package ID and assembly name of a project.</summary>
    public static string NameOf(string project) =>
        project.Split('.')[0] == Prefix.Split('.')[0] ? Prefix + project[Prefix.Split('.')[0].Length..] : $"{Prefix}.{project}";

    private static string FileOf(string project) => Path.Combine(AppContext.BaseDirectory, NameOf(project) + ".dll");
}
