namespace Vonage.Generator.CommandLine;

/// <summary>Does something at once, and again whenever a file has changed, until it is stopped.</summary>
/// <param name="files">The files, of which more may be known once it was done.</param>
/// <param name="act">What to do. What goes wrong, it reports itself.</param>
internal sealed class Watch(Func<IEnumerable<string>> files, Func<Task> act)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var seen = States();
            await act();
            // What changed meanwhile has another state than before.
            foreach (var (file, state) in States())
                seen.TryAdd(file, state);
            Console.WriteLine("Watching for changes. Press Ctrl+C to stop.");
            while (States() is var now && now.Count == seen.Count && now.All(file => seen.GetValueOrDefault(file.Key) == file.Value))
            {
                if (cancellationToken.IsCancellationRequested)
                    return 0;
                await Task.Delay(Pause, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // Times and lengths, not events: editors replace a file in many ways.
    private Dictionary<string, string> States() =>
        files().Select(path => new FileInfo(path)).DistinctBy(file => file.FullName).ToDictionary(file => file.FullName, file => file.Exists ? $"{file.LastWriteTimeUtc.Ticks} {file.Length}" : "gone", StringComparer.Ordinal);
}
