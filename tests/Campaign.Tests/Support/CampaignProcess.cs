using System.Diagnostics;

namespace Campaign.Tests.Support;

/// <summary>The program as people start it, as a process that can be killed.</summary>
internal sealed class CampaignProcess : IDisposable
{
    // In its own folder, with its own runtime configuration.
    private static readonly string Program = Path.Combine(
        RepositoryFolder.Find(), "samples", "Campaign", "bin", Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!),
        Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), "Campaign.dll");

    /// <summary>More than any command takes, on a machine with much else to do.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly Process _process;

    private CampaignProcess(Process process)
    {
        _process = process;
        (Output, Error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    public Task<string> Output { get; }

    public Task<string> Error { get; }

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>Starts the program. Without an address in place of Vonage's, it uses the simulator.</summary>
    public static CampaignProcess Start(string? api, string folder, params string[] arguments)
    {
        // Whoever runs the tests in a background shell has told all processes to ignore SIGINT.
        var (file, before) = OperatingSystem.IsLinux() ? ("env", new[] { "--default-signal=INT", "dotnet" }) : ("dotnet", []);
        var start = new ProcessStartInfo(file, [.. before, Program, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var name in start.Environment.Keys.Where(key => key.StartsWith("VONAGE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        if (api is not null)
        {
            (start.Environment["VONAGE_API_KEY"], start.Environment["VONAGE_API_SECRET"]) = ("abcd1234", "secret");
            start.Environment["VONAGE_HOSTS"] = $"rest.nexmo.com={api},api.nexmo.com={api}";
        }

        return new CampaignProcess(Process.Start(start)!);
    }

    public static async Task<(int Code, string Output, string Error)> RunAsync(string? api, string folder, params string[] arguments)
    {
        using var process = Start(api, folder, arguments);
        await process.WaitAsync();
        return (process._process.ExitCode, await process.Output, await process.Error);
    }

    /// <summary>SIGKILL: nothing of the process runs any more.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended.
        }
    }

    /// <summary>SIGINT, as Ctrl-C sends it. The shell has a kill of its own.</summary>
    public void Interrupt()
    {
        using var kill = Process.Start("sh", ["-c", $"kill -INT {_process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits for its end. A process that does not end is killed, and what it said until then is told.</summary>
    public async Task WaitAsync()
    {
        using var patience = new CancellationTokenSource(Longest);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Kill();
            throw new TimeoutException($"The program did not end within {Longest}. It said: {await Output} {await Error}");
        }
    }

    public void Dispose()
    {
        Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
