namespace Vonage.Simulator;

/// <summary>The file with the application's private key, or with the certificate for HTTPS. A generated file is deleted when the simulator stops.</summary>
internal sealed class KeyFile : IDisposable
{
    private readonly bool _isOwn;

    private KeyFile(string path, bool isOwn) => (Path, _isOwn) = (path, isOwn);

    public string Path { get; }

    public static async Task<KeyFile> ProvideAsync(FileInfo? given, string pem, CancellationToken cancellationToken)
    {
        if (given is not null)
            return new KeyFile(given.FullName, isOwn: false);
        // Made by GetTempFileName, a file is readable to its owner only.
        var path = System.IO.Path.GetTempFileName();
        await File.WriteAllTextAsync(path, pem, cancellationToken);
        return new KeyFile(path, isOwn: true);
    }

    /// <summary>Writes a certificate to the given file, or to one that is deleted when the simulator stops.</summary>
    public static async Task<KeyFile> WriteAsync(FileInfo? given, string pem, CancellationToken cancellationToken)
    {
        var path = given?.FullName ?? System.IO.Path.GetTempFileName();
        await File.WriteAllTextAsync(path, pem, cancellationToken);
        return new KeyFile(path, isOwn: given is null);
    }

    public void Dispose()
    {
        if (_isOwn)
            File.Delete(Path);
    }
}
