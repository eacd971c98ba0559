using System.Diagnostics;

namespace Vonage.Generator.Tests.Support;

/// <summary>What a process left behind.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Errors)
{
    /// <summary>All that was printed.</summary>
    public string Text => Output + Errors;
}

/// <summary>Runs a process to its end, or kills it when its time is over.</summary>
internal static class Command
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public static Task<CommandResult> GeneratorAsync(string workingDirectory, params string[] arguments) =>
        RunAsync("dotnet", [RepositoryFiles.Generator, .. arguments], workingDirectory);

    public static async Task<CommandResult> RunAsync(string program, IEnumerable<string> arguments, string workingDirectory, Action<IDictionary<string, string?>>? environment = null, Func<Process, Task>? watch = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        environment?.Invoke(start.Environment);
        using var process = Process.Start(start)!;
        var watching = watch?.Invoke(process) ?? Task.CompletedTask;
        using var deadline = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
        var errors = process.StandardError.ReadToEndAsync(deadline.Token);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
            await watching;
            return new CommandResult(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end within {Patience}.");
        }
    }
}
