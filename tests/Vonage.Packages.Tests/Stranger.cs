using System.Diagnostics;
using System.Xml.Linq;

namespace Vonage.Packages.Tests;

/// <summary>Projects somewhere else, which know of us only what stands in the packages.</summary>
internal sealed class Stranger
{
    private static readonly string NuGetFolder = Path.Combine(".nuget", "NuGet");

    private readonly string _folder;

    /// <summary>Makes a folder whose commands find the packages by themselves, and keep what they install there.</summary>
    public Stranger(string folder)
    {
        _folder = folder;
        var home = At(".home");
        Directory.CreateDirectory(Path.Combine(home, NuGetFolder));
        var settings = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), NuGetFolder, "NuGet.Config");
        if (File.Exists(settings))
            File.Copy(settings, Path.Combine(home, NuGetFolder, "NuGet.Config"));
        File.WriteAllText(At("nuget.config"), $"""
            <configuration>
              <packageSources><add key="local" value="{Feed.Folder}" /></packageSources>
              <config><add key="globalPackagesFolder" value="{Feed.Restored}" /></config>
            </configuration>
            """);
    }

    /// <summary>The versions of this repository, for projects that name none.</summary>
    public Task WriteVersionsAsync() => File.WriteAllTextAsync(At("Directory.Packages.props"), new XElement(
        "Project",
        new XElement("PropertyGroup", new XElement("ManagePackageVersionsCentrally", "true")),
        new XElement(
            "ItemGroup",
            XDocument.Load(Path.Combine(RepositoryFolder.Find(), "Directory.Packages.props")).Descendants("PackageVersion").Where(version => version.Attribute("Include") is not null)
                .Select(version => (Name: version.Attribute("Include")!.Value, Version: version.Attribute("Version")!.Value))
                .Concat(Feed.Names.Select(name => (Name: name, Feed.Version)))
                .Select(package => new XElement("PackageVersion", new XAttribute("Include", package.Name), new XAttribute("Version", package.Version))))).ToString());

    public string At(string path) => Path.Combine(_folder, path);

    /// <summary>Publishes a program whose source files are in a folder.</summary>
    /// <param name="sources">The folder.</param>
    /// <param name="properties">The properties of the project, as XML.</param>
    /// <param name="references">The packages.</param>
    public async Task<Publication> PublishAsync(string sources, string properties, params string[] references)
    {
        foreach (var file in Directory.GetFiles(sources, "*.cs"))
            File.Copy(file, At(Path.GetFileName(file)));
        var name = Path.GetFileName(sources);
        await WriteVersionsAsync();
        await File.WriteAllTextAsync(At(name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <InvariantGlobalization>true</InvariantGlobalization>
                {properties}
              </PropertyGroup>
              <ItemGroup>
            {string.Join('\n', references.Select(r => $"    <PackageReference Include=\"{r}\" />"))}
              </ItemGroup>
            </Project>
            """);
        var target = At("published");
        var log = await DotNetAsync("publish", "--use-current-runtime", "--self-contained", "-c", "Release", "-o", target, "--nologo");
        return new Publication(target, name, log);
    }

    /// <summary>Runs a command that succeeds.</summary>
    public Task<string> DotNetAsync(params string[] arguments) => ReadAsync(Start("dotnet", arguments));

    /// <summary>Runs a command that fails, and gets all that it says.</summary>
    public async Task<string> FailAsync(params string[] arguments)
    {
        var (code, output, errors) = await EndAsync(Start("dotnet", arguments));
        Assert.That(code, Is.Not.Zero, output);
        return output + errors;
    }

    /// <summary>What is needed to run a program without what this process and this machine know.</summary>
    public ProcessStartInfo Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // The test host's MSBuild is not the one that this command is to use. With credentials at hand, a program would send.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || k.StartsWith("VONAGE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        // The commands of a machine remember where its tools are, which is not to outlive a test.
        start.Environment["DOTNET_CLI_HOME"] = At(".home");
        start.Environment["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false";
        start.Environment["DOTNET_NOLOGO"] = "1";
        // A package that a registry does not give at once is asked for again.
        start.Environment["NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT"] = "10";
        return start;
    }

    /// <summary>Runs a program to its end, which must be a good one.</summary>
    internal static async Task<string> ReadAsync(ProcessStartInfo start)
    {
        var (code, output, errors) = await EndAsync(start);
        Assert.That(code, Is.Zero, $"{output}\n{errors}");
        return output;
    }

    private static async Task<(int Code, string Output, string Errors)> EndAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
