namespace Vonage.Packages.Tests;

/// <summary>The version of the packages comes from the tags of the repository, wherever it was cloned.</summary>
public class VersionTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("versions-").FullName;
    private Stranger _stranger = null!;

    [OneTimeSetUp]
    public async Task CommitAsync()
    {
        _stranger = new Stranger(_folder);
        Directory.CreateDirectory(_stranger.At("origin"));
        await File.WriteAllTextAsync(_stranger.At("origin/Versioned.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <Import Project="{Path.Combine(RepositoryFolder.Find(), "build", "PackageIdentity.props")}" />
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <Import Project="{Path.Combine(RepositoryFolder.Find(), "build", "PackageIdentity.targets")}" />
            </Project>
            """);
        await _stranger.WriteVersionsAsync();
        await GitAsync("origin", "init", "-q", "-b", "main");
        await GitAsync("origin", "add", "-A");
        await CommitAsync("one");
        await CommitAsync("two");
    }

    [OneTimeTearDown]
    public void Delete()
    {
        // Git writes what it keeps as files that cannot be written, which Windows does not delete.
        foreach (var file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
        Directory.Delete(_folder, recursive: true);
    }

    [TestCase("clone", "clone", "-q", "ORIGIN", "clone", ExpectedResult = "0.1.0-alpha.0.1")]
    [TestCase("shallow", "clone", "-q", "--depth", "1", "ORIGIN", "shallow", ExpectedResult = "0.1.0-alpha.0")]
    [TestCase("tagged", "clone", "-q", "ORIGIN", "tagged", ExpectedResult = "1.2.0")]
    public async Task<string> Is_found_in(string clone, params string[] command)
    {
        await GitAsync(".", [.. command.Select(word => word == "ORIGIN" ? new Uri(_stranger.At("origin")).AbsoluteUri : word)]);
        if (clone == "tagged")
            await GitAsync(clone, "tag", "v1.2.0");
        return await VersionAsync(clone);
    }

    [Test]
    public async Task Is_a_prerelease_where_there_is_no_repository()
    {
        Directory.CreateDirectory(_stranger.At("archive"));
        File.Copy(_stranger.At("origin/Versioned.csproj"), _stranger.At("archive/Versioned.csproj"));

        Assert.That(await VersionAsync("archive"), Is.EqualTo("0.1.0-alpha.0"));
    }

    [Test]
    public async Task A_release_build_is_the_same_in_every_folder()
    {
        string[] clones = ["here", "elsewhere"];
        foreach (var clone in clones)
        {
            await GitAsync(".", "clone", "-q", new Uri(_stranger.At("origin")).AbsoluteUri, clone);
            await _stranger.DotNetAsync("build", _stranger.At(clone), "-c", "Release", "-v:q");
        }
        var assemblies = clones.Select(clone => Directory.EnumerateFiles(_stranger.At($"{clone}/bin/Release/net10.0"), "*Versioned.dll").Single()).ToList();

        Assert.That(await File.ReadAllBytesAsync(assemblies[0]), Is.EqualTo(await File.ReadAllBytesAsync(assemblies[1])));
    }

    private async Task<string> VersionAsync(string folder)
    {
        await _stranger.DotNetAsync("restore", _stranger.At(folder), "-v:q");
        return (await _stranger.DotNetAsync("msbuild", _stranger.At($"{folder}/Versioned.csproj"), "-t:MinVer", "-getProperty:PackageVersion")).Trim();
    }

    private Task<string> CommitAsync(string message) => GitAsync("origin", "-c", "user.name=Tests", "-c", "user.email=tests@example.com", "commit", "-q", "--allow-empty", "-m", message);

    private Task<string> GitAsync(string folder, params string[] arguments) => Stranger.ReadAsync(_stranger.Start("git", ["-C", _stranger.At(folder), .. arguments]));
}
