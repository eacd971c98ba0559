using System.Diagnostics;

namespace Vonage.Contract.Tests;

/// <summary>Prism, a mock server that nobody here wrote, serving one of our specs with every request validated.</summary>
internal sealed class PrismServer : IAsyncDisposable
{
    private readonly Process _process;

    private readonly DirectoryInfo? _folder;

    private PrismServer(Process process, Uri address, DirectoryInfo? folder)
    {
        _process = process;
        _folder = folder;
        Address = address;
    }

    public Uri Address { get; }

    public static Task<PrismServer> StartAsync(string spec) => StartOnAsync($"specs/{spec}.yaml", null);

    /// <summary>Serves any document.</summary>
    /// <param name="path">Its file, in the repository or elsewhere.</param>
    /// <param name="folder">A folder that goes with the server.</param>
    public static async Task<PrismServer> StartOnAsync(string path, DirectoryInfo? folder = null)
    {
        var root = RepositoryFolder.Find();
        var port = Ports.Free();
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "node_modules/@stoplight/prism-cli/dist/index.js", "mock", "--errors", "--host", "127.0.0.1", "--port", port.ToString(System.Globalization.CultureInfo.InvariantCulture), path },
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("Prism did not start: is Node installed?");
        process.BeginErrorReadLine();
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
                ready.TrySetException(new InvalidOperationException($"Prism ended while it started on {path}."));
            else if (line.Data.Contains("Prism is listening", StringComparison.Ordinal))
                ready.TrySetResult();
        };
        process.BeginOutputReadLine();
        await ready.Task.WaitAsync(TimeSpan.FromMinutes(5));
        return new PrismServer(process, new Uri($"http://127.0.0.1:{port}"), folder);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();

        // Prism watches its document, and ends when that goes.
        _folder?.Delete(recursive: true);
    }
}
