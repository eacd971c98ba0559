using System.Diagnostics;
using System.Xml.Linq;

namespace Vonage.Packages.Tests;

/// <summary>A project somewhere else, which knows of us only what stands in the packages.</summary>
internal sealed class Stranger(string folder, string packages)
{
    private static readonly Dictionary<string, string> Versions = XDocument.Load(Path.Combine(RepositoryFolder.Find(), "Directory.Packages.props"))
        .Descendants("PackageVersion")
        .ToDictionary(version => version.Attribute("Include")!.Value, version => version.Attribute("Version")!.Value);

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

    private async Task<string> DotNetAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // The test host's MSBuild is not the one that this command is to use.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        return await ReadAsync(start);
    }

    /// <summary>Runs a program to its end, which must be a good one.</summary>
    internal static async Task<string> ReadAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, $"{await output}\n{await errors}");
        return await output;
    }
}
