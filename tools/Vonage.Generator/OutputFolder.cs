using Vonage.Generator.Specs;

namespace Vonage.Generator;

/// <summary>
/// A folder that the generator writes into. It replaces and deletes only its own files there, and neither through links: anything else in
/// the folder belongs to somebody.
/// </summary>
internal sealed class OutputFolder
{
    // Stands at the top of every generated file that people read.
    private static readonly string[] Marks = [" by tools/Vonage.Generator.", " by vonage-generate."];

    private readonly bool _isGenerated;
    private readonly EnumerationOptions _options;

    private OutputFolder(string path, bool isGenerated)
    {
        Path = path;
        _isGenerated = isGenerated;
        _options = new() { AttributesToSkip = FileAttributes.ReparsePoint, RecurseSubdirectories = isGenerated };
    }

    public string Path { get; }

    /// <summary>The repository's <c>generated/</c>, where a file is the generator's by its name.</summary>
    public static OutputFolder Generated(Repository repository) => new(repository.Generated, isGenerated: true);

    /// <summary>A folder elsewhere, where a file is the generator's by its first lines. It is empty, or the generator has written into it before.</summary>
    public static OutputFolder Elsewhere(string path)
    {
        var folder = new OutputFolder(System.IO.Path.TrimEndingDirectorySeparator(path), isGenerated: false);
        folder.RefuseLinks([]);
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any() && !folder.OwnFilesIn(path).Any())
            throw new SpecException($"{path} is not empty, and nothing in it was generated. Name an empty folder, or one that was generated into before.");
        return folder;
    }

    /// <summary>The generator's own files in this folder or one below it.</summary>
    public IEnumerable<string> OwnFilesIn(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", _options).Where(IsOwn).Order(StringComparer.Ordinal) : [];

    /// <summary>Refuses to write where a link leads elsewhere, and over files that are not the generator's.</summary>
    public void Refuse(IReadOnlyCollection<string> files)
    {
        RefuseLinks(files);
        if (!_isGenerated && files.FirstOrDefault(file => File.Exists(file) && !IsMarked(file)) is { } foreign)
            throw new SpecException($"{foreign} was not generated. Move it, or name another folder.");
    }

    private void RefuseLinks(IEnumerable<string> files)
    {
        var paths = files.Concat(files.SelectMany(FoldersOf)).Append(Path);
        if (paths.FirstOrDefault(path => new FileInfo(path).LinkTarget is not null) is { } link)
            throw new SpecException($"{link} is a link, and the generator does not write through links. Replace it by what it leads to.");
    }

    private IEnumerable<string> FoldersOf(string file)
    {
        for (var folder = System.IO.Path.GetDirectoryName(file); folder is not null && folder.Length > Path.Length; folder = System.IO.Path.GetDirectoryName(folder))
            yield return folder;
    }

    private bool IsOwn(string file) => System.IO.Path.GetFileName(file) switch
    {
        "README.md" => IsMarked(file),
        Inputs.FileName => _isGenerated,
        var name when name.EndsWith(".g.cs", StringComparison.Ordinal) => _isGenerated || IsMarked(file),
        var name => _isGenerated && name.EndsWith(".json", StringComparison.Ordinal),
    };

    private static bool IsMarked(string file) => File.ReadLines(file).Take(2).Any(line => Array.Exists(Marks, mark => line.Contains(mark, StringComparison.Ordinal)));
}
