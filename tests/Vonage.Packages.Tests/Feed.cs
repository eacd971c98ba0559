using System.IO.Compression;
using System.Reflection;
using System.Xml.Linq;

namespace Vonage.Packages.Tests;

/// <summary>The packages, which the build of this project has packed into a folder.</summary>
[SetUpFixture]
internal sealed class Feed
{
    private static readonly string Configuration = typeof(Feed).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    /// <summary>The folder, as a package source.</summary>
    public static string Folder { get; } = Path.Combine(RepositoryFolder.Find(), "artifacts", "packages", Configuration);

    /// <summary>What strangers restore, once for all of them.</summary>
    public static string Restored { get; } = Directory.CreateTempSubdirectory("restored-packages-").FullName;

    /// <summary>The one version of all packages.</summary>
    public static string Version { get; } = Path.GetFileNameWithoutExtension(Directory.GetFiles(Folder, BuiltPackages.NameOf("Vonage.Core") + ".*.nupkg").Single())[(BuiltPackages.NameOf("Vonage.Core").Length + 1)..];

    public static IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*.nupkg").Order(StringComparer.Ordinal);

    /// <summary>The names of the packages.</summary>
    public static IEnumerable<string> Names => Files.Select(file => Path.GetFileName(file)[..^(Version.Length + ".nupkg".Length + 1)]);

    public static string FileOf(string package) => Path.Combine(Folder, $"{package}.{Version}.nupkg");

    public static XElement NuspecOf(string file)
    {
        using var zip = ZipFile.OpenRead(file);
        using var nuspec = zip.Entries.Single(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(nuspec).Root!.Elements().Single();
    }

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(Restored, recursive: true);
}
