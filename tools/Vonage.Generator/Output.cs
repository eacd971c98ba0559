using Vonage.Generator.Emission;
using Vonage.Generator.Specs;

namespace Vonage.Generator;

/// <summary>Generated files in memory, by path; written, or compared with what is on disk.</summary>
internal sealed class Output
{
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);

    /// <summary>The paths of the files.</summary>
    public IReadOnlyCollection<string> Files => _files.Keys;

    /// <summary>The files that the last document was made of.</summary>
    public IReadOnlyList<string> Sources { get; private set; } = [];

    /// <summary>The texts of the files.</summary>
    public IReadOnlyCollection<string> Contents => _files.Values;

    public void Add(string path, string content) => _files.Add(path, content);

    public async Task AddAsync(Target target, SettingsFile settings)
    {
        var spec = Spec.Load(target.SpecPath, target.Overlays, hasShared: !target.IsAlone);
        Sources = spec.Files;
        if (target.IsOwn && Sources.Count > 1)
            throw new SpecException($"The spec refers to {Path.GetFileName(Sources[^1])}, of which the build does not see changes. Write what it needs here or in {Spec.SharedFile}.");
        var bundle = spec.ToBundle();
        var api = await ApiModel.LoadAsync(spec, target);
        var generator = new ClientGenerator(api, settings.For(api));
        var files = generator.GenerateFiles().ToList();
        if (files.Count == 0)
            spec.Warn("The document has neither operations nor schemas: there is nothing to generate.", spec.Root);
        Faults.Warn(spec.Warnings, target.SpecPath);
        foreach (var (name, code) in files)
            Add(Path.Combine(target.OutputDirectory, name), code);
        if (target.BundlePath is { } path && spec.Operations().Any())
            Add(path, bundle);
        if (target.CommandsPath is { } commands && spec.Operations().Any())
            Add(commands, generator.GenerateCommands(bundle));
    }

    /// <summary>Writes what differs, and deletes those of the generator's files that no longer belong into the folders.</summary>
    public void Write(OutputFolder root, IEnumerable<string> folders)
    {
        root.Refuse(_files.Keys);
        foreach (var orphan in folders.SelectMany(root.OwnFilesIn).Where(f => !_files.ContainsKey(f)))
            File.Delete(orphan);
        foreach (var (path, content) in _files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (!File.Exists(path) || File.ReadAllText(path) != content)
                File.WriteAllText(path, content);
        }
    }

    /// <summary>Every difference between this and the folder, orphaned files included.</summary>
    /// <param name="folder">The folder.</param>
    public IEnumerable<string> DifferencesFrom(string folder) => DifferencesFrom(FilesIn(folder));

    /// <summary>Every difference between this and the generator's own files in a folder.</summary>
    /// <param name="folder">The folder.</param>
    public IEnumerable<string> DifferencesFrom(OutputFolder folder) => DifferencesFrom(folder.OwnFilesIn(folder.Path));

    private IEnumerable<string> DifferencesFrom(IEnumerable<string> present)
    {
        foreach (var (path, content) in _files)
            if (!File.Exists(path))
                yield return $"missing: {path}";
            else if (File.ReadAllText(path) != content)
                yield return $"differs: {path}";
        foreach (var orphan in present.Where(f => !_files.ContainsKey(f)))
            yield return $"does not belong here: {orphan}";
    }

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [];
}
