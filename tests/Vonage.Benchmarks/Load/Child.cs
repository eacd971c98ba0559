using System.Diagnostics;

namespace Vonage.Benchmarks.Load;

/// <summary>This program again, in a process of its own.</summary>
internal static class Child
{
    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        // Started by `dotnet run`, the process is the program's own executable; started as `dotnet X.dll`, it is the runtime.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(Child).Assembly.Location);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new InvalidOperationException("The process did not start.");
    }
}
