namespace Vonage.Generator.CommandLine;

/// <summary>Does something at once, and again whenever a file has changed, until it is stopped.</summary>
/// <param name="files">The files.</param>
/// <param name="act">What to do. What goes wrong, it reports itself.</param>
internal sealed class Watch(Func<IEnumerable<string>> files, Func<Task> act)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var seen = State();
            await act();
            Console.WriteLine("Watching for changes. Press Ctrl+C to stop.");
            while (State() == seen)
            {
                if (cancellationToken.IsCancellationRequested)
                    return 0;
                await Task.Delay(Pause, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // Times and lengths, not events: editors replace a file in many ways.
    private string State() => string.Join('\n', files().Select(path => new FileInfo(path)).Select(file => $"{file.FullName} {(file.Exists ? $"{file.LastWriteTimeUtc.Ticks} {file.Length}" : "-")}"));
}
