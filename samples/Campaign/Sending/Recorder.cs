using System.Data.Common;
using System.Threading.Channels;
using Campaign.Store;
using Microsoft.Extensions.Logging;

namespace Campaign.Sending;

/// <summary>Commits what became of attempts: one transaction for all that have come meanwhile.</summary>
public sealed partial class Recorder(Recipients recipients, ILogger<Recorder> logger) : IAsyncDisposable
{
    private const int Most = 500;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(500);

    private readonly Channel<(Outcome Outcome, TaskCompletionSource Done)> _waiting = Channel.CreateUnbounded<(Outcome, TaskCompletionSource)>(new() { SingleReader = true });
    private readonly CancellationTokenSource _giveUp = new();
    private Task? _running;

    /// <summary>Records an outcome. The task ends when it is committed.</summary>
    internal Task RecordAsync(Outcome outcome)
    {
        LazyInitializer.EnsureInitialized(ref _running, () => Task.Run(RunAsync));
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _waiting.Writer.TryWrite((outcome, done)) ? done.Task : throw new ObjectDisposedException(nameof(Recorder));
    }

    /// <summary>Commits what is left, unless the database is away: then the rows become unknown when their lease ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        _giveUp.CancelAfter(TimeSpan.FromSeconds(5));
        if (_running is { } running)
            await running;
        _giveUp.Dispose();
    }

    private async Task RunAsync()
    {
        while (await _waiting.Reader.WaitToReadAsync())
        {
            var batch = new List<(Outcome Outcome, TaskCompletionSource Done)>();
            while (batch.Count < Most && _waiting.Reader.TryRead(out var next))
                batch.Add(next);
            await CommitAsync([.. batch.Select(item => item.Outcome)]);
            foreach (var (_, done) in batch)
                done.TrySetResult();
        }
    }

    private async Task CommitAsync(List<Outcome> outcomes)
    {
        while (!_giveUp.IsCancellationRequested)
        {
            try
            {
                await recipients.RecordAsync(outcomes, CancellationToken.None);
                return;
            }
            catch (DbException error)
            {
                CannotRecord(error, outcomes.Count);
                await Task.Delay(BetweenTries);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The outcome of {Count} messages cannot be recorded yet; trying again.")]
    private partial void CannotRecord(Exception error, int count);
}
