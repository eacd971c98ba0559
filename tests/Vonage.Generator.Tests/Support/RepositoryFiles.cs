using System.Reflection;

namespace Vonage.Generator.Tests.Support;

/// <summary>Where things are in the repository that these tests were built in.</summary>
internal static class RepositoryFiles
{
    private static readonly string Configuration = typeof(RepositoryFiles).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    public static string Root { get; } = FindRoot();

    public static string Generator { get; } = At("tools", "Vonage.Generator", "bin", Configuration, "net10.0", BuiltPackages.NameOf("Vonage.Generator") + ".dll");

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>A fixture spec, copied beside the tests.</summary>
    public static string Spec(string name) => Path.Combine(AppContext.BaseDirectory, "Specs", name + ".yaml");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "nswag.json")))
                return folder.FullName;
        throw new InvalidOperationException("These tests run inside the repository: no nswag.json above " + AppContext.BaseDirectory);
    }
}
