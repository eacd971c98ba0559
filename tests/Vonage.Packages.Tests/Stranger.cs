using System.Diagnostics;
using System.Xml.Linq;

namespace Vonage.Packages.Tests;

/// <summary>A project somewhere else, which knows of us only what stands in the packages.</summary>
internal sealed class Stranger(string folder, string packages)
{
    private static readonly string NuGetFolder = Path.Combine(".nuget", "NuGet");

    private static readonly Dictionary<string, string> Versions = XDocument.Load(Path.Combine(RepositoryFolder.Find(), "Directory.Packages.props"))
        .Descendants("PackageVersion")
        .ToDictionary(version => version.Attribute("Include")!.Value, version => version.Attribute("Version")!.Value);

    // The commands of a machine remember where its tools are, which is not to outlive a test.
    private string? Home { get; init; }

    /// <summary>A folder whose commands find the packages by themselves, and keep what they restore and install there.</summary>
    public static Stranger WithPackages(string folder, string packages)
    {
        var home = Path.Combine(folder, ".home");
        Directory.CreateDirectory(Path.Combine(home, NuGetFolder));
        var settings = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), NuGetFolder, "NuGet.Config");
        if (File.Exists(settings))
            File.Copy(settings, Path.Combine(home, NuGetFolder, "NuGet.Config"));
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources><add key="local" value="{packages}" /></packageSources>
              <config><add key="globalPackagesFolder" value=".packages" /></config>
            </configuration>
            """);
        return new Stranger(folder, packages) { Home = home };
    }

    public string At(string path) => Path.Combine(folder, path);

    public async Task<string> RunAsync(string program, params string[] references)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), program);
        await WriteProjectAsync("Stranger", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", references);
        return await DotNetAsync("run");
    }

    /// <summary>Publishes a program whose source files are in a folder.</summary>
    /// <param name="sources">The folder.</param>
    /// <param name="properties">The properties of the project, as XML.</param>
    /// <param name="references">The packages.</param>
    public async Task<Publication> PublishAsync(string sources, string properties, params string[] references)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(sources, "*.cs"))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        var name = Path.GetFileName(sources);
        await WriteProjectAsync(name, properties, references);
        var target = Path.Combine(folder, "published");
        var log = await DotNetAsync("publish", "--use-current-runtime", "--self-contained", "-c", "Release", "-o", target, "--nologo");
        return new Publication(target, name, log);
    }

    private Task WriteProjectAsync(string name, string properties, string[] references) => File.WriteAllTextAsync(Path.Combine(folder, name + ".csproj"), $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <InvariantGlobalization>true</InvariantGlobalization>
            <RestoreAdditionalProjectSources>{packages}</RestoreAdditionalProjectSources>
            <RestorePackagesPath>{Path.Combine(folder, "restored")}</RestorePackagesPath>
            {properties}
          </PropertyGroup>
          <ItemGroup>
        {string.Join('\n', references.Select(r => $"    <PackageReference Include=\"{r}\" Version=\"{Versions.GetValueOrDefault(r, "0.1.0")}\" />"))}
          </ItemGroup>
        </Project>
        """);

    /// <summary>Runs a command that succeeds.</summary>
    public Task<string> DotNetAsync(params string[] arguments) => ReadAsync(Start(arguments));

    /// <summary>Runs a command that fails, and gets all that it says.</summary>
    public async Task<string> FailAsync(params string[] arguments)
    {
        var (code, output, errors) = await EndAsync(Start(arguments));
        Assert.That(code, Is.Not.Zero, output);
        return output + errors;
    }

    private ProcessStartInfo Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // The test host's MSBuild is not the one that this command is to use.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        if (Home is not null)
        {
            start.Environment["DOTNET_CLI_HOME"] = Home;
            start.Environment["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false";
            start.Environment["DOTNET_NOLOGO"] = "1";
        }
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
