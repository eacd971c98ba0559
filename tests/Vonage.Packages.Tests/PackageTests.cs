using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text;
using System.Xml.Linq;

namespace Vonage.Packages.Tests;

/// <summary>What is in the packages, and what they say of themselves.</summary>
public class PackageTests
{
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    private static IEnumerable<string> Names => Feed.Names;

    private static IEnumerable<string> Libraries => Names.Where(name => !IsTool(name));

    [Test]
    public void Every_project_is_packed()
    {
        string[] folders = ["src", "tools"];
        var projects = folders.SelectMany(folder => Directory.EnumerateDirectories(Path.Combine(RepositoryFolder.Find(), folder))).Select(folder => BuiltPackages.NameOf(Path.GetFileName(folder)));
        Assert.That(Names, Is.EquivalentTo(projects));
    }

    [TestCaseSource(nameof(Names))]
    public void Says_what_it_is(string package)
    {
        var metadata = Feed.NuspecOf(Feed.FileOf(package)).Elements().ToLookup(e => e.Name.LocalName);
        var repository = metadata["repository"].Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(metadata["license"].Single().Value, Is.EqualTo("MIT"));
            Assert.That(metadata["authors"].Single().Value, Is.EqualTo("Vonage.Generated contributors"));
            Assert.That(metadata["description"].Single().Value, Has.Length.GreaterThan(30));
            Assert.That(metadata["icon"].Single().Value, Is.EqualTo("icon.png"));
            Assert.That(metadata["readme"].Single().Value, Is.EqualTo("README.md"));
            Assert.That(metadata["tags"].Single().Value.Split(' '), Has.Member("openapi").And.Member(package.Split('.')[^1].ToLowerInvariant().Replace("generated", "vonage", StringComparison.Ordinal)));
            Assert.That(metadata["releaseNotes"].Single().Value, Does.Contain(metadata["projectUrl"].Single().Value + "/blob/"));
            Assert.That(repository.Attribute("url")!.Value, Is.EqualTo(metadata["projectUrl"].Single().Value));
            Assert.That(repository.Attribute("commit")!.Value, Has.Length.EqualTo(40));
        }
    }

    [TestCaseSource(nameof(Names))]
    public void Has_a_README_of_its_own_with_absolute_links(string package)
    {
        var (readme, url) = (Read(package, "README.md"), Feed.NuspecOf(Feed.FileOf(package)).Elements().Single(e => e.Name.LocalName == "projectUrl").Value);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(readme, Does.StartWith($"# {package}\n"));
            Assert.That(readme, Does.Contain("```").And.Contain("dotnet "));
            Assert.That(readme, Does.Not.Match(@"\{[A-Z]+\}").And.Not.Contain("<!--"));
            Assert.That(Links(readme), Is.Not.Empty.And.All.StartsWith(url));
            Assert.That(Links(readme).Where(link => link.Contains("/blob/HEAD/", StringComparison.Ordinal)).Select(link => link.Split("/blob/HEAD/")[1].Split('#')[0])
                .Where(path => !File.Exists(Path.Combine(RepositoryFolder.Find(), path))), Is.Empty);
        }
    }

    [TestCaseSource(nameof(Names))]
    public void Contains_what_a_user_needs_and_nothing_else(string package)
    {
        using var zip = ZipFile.OpenRead(Feed.FileOf(package));
        var files = zip.Entries.Select(entry => entry.FullName).Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml").ToList();
        Assert.That(files, Is.SupersetOf((string[])["README.md", "LICENSE", "icon.png", package + ".nuspec"]));
        if (IsTool(package))
        {
            Assert.That(files.Where(file => Path.GetExtension(file) is ".xml" or ".config" && !file.EndsWith("/DotnetToolSettings.xml", StringComparison.Ordinal)), Is.Empty);
            return;
        }
        var frameworks = files.Where(file => file.EndsWith(".dll", StringComparison.Ordinal)).Select(file => file.Split('/')[1]).ToList();
        Assert.That(frameworks, Has.Member("net10.0"));
        Assert.That(
            files.Except(["README.md", "LICENSE", "icon.png", package + ".nuspec"]),
            Is.EquivalentTo(frameworks.SelectMany(framework => (string[])[$"lib/{framework}/{package}.dll", $"lib/{framework}/{package}.xml"])));
    }

    [TestCase("Cli", "dotnet tool install --global", "vonage ")]
    [TestCase("Simulator", "dotnet tool install --global", "vonage-simulator ")]
    [TestCase("Generator", "dotnet tool install", "dotnet vonage-generate ")]
    public void The_README_of_a_tool_calls_it_as_it_was_installed(string name, string install, string call)
    {
        var package = $"{BuiltPackages.Prefix}.{name}";
        Assert.That(Read(package, "README.md").Split('\n'), Has.Member($"{install} {package} --prerelease").And.Some.StartsWith(call));
    }

    [TestCase("Cli")]
    [TestCase("Generator")]
    [TestCase("Generator.MSBuild")]
    [TestCase("Simulator")]
    public void A_tool_also_runs_where_only_a_later_version_of_dotnet_is(string name)
    {
        var package = $"{BuiltPackages.Prefix}.{name}";
        using var zip = ZipFile.OpenRead(Feed.FileOf(package));
        var settings = zip.Entries.Select(entry => entry.FullName).Single(file => file.EndsWith(".runtimeconfig.json", StringComparison.Ordinal));
        Assert.That(Read(package, settings), Does.Contain("\"rollForward\": \"Major\""));
    }

    [TestCaseSource(nameof(Libraries))]
    public void Has_symbols_whose_sources_are_found_in_the_repository(string package)
    {
        using var zip = ZipFile.OpenRead(Path.ChangeExtension(Feed.FileOf(package), ".snupkg"));
        var symbols = zip.Entries.Where(entry => entry.Name.EndsWith(".pdb", StringComparison.Ordinal)).ToList();
        Assert.That(symbols, Is.Not.Empty);
        foreach (var entry in symbols)
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open())
                stream.CopyTo(content);
            content.Position = 0;
            using var provider = MetadataReaderProvider.FromPortablePdbStream(content);
            var reader = provider.GetMetadataReader();
            var links = reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation).Where(information => reader.GetGuid(information.Kind) == SourceLink)
                .Select(information => Encoding.UTF8.GetString(reader.GetBlobBytes(information.Value)));
            Assert.That(links.Single(), Does.Match("\"https://[^\"]+/[0-9a-f]{40}/\\*\""), entry.FullName);
        }
    }

    [TestCaseSource(nameof(Libraries))]
    public void Names_only_its_own_dependencies(string package)
    {
        var project = Directory.EnumerateDirectories(Path.Combine(RepositoryFolder.Find(), "src")).Select(folder => Path.GetFileName(folder)).Single(name => BuiltPackages.NameOf(name) == package);
        var text = File.ReadAllText(Path.Combine(RepositoryFolder.Find(), "src", project, project + ".csproj"));
        var named = XDocument.Parse(text).Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value);
        var dependencies = Feed.NuspecOf(Feed.FileOf(package)).Descendants().Where(e => e.Name.LocalName == "dependency").Select(e => e.Attribute("id")!.Value).Where(id => !id.StartsWith(BuiltPackages.Prefix, StringComparison.Ordinal));
        Assert.That(dependencies.Distinct(), Is.EquivalentTo(named));
    }

    [TestCase("DependencyInjection", "net8.0 net10.0")]
    [TestCase("AspNetCore", "net8.0 net10.0")]
    [TestCase("Testing", "net8.0 net10.0")]
    [TestCase("Flowroute.Testing", "net8.0 net10.0")]
    [TestCase("Raw", "netstandard2.0 net8.0 net10.0")]
    [TestCase("Messages", "netstandard2.0 net10.0")]
    public void Is_built_for(string package, string frameworks)
    {
        using var zip = ZipFile.OpenRead(Feed.FileOf($"{BuiltPackages.Prefix}.{package}"));
        Assert.That(zip.Entries.Where(entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal)).Select(entry => entry.FullName.Split('/')[1]), Is.EquivalentTo(frameworks.Split(' ')));
    }

    private static bool IsTool(string package) => Directory.Exists(Path.Combine(RepositoryFolder.Find(), "tools", "Vonage" + package[BuiltPackages.Prefix.Length..]));

    private static string Read(string package, string file)
    {
        using var zip = ZipFile.OpenRead(Feed.FileOf(package));
        using var reader = new StreamReader(zip.GetEntry(file)!.Open());
        return reader.ReadToEnd();
    }

    private static IEnumerable<string> Links(string readme) => System.Text.RegularExpressions.Regex.Matches(readme, @"\]\(([^)]+)\)").Select(link => link.Groups[1].Value);
}
