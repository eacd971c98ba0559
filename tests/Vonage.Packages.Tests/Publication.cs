using System.Diagnostics;

namespace Vonage.Packages.Tests;

/// <summary>A program that was published.</summary>
/// <param name="Folder">Where it is.</param>
/// <param name="Name">The name of the executable.</param>
/// <param name="Log">What the build said.</param>
internal sealed record Publication(string Folder, string Name, string Log)
{
    /// <summary>Runs the program without credentials in its environment, so that it uses the simulator.</summary>
    public Task<string> RunAsync()
    {
        var start = new ProcessStartInfo(Path.Combine(Folder, Name)) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("VONAGE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        return Stranger.ReadAsync(start);
    }
}
