namespace Vonage.Generator.Tests.Support;

/// <summary>
/// A small repository in a temporary folder, to be changed at will: this one's settings, templates, generator, build and Core, and two
/// packages of its own, Vonage.Paint and Vonage.Weather.
/// </summary>
internal sealed class RepositoryCopy : IDisposable
{
    private static readonly string[] Inputs =
        ["nswag.json", "specs/common.yaml", "build", "tools/Vonage.Generator", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", ".editorconfig"];

    private static readonly string[] GeneratorInputs = ["nswag.json", "specs", "build/templates", "tools"];

    private static readonly EnumerationOptions WithoutLinks = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    private readonly Dictionary<string, byte[]> _kept = new(StringComparer.Ordinal);

    public RepositoryCopy(bool withCore = false)
    {
        foreach (var input in Inputs.Concat(withCore ? ["src/Vonage.Core", "src/Vonage.Common"] : ["src/Vonage.Common/Vonage.Common.csproj"]))
            Take(input);
        AddPackage("Weather", "lists");
        AddPackage("Paint", "enums");
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("vonage-generator-tests-").FullName;

    public string At(string path) => Path.Combine(Root, path);

    public string Read(string path) => File.ReadAllText(At(path));

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    /// <summary>Replaces a text that must be there.</summary>
    public void Edit(string path, string old, string text)
    {
        Assert.That(Read(path), Does.Contain(old));
        Write(path, Read(path).Replace(old, text, StringComparison.Ordinal));
    }

    /// <summary>Adds a package as a person would: one spec, and one project of a few lines.</summary>
    public void AddPackage(string api, string spec)
    {
        Write($"specs/{api.ToLowerInvariant()}.yaml", File.ReadAllText(RepositoryFiles.Spec(spec)));
        Write($"src/Vonage.{api}/Vonage.{api}.csproj", $"<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><ApiSpec>{api.ToLowerInvariant()}</ApiSpec></PropertyGroup></Project>");
    }

    /// <summary>Runs the generator here.</summary>
    public Task<CommandResult> GenerateAsync(params string[] arguments) => Command.GeneratorAsync(Root, arguments);

    /// <summary>Every source below a folder, by its path in the repository.</summary>
    public IReadOnlyDictionary<string, string> Snapshot(string folder) =>
        Sources().Where(path => path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)).ToDictionary(path => path, Read);

    /// <summary>Makes a link to a program outside.</summary>
    public void Link(string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.CreateSymbolicLink(At(path), target);
    }

    /// <summary>Makes everything that the generator reads newer than what it wrote, without changing it.</summary>
    public void TouchGeneratorInputs()
    {
        foreach (var file in Sources().Where(file => GeneratorInputs.Any(input => file.StartsWith(input, StringComparison.Ordinal))))
            File.SetLastWriteTimeUtc(At(file), DateTime.UtcNow);
    }

    /// <summary>Remembers every source, for <see cref="Restore"/>.</summary>
    public void Keep()
    {
        foreach (var file in Sources())
            _kept.Add(file, File.ReadAllBytes(At(file)));
    }

    /// <summary>Puts every source back as it was kept.</summary>
    public void Restore()
    {
        foreach (var file in Sources().Where(file => !_kept.ContainsKey(file)))
            File.Delete(At(file));
        foreach (var (file, content) in _kept)
            if (!File.Exists(At(file)) || !File.ReadAllBytes(At(file)).AsSpan().SequenceEqual(content))
                File.WriteAllBytes(At(file), content);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private void Take(string path)
    {
        var source = RepositoryFiles.At(path);
        var files = File.Exists(source) ? [path] : FilesIn(source).Select(file => Path.Combine(path, file));
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
            File.Copy(RepositoryFiles.At(file), At(file));
        }
    }

    private IEnumerable<string> Sources() => [.. FilesIn(Root)];

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory.EnumerateFiles(folder, "*", WithoutLinks).Select(file => Path.GetRelativePath(folder, file)).Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));
}
