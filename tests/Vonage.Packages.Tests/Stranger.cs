using System.Diagnostics;

namespace Vonage.Packages.Tests;

/// <summary>A project somewhere else, which knows of us only what stands in the packages.</summary>
internal sealed class Stranger(string folder, string packages)
{
    public async Task<string> RunAsync(string program, params string[] references)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), program);
        await File.WriteAllTextAsync(Path.Combine(folder, "Stranger.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <RestoreAdditionalProjectSources>{packages}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{Path.Combine(folder, "restored")}</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>
            {string.Join('\n', references.Select(r => $"    <PackageReference Include=\"{r}\" Version=\"0.1.0\" />"))}
              </ItemGroup>
            </Project>
            """);
        return await RunAsync();
    }

    private async Task<string> RunAsync()
    {
        var start = new ProcessStartInfo("dotnet", ["run"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // The test host's MSBuild is not the one that this command is to use.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, $"{await output}\n{await errors}");
        return await output;
    }
}
