using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Vonage.Contract.Tests;

/// <summary>Prism, a mock server that nobody here wrote, serving one of our specs with every request validated.</summary>
internal sealed class PrismServer : IAsyncDisposable
{
    private readonly Process _process;

    private PrismServer(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<PrismServer> StartAsync(string spec)
    {
        var root = RepositoryFolder.Find();
        var port = FreePort();
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "node_modules/@stoplight/prism-cli/dist/index.js", "mock", "--errors", "--host", "127.0.0.1", "--port", port.ToString(System.Globalization.CultureInfo.InvariantCulture), $"specs/{spec}.yaml" },
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("Prism did not start: is Node installed?");
        process.BeginErrorReadLine();
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
                ready.TrySetException(new InvalidOperationException($"Prism ended while it started on specs/{spec}.yaml."));
            else if (line.Data.Contains("Prism is listening", StringComparison.Ordinal))
                ready.TrySetResult();
        };
        process.BeginOutputReadLine();
        await ready.Task.WaitAsync(TimeSpan.FromMinutes(2));
        return new PrismServer(process, new Uri($"http://127.0.0.1:{port}"));
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
