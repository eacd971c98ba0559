using System.Security.Cryptography;

namespace Vonage.Generator;

/// <summary>
/// Content hashes of what generated code depends on, kept beside it in <c>inputs.txt</c>. The build compares them (build/Api.targets)
/// and calls the generator only where they differ, so a fresh clone never regenerates.
/// </summary>
internal sealed class Inputs(Repository repository)
{
    public const string FileName = "inputs.txt";

    private static readonly EnumerationOptions Recursive = new() { RecurseSubdirectories = true };

    /// <summary>What every package depends on: settings, templates, shared schemas, the generator itself.</summary>
    public string Shared() => Lines(
        [repository.Settings, Path.Combine(repository.Root, "specs", "common.yaml"), Path.Combine(repository.Root, "package-lock.json"),
         .. Directory.EnumerateFiles(Path.Combine(repository.Root, "build", "templates"), "*.liquid", Recursive), .. GeneratorSources()]);

    /// <summary>What one package depends on besides: its spec, and the schemas that specs of its folder share.</summary>
    public string Of(Target target) => Lines(SharedBeside(target.SpecPath) is { } shared ? [target.SpecPath, shared] : [target.SpecPath]);

    private string? SharedBeside(string spec)
    {
        var folder = Path.GetDirectoryName(spec)!;
        var shared = Path.Combine(folder, "common.yaml");
        return folder != Path.Combine(repository.Root, "specs") && shared != spec && File.Exists(shared) ? shared : null;
    }

    private IEnumerable<string> GeneratorSources() =>
        Directory.EnumerateFiles(Path.Combine(repository.Root, "tools", "Vonage.Generator"), "*.cs", Recursive)
            .Where(f => repository.Relative(f).Split('/') is not [_, _, "obj" or "bin", ..]);

    private string Lines(IEnumerable<string> files) =>
        string.Concat(files.Select(f => $"{repository.Relative(f)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))}\n").Order(StringComparer.Ordinal));
}
