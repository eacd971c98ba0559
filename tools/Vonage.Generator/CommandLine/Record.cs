using System.Security.Cryptography;

namespace Vonage.Generator.CommandLine;

/// <summary>
/// What a client was generated from and into, with content hashes: while all of it is as it was, there is nothing to do. The MSBuild package
/// reads the file, too, and does not start the generator then. Builds that run at once wait for each other.
/// </summary>
internal sealed class Record
{
    // After the hash and a bar.
    private const int PathAt = 65;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly string _path;
    private readonly string _first;

    /// <summary>Initializes the record.</summary>
    /// <param name="path">The file.</param>
    /// <param name="fingerprint">What tells the options of the run from others.</param>
    public Record(string path, string fingerprint)
    {
        _path = Path.GetFullPath(path);
        _first = fingerprint + "||options";
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
    }

    /// <summary>Whether nothing has changed since.</summary>
    public bool IsCurrent() => File.Exists(_path) && File.ReadAllLines(_path) is [var first, .. var files] && first == _first && files.All(line => line.Length > PathAt && line == LineOf(line[PathAt..]));

    /// <summary>Notes the files that were read and written, unless one of those that were read has changed meanwhile.</summary>
    /// <param name="sources">The files that were read.</param>
    /// <param name="files">The files that were written.</param>
    /// <param name="since">When the first was read.</param>
    public void Write(IReadOnlyList<string> sources, IEnumerable<string> files, DateTime since)
    {
        if (!sources.Any(source => File.GetLastWriteTimeUtc(source) >= since))
            File.WriteAllLines(_path, sources.Concat(files).Select(Path.GetFullPath).Distinct().Order(StringComparer.Ordinal).Select(LineOf).Prepend(_first));
    }

    /// <summary>Waits until no other process generates the same.</summary>
    public async Task<IDisposable> LockAsync(CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
            try
            {
                return new FileStream(_path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < Patience)
            {
                await Task.Delay(Pause, cancellationToken);
            }
    }

    private static string LineOf(string file) => $"{(File.Exists(file) ? Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))) : "missing")}|{file}";
}
